import { useId, useRef, useState } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';
import type { AddingModel } from '../../lib/settings/pack-models';
import type { PackActions } from './pack-actions';

interface Props extends Pick<PackActions, 'onFiles' | 'onAddUrl'> {
  readonly adding: AddingModel | null;
  readonly words: Words;
}

/** Adds a pack: a file that is chosen or dropped, or an address. */
export function AddPack({ adding, words, onFiles, onAddUrl }: Props) {
  const [isOver, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const take = (files: FileList | null | undefined) => {
    if (files && files.length > 0) onFiles([...files]);
  };
  return (
    <div class="add-pack">
      <h3>{words.t('addPack')}</h3>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button inside. */}
      <div
        class={isOver ? 'drop drop-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <input
          ref={field}
          type="file"
          class="visually-hidden"
          accept=".jsonl,.gz,.json,application/gzip"
          multiple
          tabIndex={-1}
          aria-label={words.t('addFile')}
          onChange={(event) => {
            take(event.currentTarget.files);
            // The same file can be chosen again, after it was mended.
            event.currentTarget.value = '';
          }}
        />
        <button type="button" onClick={() => field.current?.click()}>
          {words.t('addFile')}
        </button>
        <span class="quiet">{words.t('addDrop')}</span>
      </div>
      <form
        class="add-url"
        onSubmit={(event) => {
          event.preventDefault();
          const url = String(new FormData(event.currentTarget).get('url') ?? '').trim();
          if (url !== '') onAddUrl(url);
        }}
      >
        <label for={id}>{words.t('addUrl')}</label>
        <input
          id={id}
          name="url"
          type="url"
          inputMode="url"
          placeholder="https://"
          autocomplete="off"
          spellcheck={false}
          required
          aria-describedby={`${id}-hint`}
        />
        <button type="submit" disabled={adding?.state === 'asking'}>
          {words.t('addUrlButton')}
        </button>
        <p id={`${id}-hint`} class="small quiet">
          {words.t('addUrlHint')}
        </p>
      </form>
      <div role="status">
        {adding && (
          <p class={['asking', 'fetched', 'unchanged'].includes(adding.state) ? 'quiet' : 'notice'}>
            {words.t(`check_${adding.state}`, { host: adding.host, status: adding.status ?? 0 })}
          </p>
        )}
      </div>
    </div>
  );
}
