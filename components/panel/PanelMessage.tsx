import type { ComponentChildren } from 'preact';
import type { Words } from '../../lib/briefing/words';
import { InstallingLine } from '../base/InstallingLine';
import { StatusLine } from '../base/StatusLine';
import { type IdleStatus, moreOf } from '../base/status-message';

interface Props {
  readonly status: IdleStatus;
  readonly words: Words;
  /** What is said before anything else. */
  readonly notice?: ComponentChildren;
  readonly onSwitchOn: () => void;
  readonly onAddPacks: () => void;
  /** The field for a name: of use without an article too. */
  readonly search: ComponentChildren;
}

/** The panel where there is no briefing: why, and what can be done about it. */
export function PanelMessage({ status, words, notice, onSwitchOn, onAddPacks, search }: Props) {
  return (
    <main class="panel-message">
      <h1 class="visually-hidden">{words.t('extName')}</h1>
      {notice}
      <StatusLine status={status} words={words} onAddPacks={onAddPacks} />
      <InstallingLine installing={moreOf(status)} words={words} />
      {status.state === 'off' && (
        <button type="button" onClick={onSwitchOn}>
          {words.t('siteOn')}
        </button>
      )}
      {search}
    </main>
  );
}
