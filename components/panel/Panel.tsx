import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { BriefingModel, Installing, TimelineModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';
import { Icon } from '../base/Icon';
import { InstallingLine } from '../base/InstallingLine';
import { useKept } from '../base/kept';
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
  /** Timelines whose later events the reader has asked for. */
  readonly sinceOpen: ReadonlySet<Reference>;
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
  } = props;
  const [hasMore, setMore] = useKept<boolean>('more', false);
  const moreId = useId();
  const [lead, ...others] = model.timelines;
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
    />
  );
  return (
    <main class="panel">
      {notice && <div>{notice}</div>}
      <Header model={model} words={words} onChangeDate={onChangeDate} menu={menu} />
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
      <Cast cast={model.cast} asOf={model.asOf} words={words} onOpen={onOpen} onReveal={onReveal} />
      <Claims claims={model.claims} words={words} asOfDay={model.asOf.day} />
      {others.length > 0 && (
        <div class="panel-more">
          <button
            type="button"
            class="link disclosure"
            aria-expanded={hasMore}
            aria-controls={hasMore ? moreId : undefined}
            onClick={() => setMore(!hasMore)}
          >
            <Icon name="chevron" class="chevron" />
            {words.t('moreTimelines', { n: others.length })}
          </button>
          {hasMore && <div id={moreId}>{others.map(timeline)}</div>}
        </div>
      )}
      <div class="panel-search">{search}</div>
      {sidebarKey && <p class="small quiet">{words.t('sidebarKey', { key: sidebarKey })}</p>}
    </main>
  );
}
