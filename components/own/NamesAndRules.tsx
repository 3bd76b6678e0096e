import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OwnModel } from '../../lib/briefing/own-models';
import type { Words } from '../../lib/briefing/words';
import type { OwnRecord, Rule } from '../../lib/model/own';
import { ownId } from '../../lib/settings/own-schemas';
import { PrivateMark } from '../base/PrivateMark';
import { Text } from '../base/Text';
import { useFocusAfterRemoval } from '../base/use-focus-after-removal';
import type { Found } from './ChooseSubject';
import { NameForm } from './NameForm';
import type { OwnActions, Undoable } from './own-actions';
import { subjectName } from './subject-text';
import { UndoLine } from './UndoLine';

interface Props {
  readonly model: Pick<OwnModel, 'names' | 'rules' | 'isPrivate'>;
  readonly found: Found;
  readonly undoable: Undoable | null;
  readonly words: Words;
  readonly actions: Pick<OwnActions, 'onPut' | 'onRemove' | 'onUndo'>;
  readonly onFind: (text: string) => void;
}

const NEW = '';

/** The reader's own names, and the rules made with "Not it": each can be taken back. */
export function NamesAndRules({ model, found, undoable, words, actions, onFind }: Props) {
  /** Id of the name that is being edited; `NEW` for one that is added. */
  const [editing, setEditing] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  // A form that closes gives the focus back to the button that opened it, or to the one that stands for it.
  const edited = useRef<string | null>(null);
  useLayoutEffect(() => {
    const before = edited.current;
    edited.current = editing;
    if (before === null || editing !== null || document.activeElement !== document.body) return;
    const opener = list.current?.querySelector<HTMLElement>(`[data-edits="${CSS.escape(before)}"]`);
    (opener ?? list.current?.querySelector<HTMLElement>(`[data-edits="${NEW}"]`))?.focus();
  }, [editing]);
  const form = (record: OwnRecord<'names'> | null) => (
    <NameForm
      key={record?.id ?? NEW}
      text={record?.value.text ?? ''}
      means={record?.value.means ?? null}
      found={found}
      words={words}
      onFind={onFind}
      onSave={(name) => {
        // Under another form it would be another name: the old one goes.
        if (record && record.id !== ownId('names', { ...name, at: 0 }))
          actions.onRemove('names', record.id, record.value.text);
        actions.onPut({ table: 'names', value: { ...name, at: 0 } });
        setEditing(null);
      }}
      onCancel={() => setEditing(null)}
    />
  );
  return (
    <div class="names-and-rules" ref={list}>
      {model.isPrivate && <p class="notice small">{words.t('privateOwn')}</p>}
      <Part title={words.t('myNames')}>
        <p class="small quiet">{words.t('namePrivate')}</p>
        {model.names.length > 0 && (
          <ul class="own-list">
            {model.names.map((record) =>
              editing === record.id ? (
                <li key={record.id}>{form(record)}</li>
              ) : (
                <NameItem
                  key={record.id}
                  record={record}
                  words={words}
                  onEdit={() => setEditing(record.id)}
                  onRemove={() => actions.onRemove('names', record.id, record.value.text)}
                />
              ),
            )}
          </ul>
        )}
        {editing === NEW ? (
          form(null)
        ) : (
          <p>
            <button type="button" data-edits={NEW} onClick={() => setEditing(NEW)}>
              {words.t('addName')}
            </button>
          </p>
        )}
      </Part>
      <Part title={words.t('rules')}>
        {model.rules.length === 0 ? (
          <p class="small quiet">{words.t('rulesNone')}</p>
        ) : (
          <ul class="own-list">
            {model.rules.map(({ id, value }) => (
              <RuleItem key={id} rule={value} words={words} onRemove={(said) => actions.onRemove('rules', id, said)} />
            ))}
          </ul>
        )}
      </Part>
      <UndoLine undoable={undoable} words={words} onUndo={actions.onUndo} />
    </div>
  );
}

/** A heading with a list: where its last row is removed, the focus is at the list's own place. */
function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const part = useRef<HTMLElement>(null);
  useFocusAfterRemoval(part, '.own-list > li');
  const id = useId();
  return (
    <section ref={part} class="own-part" tabIndex={-1} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

interface NameProps {
  readonly record: OwnRecord<'names'>;
  readonly words: Words;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function NameItem({ record: { id, value }, words, onEdit, onRemove }: NameProps) {
  const { text, means } = value;
  return (
    <li class="kept-row">
      <div>
        <p>
          <strong class="name" dir="auto">
            {text}
          </strong>
          <PrivateMark words={words} />
        </p>
        <p class="small quiet">
          {means.kind === 'record' ? (
            <Text value={subjectName(means, words)} class="name" />
          ) : (
            <span class="name" dir="auto">
              {[means.title === text ? '' : means.title, means.sentence].filter((part) => part !== '').join(' · ')}
            </span>
          )}
        </p>
      </div>
      <span class="own-buttons">
        <button
          type="button"
          class="link"
          data-edits={id}
          aria-label={words.t('editNamed', { name: text })}
          onClick={onEdit}
        >
          {words.t('edit')}
        </button>
        <button type="button" class="link" aria-label={words.t('removeNamed', { name: text })} onClick={onRemove}>
          {words.t('remove')}
        </button>
      </span>
    </li>
  );
}

interface RuleProps {
  readonly rule: Rule;
  readonly words: Words;
  readonly onRemove: (said: string) => void;
}

function RuleItem({ rule, words, onRemove }: RuleProps) {
  const said = ruleText(rule, words);
  const { scope } = rule;
  const where =
    scope.kind === 'site'
      ? words.t('scope_site', { host: scope.host })
      : scope.kind === 'article'
        ? words.t('scopeOneArticle', { url: scope.url })
        : words.t('scope_everywhere');
  return (
    <li class="kept-row">
      <div>
        <p class="name">{said}</p>
        <p class="small quiet name">{where}</p>
      </div>
      <button
        type="button"
        class="link"
        aria-label={words.t('removeNamed', { name: said })}
        onClick={() => onRemove(said)}
      >
        {words.t('remove')}
      </button>
    </li>
  );
}

function ruleText({ form, subject, instead }: Rule, words: Words): string {
  const name = subjectName(subject, words).text;
  const other = instead && subjectName(instead, words).text;
  if (form === null) {
    return other === null ? words.t('ruleMuted', { name }) : words.t('ruleMeans', { name, other });
  }
  return other === null ? words.t('ruleMutedForm', { form, name }) : words.t('ruleMeansForm', { form, name, other });
}
