import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { PanelMenu } from '../../components/export/PanelMenu';
import { Panel } from '../../components/panel/Panel';
import type { PageStatus } from '../../lib/briefing/view-models';
import type { Reference } from '../../lib/model/ids';
import { sidebarKey } from '../../lib/platform/panel';
import { useArticleScroll } from '../../lib/ui/use-article-memory';
import type { PanelState } from '../../lib/ui/use-panel';
import { changeSetting, type Reader } from '../../lib/ui/use-reader';
import type { useReading } from '../../lib/ui/use-reading';

interface Props {
  readonly status: Extract<PageStatus, { readonly state: 'ready' }>;
  readonly panel: PanelState;
  readonly read: Omit<ReturnType<typeof useReading>, 'pair'>;
  readonly reader: Reader;
  readonly notice: ComponentChildren;
  readonly search: ComponentChildren;
  /** Pins, notes and history. */
  readonly own: ComponentChildren;
  /** Nothing was opened that lies on it. */
  readonly isInSight: boolean;
  /** A window of its own, bound to one tab. */
  readonly isBound: boolean;
  readonly onOpen: (reference: Reference) => void;
}

/** The briefing, as the reader has left it in this article. */
export function ArticlePanel({ status, panel, read, reader, notice, search, own, isInSight, isBound, onOpen }: Props) {
  const briefing = read.status?.state === 'ready' ? read.status.briefing : status.briefing;
  useArticleScroll(panel.keeper, isInSight ? briefing.title : null);
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => {
    if (isBound) void sidebarKey().then(setKey);
  }, [isBound]);
  const order = reader.settings.timelineOrder;
  return (
    <Panel
      key={panel.address}
      model={briefing}
      installing={status.installing}
      words={reader.words}
      notice={notice}
      order={order}
      sinceOpen={read.sinceOpen}
      onToggleSince={read.onToggleSince}
      reading={{ ...read.panel, article: status.briefing, pairs: status.pairs ?? [] }}
      onOpen={onOpen}
      onReveal={panel.onReveal}
      onChangeDate={panel.onChangeDate}
      sidebarKey={key}
      menu={
        <PanelMenu words={reader.words} {...panel.actions(briefing, { since: read.sinceOpen, order }, reader.words)} />
      }
      search={search}
      own={own}
      onOrder={(next) => void changeSetting('timelineOrder', next)}
    />
  );
}
