import type { ComponentChildren } from 'preact';

interface Props {
  readonly url: string | null;
  readonly lang?: string | undefined;
  readonly children: ComponentChildren;
}

/** Packs are foreign data: an address that is not of the web stays text. */
const WEB_ADDRESS = /^https?:\/\//i;

/** A link to a source, in a new tab and without telling where the reader comes from; text where there is no address. */
export function SourceLink({ url, lang, children }: Props) {
  if (url === null || !WEB_ADDRESS.test(url)) return <span lang={lang}>{children}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener" lang={lang}>
      {children}
    </a>
  );
}
