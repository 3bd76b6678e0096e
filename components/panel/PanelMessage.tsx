/** What the panel says where there is no briefing, and what can be done. */
import type { PageStatus } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';

interface Props {
  readonly status: Exclude<PageStatus, { state: 'ready' }>;
  readonly words: Words;
}

const MESSAGES = {
  unreadable: 'stateUnreadable',
  'no-access': 'stateNoAccess',
  off: 'stateOff',
  installing: 'stateInstalling',
  reading: 'stateReading',
  'not-article': 'stateNotArticle',
  empty: 'stateEmpty',
} as const;

export function PanelMessage({ status, words }: Props) {
  return (
    <main class="panel">
      <p class="panel-message" role="status">
        {words.t(MESSAGES[status.state])}
      </p>
    </main>
  );
}
