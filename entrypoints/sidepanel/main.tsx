/** The panel: the briefing of the tab in front. One page for Chromium's side panel, Firefox's sidebar and a window. */
import { type ComponentChildren, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/panel/panel.css';
import '../../components/panel/strip.css';
import '../../components/card/card.css';
import '../../components/look-up/look-up.css';
import '../../components/search/search.css';
import '../../components/entity/entity.css';
import { KnowledgeNotice } from '../../components/base/KnowledgeNotice';
import { Brief } from '../../components/look-up/Brief';
import { Panel } from '../../components/panel/Panel';
import { PanelMessage } from '../../components/panel/PanelMessage';
import { SearchField } from '../../components/search/SearchField';
import { tell } from '../../lib/messaging/client';
import type { Reference } from '../../lib/model/ids';
import { openOptions, sidebarKey } from '../../lib/platform/panel';
import { withoutFragment } from '../../lib/text/address';
import { createKnowledgeReader } from '../../lib/ui/knowledge-reader';
import { openPageKnowledge } from '../../lib/ui/page-knowledge';
import { hasArticleDay, readingOf } from '../../lib/ui/reading-of';
import { createTabDescriber } from '../../lib/ui/tab-describer';
import { useBrief } from '../../lib/ui/use-brief';
import { boundTab, useFollowedTab } from '../../lib/ui/use-followed-tab';
import { actOnNotice, useKnowledgeNotice } from '../../lib/ui/use-knowledge-notice';
import { useOpenedPages } from '../../lib/ui/use-opened-pages';
import { changeSetting, useReader } from '../../lib/ui/use-reader';
import { useSearch } from '../../lib/ui/use-search';
import { useTabStatus } from '../../lib/ui/use-tab-status';
import { OpenedPages } from './OpenedPages';

const knowledge = openPageKnowledge();
const describer = createTabDescriber(knowledge);
const source = createKnowledgeReader(knowledge);
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
  const opened = useOpenedPages(tab?.id ?? null, address);
  const reading = reader && readingOf(status, reader.words.lang);
  const found = useSearch(source, reading);
  // What was opened belongs to the article: another tab or address starts closed.
  const [since, setSince] = useState<{ key: string; open: ReadonlySet<Reference> }>({ key: '', open: NOTHING_OPEN });
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => {
    if (bound !== null) void sidebarKey().then(setKey);
  }, []);
  if (!reader || !reading || !status || !tab) return null;
  const { words } = reader;
  /** What was opened lies on the rest. */
  const below = (view: ComponentChildren) => <OpenedPages {...{ opened, source, reading, words }}>{view}</OpenedPages>;
  const search = (
    <SearchField
      text={found.text}
      model={found.model}
      hasArticle={hasArticleDay(reading)}
      words={words}
      onType={found.type}
      onOpen={(reference) => {
        // Another question: what was asked before is not come back to.
        brief.close();
        opened.open(reference);
      }}
      onBrief={brief.brief}
    />
  );
  if (brief.state) {
    return below(
      <Brief
        {...brief.state}
        words={words}
        onBack={brief.close}
        onOpen={opened.open}
        search={search}
        onChoose={brief.choose}
        onRetry={brief.retry}
        onOptions={() => void openOptions('look-ups')}
      />,
    );
  }
  const notice = known && <KnowledgeNotice notice={known} words={words} onAct={actOnNotice} />;
  if (status.state !== 'ready') {
    return below(
      <PanelMessage
        status={status}
        words={words}
        notice={notice}
        onSwitchOn={() => tell('site.set', { tabId: tab.id, on: true })}
        onAddPacks={() => void openOptions('packs')}
        search={search}
      />,
    );
  }
  const article = `${tab.id} ${address}`;
  const open = since.key === article ? since.open : NOTHING_OPEN;
  return below(
    <Panel
      model={status.briefing}
      installing={status.installing}
      words={words}
      notice={notice}
      order={reader.settings.timelineOrder}
      sinceOpen={open}
      onToggleSince={(reference) => {
        const next = new Set(open);
        if (!next.delete(reference)) next.add(reference);
        setSince({ key: article, open: next });
      }}
      onOpen={opened.open}
      onReveal={(reference, index) => tell('page.reveal', { tabId: tab.id, reference, index })}
      onChangeDate={(day) => tell('page.date', { tabId: tab.id, day })}
      sidebarKey={key}
      search={search}
      onOrder={(order) => void changeSetting('timelineOrder', order)}
    />,
  );
}

render(<Page />, document.getElementById('root') as HTMLElement);
