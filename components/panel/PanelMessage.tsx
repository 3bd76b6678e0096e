import type { ComponentChildren } from 'preact';
import type { Words } from '../../lib/briefing/words';
import { InstallingLine } from '../base/InstallingLine';
import { type SiteActions, StatusActions } from '../base/StatusActions';
import { StatusLine } from '../base/StatusLine';
import { type IdleStatus, moreOf } from '../base/status-message';

interface Props extends SiteActions {
  readonly status: IdleStatus;
  readonly words: Words;
  /** What is said before anything else. */
  readonly notice?: ComponentChildren;
  readonly isPrivate: boolean;
  readonly onAddPacks: () => void;
  /** The field for a name: of use without an article too. */
  readonly search: ComponentChildren;
  /** Pins, notes and history: of use without an article too. */
  readonly own?: ComponentChildren;
}

/** The panel where there is no briefing: why, and what can be done about it. */
export function PanelMessage({ status, words, notice, isPrivate, onAddPacks, search, own, ...actions }: Props) {
  return (
    <main class="panel-message">
      <h1 class="visually-hidden">{words.t('extName')}</h1>
      {notice}
      <StatusLine status={status} words={words} onAddPacks={onAddPacks} />
      <InstallingLine installing={moreOf(status)} words={words} />
      <StatusActions status={status} isPrivate={isPrivate} words={words} {...actions} />
      {search}
      {own}
    </main>
  );
}
