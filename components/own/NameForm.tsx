import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';
import type { OwnName } from '../../lib/model/own';
import { MAX_OWN_NAME_CHARS, MAX_SENTENCE_CHARS } from '../../lib/settings/own-schemas';
import { ChooseSubject, type Found } from './ChooseSubject';

interface Props {
  /** The name as it is, or as it was selected; empty for a new one. */
  readonly text: string;
  /** What it means so far; `null` for a new one. */
  readonly means: OwnName['means'] | null;
  readonly found: Found;
  readonly words: Words;
  readonly onFind: (text: string) => void;
  readonly onSave: (name: Omit<OwnName, 'at'>) => void;
  readonly onCancel: () => void;
}

const OWN = 'own';

/** A name of the reader's: what stands in the text, and what it means. */
export function NameForm({ text: before, means, found, words, onFind, onSave, onCancel }: Props) {
  const [text, setText] = useState(before);
  const [choice, setChoice] = useState<string>(means?.kind === 'record' ? means.reference : OWN);
  const [title, setTitle] = useState(means?.kind === 'own' ? means.title : before);
  const [sentence, setSentence] = useState(means?.kind === 'own' ? means.sentence : '');
  const known = means?.kind === 'record' ? [{ subject: means, role: null }] : [];
  const offered = [
    ...known,
    ...(found.subjects ?? []).filter(({ subject }) =>
      known.every((one) => one.subject.reference !== subject.reference),
    ),
  ];
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  // At once: what is typed next belongs here.
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <form
      ref={form}
      class="own-form"
      onSubmit={(event) => {
        event.preventDefault();
        const subject = offered.find((one) => one.subject.reference === choice)?.subject;
        const own = { kind: 'own', title: title.trim() || text.trim(), sentence: sentence.trim() } as const;
        if (text.trim() !== '') onSave({ text: text.trim(), means: subject ?? own });
      }}
    >
      <Field id={`${id}-text`} label={words.t('nameText')} value={text} max={MAX_OWN_NAME_CHARS} onText={setText} />
      <ChooseSubject
        legend={words.t('nameMeans')}
        found={{ text: found.text, subjects: found.subjects === null && known.length === 0 ? null : offered }}
        others={[{ value: OWN, label: words.t('nameOwn') }]}
        more={
          choice === OWN && (
            <>
              <Field
                id={`${id}-title`}
                label={words.t('nameTitle')}
                value={title}
                max={MAX_OWN_NAME_CHARS}
                isOptional
                onText={setTitle}
              />
              <Field
                id={`${id}-sentence`}
                label={words.t('nameSentence')}
                value={sentence}
                max={MAX_SENTENCE_CHARS}
                isOptional
                onText={setSentence}
              />
            </>
          )
        }
        value={choice}
        words={words}
        onChoose={setChoice}
        onFind={onFind}
      />
      <p class="small quiet">{words.t('namePrivate')}</p>
      <div class="own-buttons">
        <button type="submit">{words.t('save')}</button>
        <button type="button" class="link" onClick={onCancel}>
          {words.t('cancel')}
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly isOptional?: boolean;
  readonly onText: (text: string) => void;
}

function Field({ id, label, value, max, isOptional = false, onText }: FieldProps) {
  return (
    <div class="own-field">
      <label for={id} class="small quiet">
        {label}
      </label>
      <input
        id={id}
        type="text"
        value={value}
        maxLength={max}
        required={!isOptional}
        autocomplete="off"
        dir="auto"
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
    </div>
  );
}
