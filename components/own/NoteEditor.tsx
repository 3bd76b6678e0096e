import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';
import { MAX_NOTE_CHARS } from '../../lib/settings/own-schemas';
import type { Saving } from './own-actions';

interface Props {
  /** What the note is on. */
  readonly name: string;
  readonly text: string;
  readonly saving: Saving;
  readonly words: Words;
  /** Told of every change: nothing has to be pressed for a note to be kept. */
  readonly onText: (text: string) => void;
  readonly onDone: () => void;
}

/** What is left is said when it is little. */
const SAY_LEFT = 500;

/** A note while it is written: kept as it is typed. */
export function NoteEditor({ name, text, saving, words, onText, onDone }: Props) {
  const [value, setValue] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useLayoutEffect(() => field.current?.focus(), []);
  const left = MAX_NOTE_CHARS - value.length;
  return (
    <div class="note-editor">
      <label for={id} class="small quiet">
        {words.t('noteOn', { name })}
      </label>
      <textarea
        ref={field}
        id={id}
        value={value}
        maxLength={MAX_NOTE_CHARS}
        rows={4}
        dir="auto"
        onInput={({ currentTarget }) => {
          setValue(currentTarget.value);
          onText(currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      />
      <div class="note-foot small quiet">
        <span role="status" class={saving === 'failed' ? 'danger-text' : undefined}>
          {saving === 'idle' ? '' : words.t(`noteState_${saving}`)}
        </span>
        {left <= SAY_LEFT && <span class="figures">{words.t('charactersLeft', { n: left })}</span>}
        <button type="button" class="link small" onClick={onDone}>
          {words.t('done')}
        </button>
      </div>
    </div>
  );
}
