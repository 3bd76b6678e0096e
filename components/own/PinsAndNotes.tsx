import type { OwnModel } from '../../lib/briefing/own-models';
import type { Words } from '../../lib/briefing/words';
import type { OwnRecord, Subject } from '../../lib/model/own';
import { Text } from '../base/Text';
import type { OwnActions, Saving } from './own-actions';
import { subjectLine, subjectName } from './subject-text';
import { ThingTools } from './ThingTools';

interface Props {
  readonly model: OwnModel;
  readonly saving: Saving;
  readonly words: Words;
  readonly actions: OwnActions;
}

/** One thing with what the reader has on it. */
interface Kept {
  readonly id: string;
  readonly subject: Subject;
  readonly at: number;
  readonly pin: OwnRecord<'pins'> | undefined;
  readonly note: OwnRecord<'notes'> | undefined;
}

/** Everything that is pinned or noted, the latest first, the article in front before all. */
export function PinsAndNotes({ model, saving, words, actions }: Props) {
  const { article } = model;
  const kept = keptOf(model);
  const here = article && (kept.find(({ subject }) => isArticle(subject, article.url)) ?? toKept(article));
  const others = kept.filter((one) => one.id !== here?.id);
  const item = (one: Kept) => <Item key={one.id} kept={one} saving={saving} words={words} actions={actions} />;
  return (
    <div class="kept">
      {here && (
        <section>
          <h3>{words.t('thisArticle')}</h3>
          <ul>{item(here)}</ul>
        </section>
      )}
      {others.length > 0 ? <ul>{others.map(item)}</ul> : <p class="small quiet">{words.t('nothingKept')}</p>}
      {model.isPrivate && <p class="notice small">{words.t('privateOwn')}</p>}
    </div>
  );
}

const isArticle = (subject: Subject, url: string): boolean => subject.kind === 'article' && subject.url === url;

const toKept = (subject: Subject): Kept => ({
  id: subject.kind === 'article' ? `article:${subject.url}` : subject.reference,
  subject,
  at: 0,
  pin: undefined,
  note: undefined,
});

function keptOf({ pins, notes }: OwnModel): Kept[] {
  const all = new Map<string, Kept>();
  for (const pin of pins) all.set(pin.id, { ...toKept(pin.value.subject), at: pin.value.at, pin });
  for (const note of notes) {
    const known = all.get(note.id) ?? toKept(note.value.subject);
    all.set(note.id, { ...known, at: Math.max(known.at, note.value.at), note });
  }
  return [...all.values()].sort((a, b) => b.at - a.at);
}

interface ItemProps extends Omit<Props, 'model'> {
  readonly kept: Kept;
}

function Item({ kept: { id, subject, pin, note }, saving, words, actions }: ItemProps) {
  const name = subjectName(subject, words);
  return (
    <li class="kept-row">
      <div>
        <p>
          <button type="button" class="link kept-name" onClick={() => actions.onOpen(subject)}>
            <Text value={name} class="name" />
          </button>
        </p>
        <p class="small quiet dates">{subjectLine(subject, words)}</p>
        {note && (
          <p class="note-line small" dir="auto">
            {note.value.text}
          </p>
        )}
      </div>
      <ThingTools
        name={name}
        isPinned={pin !== undefined}
        note={note?.value.text ?? null}
        saving={saving}
        words={words}
        onPin={() =>
          pin ? actions.onRemove('pins', id, name.text) : actions.onPut({ table: 'pins', value: { subject, at: 0 } })
        }
        onNote={(text) => actions.onNote(subject, text)}
        onRemoveNote={() => actions.onRemove('notes', id, name.text)}
      />
    </li>
  );
}
