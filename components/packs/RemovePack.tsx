import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';
import type { PackModel } from '../../lib/settings/pack-models';
import type { PackActions } from './pack-actions';

interface Props extends Pick<PackActions, 'onRemove'> {
  readonly pack: PackModel;
  readonly words: Words;
}

/** Removes a pack, once the reader has said so twice. The focus goes to the way back, and back to where it was. */
export function RemovePack({ pack, words, onRemove }: Props) {
  const [isAsking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const remove = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  // Before the question is seen: the keys pressed at it are its own.
  useLayoutEffect(() => {
    if (isAsking) keep.current?.focus();
    else if (wasAsked.current) remove.current?.focus();
    wasAsked.current = isAsking;
  }, [isAsking]);
  const name = pack.title.text;
  if (!isAsking) {
    return (
      <button
        ref={remove}
        type="button"
        class="link danger"
        aria-label={words.t('removePackOf', { name })}
        onClick={() => setAsking(true)}
      >
        {words.t('removePack')}
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question with its answers, not fields of a form.
    <div
      role="group"
      class="remove-ask"
      aria-label={words.t('removePackOf', { name })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setAsking(false);
      }}
    >
      <p>{words.t(pack.subscription ? 'removeAskUpdates' : 'removeAsk')}</p>
      <button ref={keep} type="button" onClick={() => setAsking(false)}>
        {words.t('keepPack')}
      </button>
      <button type="button" class="danger" onClick={() => onRemove(pack.id)}>
        {words.t('removePack')}
      </button>
    </div>
  );
}
