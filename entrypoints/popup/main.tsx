/** The popup: what was found in the tab in front, and the site's switch. */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/popup/popup.css';
import '../../components/search/search.css';
import { KnowledgeNotice } from '../../components/base/KnowledgeNotice';
import { Popup } from '../../components/popup/Popup';
import { SearchField } from '../../components/search/SearchField';
import { ask, tell } from '../../lib/messaging/client';
import { tellProblems } from '../../lib/messaging/tell-problems';
import { askForBrief } from '../../lib/platform/brief-requests';
import { openPage } from '../../lib/platform/opened-pages';
import { openOptions, openPanel } from '../../lib/platform/panel';
import { createKnowledgeReader } from '../../lib/ui/knowledge-reader';
import { openPageKnowledge } from '../../lib/ui/page-knowledge';
import { hasArticleDay, readingOf } from '../../lib/ui/reading-of';
import { alwaysOnSite, onlyThisPage } from '../../lib/ui/site-actions';
import { createTabDescriber } from '../../lib/ui/tab-describer';
import { boundTab, useFollowedTab } from '../../lib/ui/use-followed-tab';
import { actOnNotice, useKnowledgeNotice } from '../../lib/ui/use-knowledge-notice';
import { changeSetting, useReader } from '../../lib/ui/use-reader';
import { useSearch } from '../../lib/ui/use-search';
import { useTabStatus } from '../../lib/ui/use-tab-status';

const knowledge = openPageKnowledge();
const describer = createTabDescriber(knowledge);
const source = createKnowledgeReader(knowledge);

function Page() {
  const reader = useReader();
  const tab = useFollowedTab(boundTab());
  const status = useTabStatus(describer, tab?.id ?? null);
  const notice = useKnowledgeNotice(reader?.words.lang ?? null);
  const [isRefused, setRefused] = useState(false);
  const reading = reader && readingOf(status, reader.namesLang);
  const found = useSearch(source, reading);
  if (!reader || !reading || !status || !tab) return null;
  const inPanel = (what: () => Promise<void>) => {
    // The first call in the click: an `await` before it would lose the gesture. The other beside it: the popup is
    // closed by the browser as soon as something else takes the focus.
    const opening = openPanel(tab);
    void Promise.allSettled([opening, what()]).then(() => window.close());
  };
  // The toolbar button was pressed here: what is not to be seen all the same is the browser's own.
  const isUnreadable = status.state === 'unseen' || (isRefused && status.state !== 'ready');
  return (
    <Popup
      status={isUnreadable ? { state: 'unreadable' } : status}
      isPrivate={tab.private}
      words={reader.words}
      marks={reader.settings.marks}
      notice={notice && <KnowledgeNotice notice={notice} words={reader.words} onAct={actOnNotice} />}
      onToggleSite={(on) => tell('site.set', { tabId: tab.id, on })}
      onOnce={() => void onlyThisPage(tab).then((started) => setRefused(!started))}
      onAlways={() => alwaysOnSite(tab)}
      onInsist={() => tell('page.insist', { tabId: tab.id })}
      onMarks={(marks) => void changeSetting('marks', marks)}
      onOpenPanel={() => inPanel(async () => undefined)}
      onOpenOptions={() => void openOptions()}
      onAddPacks={() => void openOptions('packs')}
      onOpenName={(reference) => {
        // The card takes the keyboard, which the popup has until it closes.
        ask('card.open', { tabId: tab.id, reference }).then(
          () => window.close(),
          () => undefined,
        );
      }}
      search={
        <SearchField
          text={found.text}
          model={found.model}
          hasArticle={hasArticleDay(reading)}
          words={reader.words}
          onType={found.type}
          onOpen={(reference) => inPanel(() => openPage(tab.id, reference))}
          onBrief={(text) => inPanel(() => askForBrief(tab, text))}
        />
      }
    />
  );
}

tellProblems();
render(<Page />, document.getElementById('root') as HTMLElement);
