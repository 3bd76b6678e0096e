import type { Words } from '../../lib/briefing/words';
import type { Undoable } from './own-actions';

interface Props {
  /** `null`: there is nothing to take back. */
  readonly undoable: Undoable | null;
  readonly words: Words;
  readonly onUndo: () => void;
}

/** Says what was just done, and takes it back. It stays in sight, wherever the list has been scrolled to. */
export function UndoLine({ undoable, words, onUndo }: Props) {
  return (
    <div class="undo-line" role="status">
      {undoable && (
        <p class="undo-said small">
          <span class="name">{words.t(`undo_${undoable.kind}`, { name: undoable.name })}</span>
          <button type="button" class="link small" onClick={onUndo}>
            {words.t('undo')}
          </button>
        </p>
      )}
    </div>
  );
}
