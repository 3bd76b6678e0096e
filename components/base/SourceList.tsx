import { useId, useState } from 'preact/hooks';
import type { SourceModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { SourceLink } from './SourceLink';

interface Props {
  readonly sources: readonly SourceModel[];
  readonly words: Words;
  /** The article's day: titles of sources that came later would tell what happened later. */
  readonly asOfDay: string;
  /** How many are named; the rest are counted. */
  readonly named?: number;
}

const DEFAULT_NAMED = 2;

/** Best sources first, each publisher named once. */
function pickNamed(sources: readonly SourceModel[], count: number): SourceModel[] {
  const publishers = new Map<string, SourceModel>();
  for (const source of sources) if (!publishers.has(source.publisher)) publishers.set(source.publisher, source);
  return [...publishers.values()].slice(0, count);
}

/** "US Embassy Tokyo · Jiji · 4 more": opens in place to all of them with title, publisher, date, archived copy. */
export function SourceList({ sources, words, asOfDay, named = DEFAULT_NAMED }: Props) {
  const [open, setOpen] = useState(false);
  const listId = useId();
  if (sources.length === 0) return null;
  const first = pickNamed(sources, named);
  const rest = sources.length - first.length;
  return (
    <>
      <ul class="sources" aria-label={words.t('sources')}>
        {first.map((source) => (
          <li key={source.publisher}>
            <SourceLink url={source.url}>{source.publisher}</SourceLink>
          </li>
        ))}
        {rest > 0 && (
          <li>
            <button
              type="button"
              class="link figures"
              aria-expanded={open}
              aria-controls={open ? listId : undefined}
              onClick={() => setOpen(!open)}
            >
              {words.t('more', { n: rest })}
            </button>
          </li>
        )}
      </ul>
      {open && (
        <ul class="source-details" id={listId}>
          {sources.map((source) => (
            <li key={`${source.publisher} ${source.title}`}>
              <TitleLink source={source} isLater={(source.published ?? '') > asOfDay} words={words} />
              <div class="dates">
                {[source.publisher, source.published && words.date(source.published)].filter(Boolean).join(' · ')}
                {source.archived && (
                  <>
                    {' · '}
                    <SourceLink url={source.archived}>{words.t('archivedCopy')}</SourceLink>
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface TitleProps {
  readonly source: SourceModel;
  readonly isLater: boolean;
  readonly words: Words;
}

function TitleLink({ source, isLater, words }: TitleProps) {
  if (isLater) return <SourceLink url={source.url}>{words.t('laterSource')}</SourceLink>;
  return (
    <SourceLink url={source.url} lang={source.lang ?? undefined}>
      {source.title}
    </SourceLink>
  );
}
