import type { Words } from '../../lib/briefing/words';
import { Icon } from './Icon';

interface Props {
  readonly words: Words;
  readonly onBack: () => void;
}

/** The way back from a page that lies on the briefing, at its top. */
export const BackButton = ({ words, onBack }: Props) => (
  <p>
    <button type="button" class="link small" onClick={onBack}>
      <Icon name="chevron" class="chevron chevron-back" />
      {words.t('back')}
    </button>
  </p>
);
