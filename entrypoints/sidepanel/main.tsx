/** The panel: the briefing of the tab in front. One page for Chromium's side panel, Firefox's sidebar and a window. */
import { type ComponentChildren, render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/base/menu.css';
import '../../components/panel/panel.css';
import '../../components/panel/strip.css';
import '../../components/panel/timeline.css';
import '../../components/pair/pair.css';
import '../../components/card/card.css';
import '../../components/look-up/look-up.css';
import '../../components/search/search.css';
import '../../components/entity/entity.css';
import '../../components/own/own.css';
import { PanelFrame } from '../../components/export/PanelFrame';
import { Brief } from '../../components/look-up/Brief';
import { PanelMessage } from '../../components/panel/PanelMessage';
import { PanelNotice } from '../../components/panel/PanelNotice';
import { SearchField } from '../../components/search/SearchField';
import { tell } from '../../lib/messaging/client';
import { tellProblems } from '../../lib/messaging/tell-problems';
import { openOptions } from '../../lib/platform/panel';
import { createKnowledgeReader } from '../../lib/ui/knowledge-reader';
import { openPageKnowledge } from '../../lib/ui/page-knowledge';
import { hasArticleDay, readingOf } from '../../lib/ui/reading-of';
import { alwaysOnSite, onlyThisPage } from '../../lib/ui/site-actions';
import { createTabDescriber } from '../../lib/ui/tab-describer';
import { boundTab } from '../../lib/ui/use-followed-tab';
import { actOnNotice, useKnowledgeNotice } from '../../lib/ui/use-knowledge-notice';
import { useOpenedPages } from '../../lib/ui/use-opened-pages';
import { usePanel } from '../../lib/ui/use-panel';
import { useReader } from '../../lib/ui/use-reader';
import { useReading } from '../../lib/ui/use-reading';
import { useSearch } from '../../lib/ui/use-search';
import { ArticlePanel } from './ArticlePanel';
import { OpenedPages } from './OpenedPages';
import { OpenedPair } from './OpenedPair';
import { useOwnPanel } from './own-panel';

const knowledge = openPageKnowledge();
const describer = createTabDescriber(knowledge);
const source = createKnowledgeReader(knowledge);
/** A window of its own, bound to one tab. */
const bound = boundTab();

function Page() {
  const reader = useReader();
  const panel = usePanel(describer, bound, reader?.words ?? null);
  const { tab, status, brief, held, keeper } = panel;
  const known = useKnowledgeNotice(reader?.words.lang ?? null);
  const opened = useOpenedPages(panel.askedAt.tabId, panel.askedAt.address);
  const { pair, ...read } = useReading(describer, panel);
  const reading = reader && readingOf(read.status, reader.namesLang);
  const found = useSearch(source, reading);
  const ownPanel = useOwnPanel(
    {
      tabId: tab?.id ?? null,
      heldBy: held?.state ? held.windowId : -1,
      asOfDay: reading && hasArticleDay(reading) ? (reading.asOf?.day ?? null) : null,
    },
    opened.open,
  );
  if (!reader || !reading || !status || !tab || !keeper) return null;
  const { words } = reader;
  const own = ownPanel(words);
  /** What was opened lies on the rest. */
  const below = (view: ComponentChildren) => (
    <PanelFrame
      keeper={keeper}
      briefing={status.state === 'ready' ? status.briefing : null}
      onCopy={panel.copy}
      said={panel.said}
    >
      {own.around(<OpenedPages {...{ opened, source, reading, words }}>{view}</OpenedPages>)}
    </PanelFrame>
  );
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
  const notice = (held || known) && (
    <PanelNotice held={held} notice={known} words={words} onFollow={panel.follow} onAct={actOnNotice} />
  );
  if (status.state !== 'ready') {
    return below(
      <PanelMessage
        status={status}
        words={words}
        notice={notice}
        isPrivate={tab.private}
        onOnce={() => void onlyThisPage(tab)}
        onAlways={() => alwaysOnSite(tab)}
        onInsist={() => tell('page.insist', { tabId: tab.id })}
        onAddPacks={() => void openOptions('packs')}
        search={search}
        own={own.section}
      />,
    );
  }
  if (pair) {
    return below(<OpenedPair {...{ pair, words }} control={read.control} order={reader.settings.timelineOrder} />);
  }
  return below(
    <ArticlePanel
      {...{ status, panel, read, reader, notice, search }}
      isInSight={opened.pages.length === 0 && !own.isCovering}
      isBound={bound !== null}
      onOpen={opened.open}
      own={own.section}
    />,
  );
}

tellProblems();
render(<Page />, document.getElementById('root') as HTMLElement);
