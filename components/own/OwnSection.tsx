import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { HistoryModel, OwnModel } from '../../lib/briefing/own-models';
import type { Words } from '../../lib/briefing/words';
import { Disclosure } from '../base/Disclosure';
import { type HistoryActions, HistoryList } from './HistoryList';
import type { OwnActions, Saving } from './own-actions';
import { PinsAndNotes } from './PinsAndNotes';

interface Props {
  readonly model: OwnModel;
  /** The day that is read; `null` where there is no article. */
  readonly asOfDay: string | null;
  /** `null` until it has been read. */
  readonly history: HistoryModel | null;
  readonly saving: Saving;
  readonly words: Words;
  readonly actions: OwnActions;
  readonly historyActions: HistoryActions;
  readonly onAddName: () => void;
}

/** The last sections of the panel: pins and notes, history. */
export function OwnSection({ model, asOfDay, history, saving, words, actions, historyActions, onAddName }: Props) {
  const count = new Set([...model.pins, ...model.notes].map(({ id }) => id)).size;
  return (
    <div class="panel-own">
      <Part label={count === 0 ? words.t('pinsAndNotes') : words.t('pinsAndNotesCount', { n: count })}>
        <PinsAndNotes model={model} asOfDay={asOfDay} saving={saving} words={words} actions={actions} />
      </Part>
      {history && (
        <Part label={words.t('history')}>
          <HistoryList model={history} words={words} {...historyActions} />
        </Part>
      )}
      <button type="button" class="link disclosure" onClick={onAddName}>
        {words.t('addName')}
      </button>
    </div>
  );
}

function Part({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <section>
      <h2>
        <Disclosure isOpen={isOpen} controls={id} onToggle={() => setOpen(!isOpen)}>
          {label}
        </Disclosure>
      </h2>
      {isOpen && <div id={id}>{children}</div>}
    </section>
  );
}
