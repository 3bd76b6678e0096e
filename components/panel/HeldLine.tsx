import type { Words } from '../../lib/briefing/words';
import { SourceLink } from '../base/SourceLink';

interface Props {
  readonly headline: string;
  /** The article's address, where it is no longer open; `null` while it is. */
  readonly gone: string | null;
  readonly words: Words;
  readonly onFollow: () => void;
}

/** The panel stays on an article while the reader is elsewhere: which, and the way back. */
export function HeldLine({ headline, gone, words, onFollow }: Props) {
  return (
    <div class="held small">
      <p>
        <span dir="auto">{words.t('heldOn', { headline })}</span>
        {' · '}
        <button type="button" class="link small" onClick={onFollow}>
          {words.t('follow')}
        </button>
      </p>
      {gone !== null && (
        <p class="quiet">
          {words.t('heldGone')} <SourceLink url={gone}>{words.t('openAgain')}</SourceLink>
        </p>
      )}
    </div>
  );
}
