import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { FoundSubject } from '../../lib/briefing/own-models';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';
import { Text } from '../base/Text';
import { subjectLine, subjectName } from './subject-text';

/** What the packs call so, as far as it has been looked for; `null`: it is being looked for. */
export interface Found {
  readonly text: string;
  readonly subjects: readonly FoundSubject[] | null;
}

/** One more way to choose, beside what the packs have. */
interface Other {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly legend: string;
  readonly found: Found;
  readonly others: readonly Other[];
  /** What is asked besides while another way is chosen. */
  readonly more?: ComponentChildren;
  /** A reference, or the value of another way. */
  readonly value: Reference | string;
  readonly words: Words;
  readonly onChoose: (value: string) => void;
  readonly onFind: (text: string) => void;
}

/** Whom or what a name means: somebody of the packs who is called so, or is found by another name; or something else. */
export function ChooseSubject({ legend, found, others, more, value, words, onChoose, onFind }: Props) {
  const [text, setText] = useState('');
  const group = useId();
  const field = useId();
  const row = (own: string, content: ComponentChildren) => (
    <label key={own} class="check choose-row">
      <input type="radio" name={group} checked={own === value} onChange={() => onChoose(own)} />
      <span>{content}</span>
    </label>
  );
  return (
    <fieldset class="choose-subject">
      <legend>{legend}</legend>
      {others.map((other) => row(other.value, other.label))}
      {more && <div class="choose-more">{more}</div>}
      {found.subjects?.map(({ subject, role }) =>
        row(
          subject.reference,
          <>
            <Text value={subjectName(subject, words)} class="name" />
            <span class="choose-role small quiet">{role ? <Text value={role} /> : subjectLine(subject, words)}</span>
          </>,
        ),
      )}
      {found.subjects?.length === 0 && found.text !== '' && (
        <p class="small quiet" role="status">
          {words.t('noneCalled', { name: found.text })}
        </p>
      )}
      <div class="own-field">
        <label for={field} class="small quiet">
          {words.t('findCalled')}
        </label>
        <div class="own-find">
          <input
            id={field}
            type="search"
            value={text}
            maxLength={200}
            autocomplete="off"
            spellcheck={false}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={(event) => {
              // The form around it would be sent.
              if (event.key !== 'Enter') return;
              event.preventDefault();
              if (text.trim() !== '') onFind(text);
            }}
          />
          <button type="button" onClick={() => text.trim() !== '' && onFind(text)}>
            {words.t('find')}
          </button>
        </div>
      </div>
    </fieldset>
  );
}
