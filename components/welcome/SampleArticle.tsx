/** An article of our own, as `public/samples` holds it. */
export interface Sample {
  readonly lang: string;
  readonly site: string;
  readonly title: string;
  readonly byline: string;
  /** ISO day. */
  readonly published: string;
  readonly parts: readonly { readonly kind: 'paragraph' | 'heading'; readonly text: string }[];
}

interface Props {
  readonly sample: Sample;
  /** The day, as the reader's language writes it. */
  readonly day: string;
  /** What it is: no newspaper wrote it. */
  readonly note: string;
}

/** The sample article: a plain page of news, on which everything works as it does elsewhere. */
export function SampleArticle({ sample, day, note }: Props) {
  return (
    <main class="sample-page" lang={sample.lang}>
      <aside class="sample-note small">{note}</aside>
      <article>
        <p class="sample-site small quiet">{sample.site}</p>
        <h1>{sample.title}</h1>
        <p class="byline small quiet">
          {sample.byline}
          {' · '}
          <time dateTime={sample.published}>{day}</time>
        </p>
        {sample.parts.map(({ kind, text }) =>
          kind === 'heading' ? <h2 key={text}>{text}</h2> : <p key={text}>{text}</p>,
        )}
      </article>
    </main>
  );
}
