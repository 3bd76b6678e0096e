import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';
import type { ShownText } from '../../lib/model/localized';
import { Icon } from '../base/Icon';
import { NoteEditor } from './NoteEditor';
import type { Saving } from './own-actions';

interface Props {
  readonly name: ShownText;
  readonly isPinned: boolean;
  /** `null`: there is none. */
  readonly note: string | null;
  readonly saving: Saving;
  readonly words: Words;
  readonly onPin: () => void;
  readonly onNote: (text: string) => void;
  readonly onRemoveNote: () => void;
  /** Left out where there is nothing to be said of how it was recognised. */
  readonly onNotIt?: (() => void) | undefined;
}

/** What the reader can do with one thing: pin it, write a note on it, say that it is not what a name means. */
export function ThingTools({ name, isPinned, note, saving, words, onPin, onNote, onRemoveNote, onNotIt }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const id = useId();
  // The note's text, its editor or the button that was pressed may be gone: the focus goes to what follows.
  const write = useRef<HTMLButtonElement>(null);
  const hasNote = note !== null;
  const before = useRef({ isWriting, hasNote });
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { isWriting, hasNote };
    const isOver = (was.isWriting && !isWriting) || (was.hasNote && !hasNote && !isWriting);
    if (isOver && document.activeElement === document.body) write.current?.focus();
  }, [isWriting, hasNote]);
  const label = words.t('moreOn', { name: name.text });
  const said = [isPinned ? words.t('isPinned') : '', note === null ? '' : words.t('hasNote')].filter(
    (part) => part !== '',
  );
  return (
    <div class="thing-tools">
      <button
        type="button"
        class="icon-button thing-more"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={[label, ...said].join(' · ')}
        title={label}
        onClick={() => setOpen(!isOpen)}
      >
        {isPinned && <Icon name="pin" class="is-own" />}
        {note !== null && <Icon name="note" class="is-own" />}
        {!isPinned && note === null && <Icon name="pin" />}
      </button>
      {isOpen && (
        <div id={id} class="thing-open">
          {note !== null && !isWriting && (
            <p class="note small" dir="auto">
              {note}
            </p>
          )}
          {isWriting && (
            <NoteEditor
              name={name.text}
              text={note ?? ''}
              saving={saving}
              words={words}
              onText={onNote}
              onDone={() => setWriting(false)}
            />
          )}
          <div class="thing-actions small">
            <button type="button" class="link small" aria-pressed={isPinned} onClick={onPin}>
              {words.t(isPinned ? 'unpin' : 'pinThis')}
            </button>
            {!isWriting && (
              <button ref={write} type="button" class="link small" onClick={() => setWriting(true)}>
                {words.t(note === null ? 'writeNote' : 'editNote')}
              </button>
            )}
            {note !== null && !isWriting && (
              <button type="button" class="link small" onClick={onRemoveNote}>
                {words.t('removeNote')}
              </button>
            )}
            {onNotIt && (
              <button type="button" class="link small" onClick={onNotIt}>
                {words.t('notItAlways')}
              </button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
