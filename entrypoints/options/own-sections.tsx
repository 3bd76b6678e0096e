/** The sections of the options on what is the reader's own. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { OptionsSection } from '../../components/options/OptionsPage';
import { EraseAll } from '../../components/own/EraseAll';
import { HistorySettings } from '../../components/own/HistorySettings';
import { ownSection } from '../../components/own/own-sections';
import type { Words } from '../../lib/briefing/words';
import { ask } from '../../lib/messaging/client';
import { useHistory } from '../../lib/ui/use-history';
import { useOwn } from '../../lib/ui/use-own';
import { useFinder } from '../../lib/ui/use-own-request';

/** The page is about no tab: its own window decides what is private. */
const NO_TAB = -1;

export function useOwnSections(words: Words): {
  readonly section: OptionsSection;
  /** Stands under Privacy. */
  readonly history: ComponentChildren;
  /** Stands under Data. */
  readonly erase: ComponentChildren;
} {
  const own = useOwn(NO_TAB);
  const { found, find } = useFinder(NO_TAB);
  const history = useHistory();
  const [erasing, setErasing] = useState<'idle' | 'erasing' | 'erased' | 'failed'>('idle');
  const { model } = own;
  return {
    section: ownSection({
      own: model && {
        model,
        found,
        undoable: own.undoable,
        actions: { onPut: own.put, onRemove: own.remove, onUndo: own.undo },
        onFind: find,
      },
      words,
    }),
    erase: (
      <EraseAll
        state={erasing}
        words={words}
        onErase={() => {
          setErasing('erasing');
          ask('data.erase', {}).then(
            () => setErasing('erased'),
            () => setErasing('failed'),
          );
        }}
      />
    ),
    history: history.model && (
      <HistorySettings
        {...history.model}
        words={words}
        onChoose={history.onChoose}
        onClear={() => history.onForget(null)}
      />
    ),
  };
}
