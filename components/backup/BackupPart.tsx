import { useRef } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';
import type { BackupModel } from '../../lib/settings/backup-models';
import { RestoreOffer } from './RestoreOffer';

export interface BackupActions {
  readonly onSave: () => void;
  readonly onFile: (file: File) => void;
  readonly onRestore: () => void;
  /** The reader does not want what was offered. */
  readonly onDecline: () => void;
}

interface Props {
  readonly model: BackupModel;
  readonly actions: BackupActions;
  readonly words: Words;
}

/** Everything that is the reader's as one file, and back. */
export function BackupPart({ model, actions, words }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const isBusy = model.state === 'saving' || model.state === 'reading' || model.state === 'restoring';
  return (
    <div class="backup">
      <h3>{words.t('backupTitle')}</h3>
      <p class="small quiet">{words.t('backupExplain')}</p>
      <p class="backup-actions">
        <button type="button" disabled={isBusy} onClick={actions.onSave}>
          {words.t('backupSave')}
        </button>
        <input
          ref={field}
          type="file"
          class="visually-hidden"
          accept=".jsonl,.json"
          tabIndex={-1}
          aria-label={words.t('backupOpen')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) actions.onFile(file);
            // The same file can be chosen again.
            event.currentTarget.value = '';
          }}
        />
        <button type="button" disabled={isBusy} onClick={() => field.current?.click()}>
          {words.t('backupOpen')}
        </button>
      </p>
      <div role="status">{sayState(model, words)}</div>
      {model.state === 'offered' && (
        <RestoreOffer
          restore={model.restore}
          words={words}
          onRestore={actions.onRestore}
          onDecline={actions.onDecline}
        />
      )}
    </div>
  );
}

function sayState(model: BackupModel, words: Words) {
  const text = stateText(model, words);
  const isTrouble = model.state === 'failed' || model.state === 'refused';
  return text && <p class={isTrouble ? 'notice' : undefined}>{text}</p>;
}

function stateText(model: BackupModel, words: Words): string | null {
  switch (model.state) {
    case 'idle':
    case 'offered':
      return null;
    case 'saving':
    case 'reading':
    case 'restoring':
      return words.t(`backup_${model.state}`);
    case 'saved':
      return words.t('backup_saved', { name: model.name });
    case 'failed':
      return words.t(model.what === 'save' ? 'backupSaveFailed' : 'backupRestoreFailed');
    case 'refused':
      return words.t(`backupRefused_${model.problem.replaceAll('-', '_')}`, { line: model.line });
    case 'restored':
      return words.t(model.packs > 0 ? 'backupRestoredPacks' : 'backup_restored');
  }
}
