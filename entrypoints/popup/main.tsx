/** The popup: what was found in the tab in front, and the site's switch. */
import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/popup/popup.css';
import { KnowledgeNotice } from '../../components/base/KnowledgeNotice';
import { Popup } from '../../components/popup/Popup';
import { tell } from '../../lib/messaging/client';
import { openOptions, openPanel } from '../../lib/platform/panel';
import { createTabDescriber } from '../../lib/ui/tab-describer';
import { boundTab, useFollowedTab } from '../../lib/ui/use-followed-tab';
import { actOnNotice, useKnowledgeNotice } from '../../lib/ui/use-knowledge-notice';
import { changeSetting, useReader } from '../../lib/ui/use-reader';
import { useTabStatus } from '../../lib/ui/use-tab-status';

const describer = createTabDescriber();

function Page() {
  const reader = useReader();
  const tab = useFollowedTab(boundTab());
  const status = useTabStatus(describer, tab?.id ?? null);
  const notice = useKnowledgeNotice(reader?.words.lang ?? null);
  if (!reader || !status || !tab) return null;
  return (
    <Popup
      status={status}
      words={reader.words}
      marks={reader.settings.marks}
      notice={notice && <KnowledgeNotice notice={notice} words={reader.words} onAct={actOnNotice} />}
      onToggleSite={(on) => tell('site.set', { tabId: tab.id, on })}
      onMarks={(marks) => void changeSetting('marks', marks)}
      onOpenPanel={() => {
        // The first call in the click: an `await` before it would lose the gesture.
        void openPanel(tab).then(() => window.close());
      }}
      onOpenOptions={() => void openOptions()}
      onAddPacks={() => void openOptions('packs')}
      onReveal={(reference) => tell('page.reveal', { tabId: tab.id, reference, index: 0 })}
    />
  );
}

render(<Page />, document.getElementById('root') as HTMLElement);
