import type { Words } from '../../lib/briefing/words';
import { SayTwice } from './SayTwice';

interface Props {
  readonly state: 'idle' | 'erasing' | 'erased' | 'failed';
  readonly words: Words;
  readonly onErase: () => void;
}

/** Erases everything that Sidelight keeps, once the reader has said so twice. */
export function EraseAll({ state, words, onErase }: Props) {
  return (
    <div class="erase-all">
      <h3>{words.t('eraseTitle')}</h3>
      <p>{words.t('eraseWhat')}</p>
      <p class="small quiet">{words.t('eraseStays')}</p>
      {state === 'erasing' ? null : (
        <SayTwice
          ask={words.t('eraseButton')}
          question={words.t('eraseAsk')}
          keep={words.t('cancel')}
          onYes={onErase}
        />
      )}
      <p role="status" class={state === 'failed' ? 'danger-text small' : 'small'}>
        {state === 'idle' ? '' : words.t(`eraseState_${state}`)}
      </p>
    </div>
  );
}
