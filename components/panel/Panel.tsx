import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { PairNames } from '../../lib/briefing/pair-models';
import { NO_FILTER, type TimelineFilter } from '../../lib/briefing/timeline-filter';
import type { BriefingModel, Installing, TimelineModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';
import { Disclosure } from '../base/Disclosure';
import { InstallingLine } from '../base/InstallingLine';
import { useKept } from '../base/kept';
import { PairingBar } from '../pair/PairingBar';
import { PairOffers } from '../pair/PairOffers';
import { usePairing } from '../pair/use-pairing';
import { Cast } from './Cast';
import { Claims } from './Claims';
import { Header } from './Header';
import { TimelineSection } from './TimelineSection';
import { Verdict } from './Verdict';

interface Props {
  readonly model: BriefingModel;
  /** More is being installed. */
  readonly installing?: Installing | undefined;
  readonly words: Words;
  readonly order: 'near' | 'oldest';
  /** What is said before anything else. */
  readonly notice?: ComponentChildren;
  /** Timelines whose later events the reader has asked for, of what is shown. */
  readonly sinceOpen: ReadonlySet<Reference>;
  readonly reading: PanelReading;
  readonly onToggleSince: (reference: Reference) => void;
  /** Opens the page of an entity or event. */
  readonly onOpen: (reference: Reference) => void;
  readonly onReveal: (reference: Reference, index: number) => void;
  /** `null` returns to the page's own date. */
  readonly onChangeDate: (day: string | null) => void;
  readonly onOrder: (order: 'near' | 'oldest') => void;
  /** In a window of its own: the keys that open the browser's sidebar. */
  readonly sidebarKey?: string | null | undefined;
  /** Of the panel as a whole, beside its heading. */
  readonly menu?: ComponentChildren;
  /** The field for a name. */
  readonly search: ComponentChildren;
  /** Pins, notes and history. */
  readonly own?: ComponentChildren;
}

/** How the reader reads, beyond what the article gives: as of another day, with filters, between two names. */
export interface PanelReading {
  /** The briefing as of the article's own day, where `model` is cut at another; else the same. */
  readonly article: BriefingModel;
  /** Timelines whose later events are open as of that day. */
  readonly sinceOpen: ReadonlySet<Reference>;
  readonly filters: Readonly<Record<string, TimelineFilter>>;
  readonly onFilter: (reference: Reference, filter: TimelineFilter) => void;
  /** The day that is wanted, as an ISO date; `null`: the article's own. */
  readonly readAs: string | null;
  /** Changes the panel alone. */
  readonly onReadAs: (day: string | null) => void;
  /** Two people who stand close together in the text. */
  readonly pairs: readonly PairNames[];
  readonly onPair: (names: PairNames) => void;
}

/** The briefing beside an article: its date, the leading timeline, who is who, what it says of time, further timelines. */
export function Panel(props: Props) {
  const {
    model,
    installing,
    words,
    order,
    notice,
    sinceOpen,
    onToggleSince,
    onOpen,
    onReveal,
    onChangeDate,
    onOrder,
    sidebarKey,
    search,
    menu,
    reading,
    own,
  } = props;
  const { article } = reading;
  const isMoved = model.asOf.day !== article.asOf.day;
  const { pairing, start, ...choice } = usePairing(reading.onPair);
  const [hasMore, setMore] = useKept<boolean>('more', false);
  const moreId = useId();
  // Another day may leave a timeline out; each of the others stays where it is.
  const lead = model.timelines.find(({ reference }) => reference === article.timelines[0]?.reference);
  const others = model.timelines.filter((entry) => entry !== lead);
  const ofArticle = (wanted: Reference) => {
    const own = article.timelines.find(({ reference }) => reference === wanted);
    const { readAs } = reading;
    return own ? { model: own, sinceOpen: reading.sinceOpen.has(wanted), readAs: readAs ?? article.asOf.day } : null;
  };
  // The first that the record can judge; the list below has all of them.
  const leadClaim = model.claims.find(({ verdict }) => verdict === 'fits' || verdict === 'earlier');
  const timeline = (entry: TimelineModel) => (
    <TimelineSection
      key={entry.reference}
      model={entry}
      words={words}
      order={order}
      sinceOpen={sinceOpen.has(entry.reference)}
      onToggleSince={() => onToggleSince(entry.reference)}
      onOrder={onOrder}
      filter={reading.filters[entry.reference] ?? NO_FILTER}
      onFilter={(filter) => reading.onFilter(entry.reference, filter)}
      article={ofArticle(entry.reference)}
      onReadAs={reading.onReadAs}
      isMoved={isMoved}
    />
  );
  return (
    <main class="panel">
      {notice && <div>{notice}</div>}
      <Header
        model={model}
        words={words}
        onChangeDate={onChangeDate}
        menu={menu}
        onBackToArticle={isMoved ? () => reading.onReadAs(null) : undefined}
      />
      <InstallingLine installing={installing} words={words} />
      {lead && (
        <div class="panel-lead">
          {leadClaim?.verdict && (
            <p class="claim-head">
              <q lang={leadClaim.lang}>{leadClaim.text}</q>
              <Verdict verdict={leadClaim.verdict} words={words} />
            </p>
          )}
          {timeline(lead)}
        </div>
      )}
      {pairing && <PairingBar first={nameOf(model, pairing.first)} words={words} onCancel={choice.cancel} />}
      <Cast
        cast={model.cast}
        asOf={model.asOf}
        words={words}
        onOpen={onOpen}
        onReveal={onReveal}
        pairing={pairing ? { first: pairing.first, onChoose: choice.choose } : undefined}
      />
      <Claims claims={model.claims} words={words} asOfDay={model.asOf.day} />
      {others.length > 0 && (
        <div class="panel-more">
          <Disclosure isOpen={hasMore} controls={moreId} onToggle={() => setMore(!hasMore)}>
            {words.t('moreTimelines', { n: others.length })}
          </Disclosure>
          {hasMore && <div id={moreId}>{others.map(timeline)}</div>}
        </div>
      )}
      {!pairing && (
        <PairOffers
          pairs={reading.pairs}
          cast={model.cast}
          words={words}
          onPair={reading.onPair}
          onChoose={choice.begin}
          start={start}
        />
      )}
      <div class="panel-search">{search}</div>
      {own}
      {sidebarKey && <p class="small quiet">{words.t('sidebarKey', { key: sidebarKey })}</p>}
    </main>
  );
}

const nameOf = ({ cast }: BriefingModel, reference: Reference | null) =>
  cast.find((row) => row.reference === reference)?.name ?? null;
