/** The panel: the briefing of the tab in front. One page for Chromium's side panel, Firefox's sidebar and a window. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/panel/panel.css';
import '../../components/panel/strip.css';
import '../../components/card/card.css';
import '../../components/look-up/look-up.css';
import { KnowledgeNotice } from '../../components/base/KnowledgeNotice';
import { Brief } from '../../components/look-up/Brief';
import { BriefForm } from '../../components/look-up/BriefForm';
import { Panel } from '../../components/panel/Panel';
import { PanelMessage } from '../../components/panel/PanelMessage';
import { tell } from '../../lib/messaging/client';
import type { Reference } from '../../lib/model/ids';
import { openOptions, sidebarKey } from '../../lib/platform/panel';
import { withoutFragment } from '../../lib/text/address';
import { createTabDescriber } from '../../lib/ui/tab-describer';
import { useBrief } from '../../lib/ui/use-brief';
import { boundTab, useFollowedTab } from '../../lib/ui/use-followed-tab';
import { actOnNotice, useKnowledgeNotice } from '../../lib/ui/use-knowledge-notice';
import { changeSetting, useReader } from '../../lib/ui/use-reader';
import { useTabStatus } from '../../lib/ui/use-tab-status';

const describer = createTabDescriber();
/** A window of its own, bound to one tab. */
const bound = boundTab();
const NOTHING_OPEN: ReadonlySet<Reference> = new Set();

function Page() {
  const reader = useReader();
  const tab = useFollowedTab(bound);
  const status = useTabStatus(describer, tab?.id ?? null);
  const known = useKnowledgeNotice(reader?.words.lang ?? null);
  const address = withoutFragment(tab?.url ?? '');
  const brief = useBrief(tab?.id ?? null, address);
  // What was opened belongs to the article: another tab or address starts closed.
  const [since, setSince] = useState<{ key: string; open: ReadonlySet<Reference> }>({ key: '', open: NOTHING_OPEN });
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => {
    if (bound !== null) void sidebarKey().then(setKey);
  }, []);
  if (!reader || !status || !tab) return null;
  if (brief.state) {
    return (
      <Brief
        {...brief.state}
        words={reader.words}
        onBack={brief.close}
        onBrief={brief.brief}
        onChoose={brief.choose}
        onRetry={brief.retry}
        onOptions={() => void openOptions('look-ups')}
      />
    );
  }
  const search = <BriefForm words={reader.words} onBrief={brief.brief} />;
  const notice = known && <KnowledgeNotice notice={known} words={reader.words} onAct={actOnNotice} />;
  if (status.state !== 'ready') {
    return (
      <PanelMessage
        status={status}
        words={reader.words}
        notice={notice}
        onSwitchOn={() => tell('site.set', { tabId: tab.id, on: true })}
        onAddPacks={() => void openOptions('packs')}
        search={search}
      />
    );
  }
  const article = `${tab.id} ${address}`;
  const open = since.key === article ? since.open : NOTHING_OPEN;
  return (
    <Panel
      model={status.briefing}
      installing={status.installing}
      words={reader.words}
      notice={notice}
      order={reader.settings.timelineOrder}
      sinceOpen={open}
      onToggleSince={(reference) => {
        const next = new Set(open);
        if (!next.delete(reference)) next.add(reference);
        setSince({ key: article, open: next });
      }}
      onReveal={(reference, index) => tell('page.reveal', { tabId: tab.id, reference, index })}
      onChangeDate={(day) => tell('page.date', { tabId: tab.id, day })}
      sidebarKey={key}
      search={search}
      onOrder={(order) => void changeSetting('timelineOrder', order)}
    />
  );
}

render(<Page />, document.getElementById('root') as HTMLElement);
