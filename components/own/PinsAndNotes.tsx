import { useId, useRef, useState } from 'preact/hooks';
import { type Kept, listKept } from '../../lib/briefing/kept';
import type { OwnModel } from '../../lib/briefing/own-models';
import type { Words } from '../../lib/briefing/words';
import { Disclosure } from '../base/Disclosure';
import { Text } from '../base/Text';
import { useFocusAfterRemoval } from '../base/use-focus-after-removal';
import type { OwnActions, Saving } from './own-actions';
import { subjectLine, subjectName } from './subject-text';
import { ThingTools } from './ThingTools';

interface Props {
  readonly model: OwnModel;
  /** An ISO date; `null` where there is no article to read as of its day. */
  readonly asOfDay: string | null;
  readonly saving: Saving;
  readonly words: Words;
  readonly actions: OwnActions;
}

/** Everything that is pinned or noted, the latest first, the article in front before all; later events when asked for. */
export function PinsAndNotes({ model, asOfDay, saving, words, actions }: Props) {
  const { here, others, later } = listKept(model, asOfDay);
  const [laterOpen, setLaterOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  useFocusAfterRemoval(list, '.kept-row');
  const item = (one: Kept) => <Item key={one.id} kept={one} saving={saving} words={words} actions={actions} />;
  return (
    <div class="kept" ref={list} tabIndex={-1}>
      {here && (
        <section>
          <h3>{words.t('thisArticle')}</h3>
          <ul>{item(here)}</ul>
        </section>
      )}
      {others.length > 0 && <ul>{others.map(item)}</ul>}
      {others.length + later.length === 0 && <p class="small quiet">{words.t('nothingKept')}</p>}
      {later.length > 0 && (
        <section>
          <h3>
            <Disclosure isOpen={laterOpen} controls={id} onToggle={() => setLaterOpen(!laterOpen)}>
              {words.t('sinceCount', { n: later.length })}
            </Disclosure>
          </h3>
          {laterOpen && <ul id={id}>{later.map(item)}</ul>}
        </section>
      )}
      {model.isPrivate && <p class="notice small">{words.t('privateOwn')}</p>}
    </div>
  );
}

interface ItemProps extends Omit<Props, 'model' | 'asOfDay'> {
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
