/** A card without its content: on its way, or gone from the record. */
import type { Words } from '../../lib/briefing/words';
import { Icon } from '../base/Icon';

interface Props {
  readonly kind: 'loading' | 'missing';
  readonly name: string;
  readonly words: Words;
  readonly onClose: () => void;
}

export function CardMessage({ kind, name, words, onClose }: Props) {
  return (
    <div class="card" role="dialog" aria-labelledby="card-name" aria-busy={kind === 'loading'}>
      <header class="card-head">
        <h1 id="card-name" tabIndex={-1}>
          {name}
        </h1>
        <button type="button" class="icon-button" aria-label={words.t('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <p class="card-description">{words.t(kind === 'loading' ? 'loadingCard' : 'damagedEntry')}</p>
    </div>
  );
}
