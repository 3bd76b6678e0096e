import { useId } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';
import type { ConnectProblem, FolderForm } from '../../lib/settings/sync-models';

interface Props {
  /** What is used by now. Secrets are never filled in. */
  readonly known: Pick<FolderForm, 'url' | 'user'> | null;
  readonly problem: ConnectProblem | null;
  readonly words: Words;
  readonly onConnect: (form: FolderForm) => void;
  readonly onCancel: (() => void) | null;
}

/** Where the folder is, and how to get in. */
export function FolderFields({ known, problem, words, onConnect, onCancel }: Props) {
  const id = useId();
  return (
    <form
      class="sync-form"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const field = (name: keyof FolderForm) => String(data.get(name) ?? '');
        onConnect({
          url: field('url'),
          user: field('user'),
          password: field('password'),
          passphrase: field('passphrase'),
        });
      }}
    >
      <label for={`${id}-url`}>{words.t('syncUrl')}</label>
      <input
        id={`${id}-url`}
        name="url"
        type="url"
        inputMode="url"
        placeholder="https://"
        defaultValue={known?.url ?? ''}
        autocomplete="off"
        spellcheck={false}
        required
      />
      <label for={`${id}-user`}>{words.t('syncUser')}</label>
      <input
        id={`${id}-user`}
        name="user"
        type="text"
        defaultValue={known?.user ?? ''}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        required
      />
      <label for={`${id}-password`}>{words.t('syncPassword')}</label>
      <input
        id={`${id}-password`}
        name="password"
        type="password"
        autocomplete="off"
        required
        aria-describedby={`${id}-password-hint`}
      />
      <p id={`${id}-password-hint`} class="small quiet">
        {words.t('syncPasswordHint')}
      </p>
      <label for={`${id}-passphrase`}>{words.t('syncPassphrase')}</label>
      <input
        id={`${id}-passphrase`}
        name="passphrase"
        type="password"
        autocomplete="off"
        required
        aria-describedby={`${id}-passphrase-hint`}
      />
      <p id={`${id}-passphrase-hint`} class="small quiet">
        {words.t('syncPassphraseHint')}
      </p>
      <div role="status">{problem && <p class="notice">{words.t(`syncConnect_${problem}`)}</p>}</div>
      <div class="sync-buttons">
        <button type="submit">{words.t('syncConnect')}</button>
        {onCancel && (
          <button type="button" class="link" onClick={onCancel}>
            {words.t('syncCancel')}
          </button>
        )}
      </div>
    </form>
  );
}
