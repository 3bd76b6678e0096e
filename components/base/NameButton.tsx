import type { ComponentChildren } from 'preact';

interface Props {
  /** Opens the page of what is named; without it the name is text. */
  readonly onOpen: (() => void) | undefined;
  readonly children: ComponentChildren;
}

/** A name that leads to its page where there is one to lead to. */
export function NameButton({ onOpen, children }: Props) {
  if (!onOpen) return <>{children}</>;
  return (
    <button type="button" class="link name-button" onClick={onOpen}>
      <span>{children}</span>
    </button>
  );
}
