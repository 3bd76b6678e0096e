import type { Words } from '../../lib/briefing/words';
import { CardFrame } from './CardFrame';

interface Props {
  readonly kind: 'loading' | 'missing';
  readonly name: string;
  readonly words: Words;
  readonly onClose: () => void;
}

/** A card without its content: on its way, or gone from the record. */
export function CardMessage({ kind, name, words, onClose }: Props) {
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
        <p class="card-body">{words.t('damaged')}</p>
      )}
    </CardFrame>
  );
}
