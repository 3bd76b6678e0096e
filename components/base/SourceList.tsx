/** The best source by name, the rest counted; opens in place to title, publisher and day of each. */
import { useState } from 'preact/hooks';
import type { SourceModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';

interface Props {
  readonly sources: readonly SourceModel[];
  readonly words: Words;
  /** How many are named before the count. */
  readonly named?: number;
}

/** Nothing but web addresses is ever a link, whoever made the model. */
const isWebAddress = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url);

function SourceName({ source, text }: { readonly source: SourceModel; readonly text: string }) {
  return isWebAddress(source.url) ? (
    <a href={source.url} target="_blank" rel="noreferrer noopener" {...(source.lang ? { hreflang: source.lang } : {})}>
      {text}
    </a>
  ) : (
    <span>{text}</span>
  );
}

export function SourceList({ sources, words, named = 1 }: Props) {
  const [open, setOpen] = useState(false);
  if (sources.length === 0) return null;
  const rest = sources.length - named;
  return (
    <div class="sources">
      {sources.slice(0, named).map((source, i) => (
        <span key={source.title}>
          {i > 0 ? ' · ' : ''}
          <SourceName source={source} text={source.publisher} />
        </span>
      ))}
      {rest > 0 ? (
        <>
          {' · '}
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {words.t('moreSources', { n: words.number(rest) })}
          </button>
        </>
      ) : null}
      {open ? (
        <ul class="source-list">
          {sources.map((source) => (
            <li key={`${source.publisher} ${source.title}`}>
              <span {...(source.lang ? { lang: source.lang } : {})}>
                <SourceName source={source} text={source.title} />
              </span>
              <span class="source-publisher">
                {source.publisher}
                {source.published ? ` · ${words.date(source.published)}` : ''}
              </span>
              {isWebAddress(source.archived) ? (
                <a href={source.archived} target="_blank" rel="noreferrer noopener">
                  {words.t('archivedCopy')}
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
