import type { Installing } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';

interface Props {
  readonly installing: Installing | undefined;
  readonly words: Words;
}

/** More is being installed, while what is known already answers; nothing otherwise. */
export function InstallingLine({ installing, words }: Props) {
  if (!installing || installing.total === 0) return null;
  const message = words.t('installingCount', { done: installing.done, total: installing.total });
  return (
    <div class="installing small quiet figures">
      <p>{message}</p>
      <progress value={installing.done} max={installing.total} aria-label={message} />
    </div>
  );
}
