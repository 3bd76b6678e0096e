import type { Words } from '../../lib/briefing/words';
import { CardFrame } from './CardFrame';

interface Props {
  readonly kind: 'loading' | 'missing';
  readonly name: string;
  readonly words: Words;
  readonly onClose: () => void;
  readonly onCheckPacks: () => void;
}

/** A card without its content: on its way, or gone from the record. */
export function CardMessage({ kind, name, words, onClose, onCheckPacks }: Props) {
  return (
    <CardFrame words={words} title={name} busy={kind === 'loading'} onClose={onClose}>
      {kind === 'loading' ? (
        <div class="card-body">
          <p class="visually-hidden" role="status">
            {words.t('loadingCard')}
          </p>
          <div class="grey-lines" aria-hidden="true">
            <span />
            <span />
            <span />
          </div>
        </div>
      ) : (
        <div class="card-body">
          <p>{words.t('damaged')}</p>
          <button type="button" class="link" onClick={onCheckPacks}>
            {words.t('checkPacks')}
          </button>
        </div>
      )}
    </CardFrame>
  );
}
