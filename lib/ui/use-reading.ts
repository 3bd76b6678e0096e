/** How each article is read in the panel: it returns with its article, and alters nothing in the page. */
import { useMemo } from 'preact/hooks';
import type { PairModel, PairNames } from '../briefing/pair-models';
import { NO_FILTER, type TimelineFilter } from '../briefing/timeline-filter';
import type { Reference } from '../model/ids';
import { FRESH, type PanelReading, READING, readAsOf, setFilter, toggleSince } from './reading';
import type { TabDescriber } from './tab-describer';
import { useArticleValue } from './use-article-memory';
import { useLatestAnswer } from './use-latest-answer';
import type { PanelState } from './use-panel';

/** `panel`: what it is about, and what is kept of that. */
export function useReading(describer: TabDescriber, { tab, held, address, keeper, status }: PanelState) {
  const tabId = tab?.id ?? null;
  const article = `${tabId} ${address}`;
  const [reading, keep] = useArticleValue<PanelReading>(keeper, READING, FRESH);
  const change = (update: (before: PanelReading) => PanelReading) => keep(update(reading));
  const { readAs, pair: names } = reading;
  const isReady = tabId !== null && status?.state === 'ready';
  const moved = useLatestAnswer(isReady && readAs !== null ? `${article} ${readAs}` : null, [status], () =>
    describer.describe(tabId as number, held, readAs),
  );
  const pair = useLatestAnswer(
    isReady && names !== null ? `${article} ${names.join(' ')} ${readAs}` : null,
    [status],
    () => describer.pair(tabId as number, names as PairNames, held, readAs),
  );
  const articleSince = useMemo(() => new Set(reading.since), [reading.since]);
  const movedSince = useMemo(() => new Set(reading.sinceMoved), [reading.sinceMoved]);
  const sinceOpen = readAs === null ? articleSince : movedSince;
  const onToggleSince = (timeline: Reference) => change((before) => toggleSince(before, timeline));
  const onFilter = (timeline: Reference, filter: TimelineFilter) =>
    change((before) => setFilter(before, timeline, filter));
  const onReadAs = (day: string | null) => change((before) => readAsOf(before, day));
  const isMoved = readAs !== null;
  return {
    /** As of the day that the reader has chosen; until that is known, and without one, as of the article's own. */
    status: moved && isOf(article, moved) ? moved.value : status,
    sinceOpen,
    onToggleSince,
    panel: {
      sinceOpen: articleSince,
      readAs,
      filters: reading.filters,
      onFilter,
      onReadAs,
      onPair: (both: PairNames) => change((before) => ({ ...before, pair: both })),
    },
    /** For a timeline that stands by itself. */
    control: (timeline: Reference) => ({
      sinceOpen: sinceOpen.has(timeline),
      onToggleSince: () => onToggleSince(timeline),
      filter: reading.filters[timeline] ?? NO_FILTER,
      onFilter: (filter: TimelineFilter) => onFilter(timeline, filter),
      article: null,
      onReadAs,
      isMoved,
    }),
    /** What lies between two names, once it is known. */
    pair:
      pair && isOf(article, pair)
        ? {
            model: pair.value as PairModel | null,
            close: () => change((before) => ({ ...before, pair: null })),
            backToArticle: isMoved ? () => onReadAs(null) : undefined,
          }
        : null,
  };
}

const isOf = (article: string, { key }: { readonly key: string }): boolean => key.startsWith(`${article} `);
