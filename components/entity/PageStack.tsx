import type { ComponentChildren } from 'preact';

interface Props {
  /** What lies at the bottom. */
  readonly children: ComponentChildren;
  /** What was opened, one on the other; the last is seen. */
  readonly pages: readonly { readonly key: string; readonly view: ComponentChildren }[];
}

/** Pages one on the other: those below are kept as they were left. */
export function PageStack({ children, pages }: Props) {
  return (
    <>
      <div key="bottom" hidden={pages.length > 0}>
        {children}
      </div>
      {pages.map(({ key, view }, i) => (
        <div key={key} hidden={i < pages.length - 1}>
          {view}
        </div>
      ))}
    </>
  );
}
