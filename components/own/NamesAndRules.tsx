import { useState } from 'preact/hooks';
import type { OwnModel } from '../../lib/briefing/own-models';
import type { Words } from '../../lib/briefing/words';
import type { OwnRecord, Rule } from '../../lib/model/own';
import { PrivateMark } from '../base/PrivateMark';
import { Text } from '../base/Text';
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
        if (record && record.value.text !== name.text) actions.onRemove('names', record.id, record.value.text);
        actions.onPut({ table: 'names', value: { ...name, at: 0 } });
        setEditing(null);
      }}
      onCancel={() => setEditing(null)}
    />
  );
  return (
    <div class="names-and-rules">
      {model.isPrivate && <p class="notice small">{words.t('privateOwn')}</p>}
      <h3>{words.t('myNames')}</h3>
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
          <button type="button" onClick={() => setEditing(NEW)}>
            {words.t('addName')}
          </button>
        </p>
      )}
      <h3>{words.t('rules')}</h3>
      {model.rules.length === 0 ? (
        <p class="small quiet">{words.t('rulesNone')}</p>
      ) : (
        <ul class="own-list">
          {model.rules.map(({ id, value }) => (
            <RuleItem key={id} rule={value} words={words} onRemove={(said) => actions.onRemove('rules', id, said)} />
          ))}
        </ul>
      )}
      <UndoLine undoable={undoable} words={words} onUndo={actions.onUndo} />
    </div>
  );
}

interface NameProps {
  readonly record: OwnRecord<'names'>;
  readonly words: Words;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function NameItem({ record: { value }, words, onEdit, onRemove }: NameProps) {
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
        <button type="button" class="link" aria-label={words.t('editNamed', { name: text })} onClick={onEdit}>
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
