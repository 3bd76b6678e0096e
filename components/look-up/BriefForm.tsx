import { useId, useState } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';

interface Props {
  readonly words: Words;
  readonly onBrief: (text: string) => void;
}

/** Longer is no name. */
const MAX_CHARS = 200;

/** A field for a name that the reader wants to be briefed on. */
export function BriefForm({ words, onBrief }: Props) {
  const [text, setText] = useState('');
  const id = useId();
  return (
    <search>
      <form
        class="brief-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onBrief(text);
        }}
      >
        <label for={id} class="small quiet">
          {words.t('briefLabel')}
        </label>
        <div class="brief-field">
          <input
            id={id}
            type="search"
            value={text}
            maxLength={MAX_CHARS}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <button type="submit">{words.t('briefButton')}</button>
        </div>
      </form>
    </search>
  );
}
