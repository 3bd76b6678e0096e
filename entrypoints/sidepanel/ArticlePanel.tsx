import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { PanelMenu } from '../../components/export/PanelMenu';
import { Panel } from '../../components/panel/Panel';
import type { PageStatus } from '../../lib/briefing/view-models';
import type { Reference } from '../../lib/model/ids';
import { sidebarKey } from '../../lib/platform/panel';
import { useArticleScroll, useArticleValue } from '../../lib/ui/use-article-memory';
import type { PanelState } from '../../lib/ui/use-panel';
import { changeSetting, type Reader } from '../../lib/ui/use-reader';

interface Props {
  readonly status: Extract<PageStatus, { readonly state: 'ready' }>;
  readonly panel: PanelState;
  readonly reader: Reader;
  readonly notice: ComponentChildren;
  readonly search: ComponentChildren;
  /** Nothing was opened that lies on it. */
  readonly isInSight: boolean;
  /** A window of its own, bound to one tab. */
  readonly isBound: boolean;
  readonly onOpen: (reference: Reference) => void;
}

const NOTHING_OPEN: readonly Reference[] = [];

/** The briefing, as the reader has left it in this article. */
export function ArticlePanel({ status, panel, reader, notice, search, isInSight, isBound, onOpen }: Props) {
  const { briefing } = status;
  const [since, setSince] = useArticleValue(panel.keeper, 'since', NOTHING_OPEN);
  useArticleScroll(panel.keeper, isInSight ? briefing.title : null);
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => {
    if (isBound) void sidebarKey().then(setKey);
  }, [isBound]);
  const order = reader.settings.timelineOrder;
  const open = new Set(since);
  return (
    <Panel
      key={panel.address}
      model={briefing}
      installing={status.installing}
      words={reader.words}
      notice={notice}
      order={order}
      sinceOpen={open}
      onToggleSince={(reference) => {
        const next = new Set(open);
        if (!next.delete(reference)) next.add(reference);
        setSince([...next]);
      }}
      onOpen={onOpen}
      onReveal={panel.onReveal}
      onChangeDate={panel.onChangeDate}
      sidebarKey={key}
      menu={<PanelMenu words={reader.words} {...panel.actions(briefing, { since: open, order }, reader.words)} />}
      search={search}
      onOrder={(next) => void changeSetting('timelineOrder', next)}
    />
  );
}
