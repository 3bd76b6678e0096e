/** The popup: what was found in the tab in front, and the site's switch. */
import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/popup/popup.css';
import '../../components/search/search.css';
import { KnowledgeNotice } from '../../components/base/KnowledgeNotice';
import { Popup } from '../../components/popup/Popup';
import { SearchField } from '../../components/search/SearchField';
import { tell } from '../../lib/messaging/client';
import { askForBrief } from '../../lib/platform/brief-requests';
import { openPage } from '../../lib/platform/opened-pages';
import { openOptions, openPanel } from '../../lib/platform/panel';
import { createKnowledgeReader } from '../../lib/ui/knowledge-reader';
import { openPageKnowledge } from '../../lib/ui/page-knowledge';
import { hasArticleDay, readingOf } from '../../lib/ui/reading-of';
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
  const reading = reader && readingOf(status, reader.words.lang);
  const found = useSearch(source, reading);
  if (!reader || !reading || !status || !tab) return null;
  const inPanel = (what: () => Promise<void>) => {
    // The first call in the click: an `await` before it would lose the gesture.
    void openPanel(tab)
      .then(what)
      .then(() => window.close());
  };
  return (
    <Popup
      status={status}
      words={reader.words}
      marks={reader.settings.marks}
      notice={notice && <KnowledgeNotice notice={notice} words={reader.words} onAct={actOnNotice} />}
      onToggleSite={(on) => tell('site.set', { tabId: tab.id, on })}
      onMarks={(marks) => void changeSetting('marks', marks)}
      onOpenPanel={() => inPanel(async () => undefined)}
      onOpenOptions={() => void openOptions()}
      onAddPacks={() => void openOptions('packs')}
      onReveal={(reference) => tell('page.reveal', { tabId: tab.id, reference, index: 0 })}
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

render(<Page />, document.getElementById('root') as HTMLElement);
