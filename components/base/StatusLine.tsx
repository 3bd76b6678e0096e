import type { Words } from '../../lib/briefing/words';
import { type IdleStatus, statusMessage } from './status-message';

interface Props {
  readonly status: IdleStatus;
  readonly words: Words;
  readonly onAddPacks: () => void;
}

/** What popup and panel say where there is no briefing; a short wait says nothing at all. */
export function StatusLine({ status, words, onAddPacks }: Props) {
  const message = statusMessage(status, words);
  return (
    <div class={status.state === 'reading' ? 'status status-late' : 'status'} role="status">
      <p class="name">{message}</p>
      {status.state === 'installing' && status.total > 0 && (
        <progress value={status.done} max={status.total} aria-label={message} />
      )}
      {status.state === 'empty' && (
        <p>
          {words.t('packsHere', { n: status.packs })}
          {status.coverageTo && ` ${words.t('recordEndsSentence', { date: words.date(status.coverageTo) })}`}{' '}
          <button type="button" class="link" onClick={onAddPacks}>
            {words.t('addPacks')}
          </button>
        </p>
      )}
    </div>
  );
}
