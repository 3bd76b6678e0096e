import type { Words } from '../../lib/briefing/words';
import type { StateModel } from '../../lib/settings/sync-models';
import { recordName, recordText } from './record-text';
import type { SyncActions } from './sync-actions';

interface Props extends Pick<SyncActions, 'onUndo'> {
  readonly states: readonly StateModel[];
  readonly words: Words;
}

/** What came from other devices, the latest first, with the way back. */
export function PastStates({ states, words, onUndo }: Props) {
  return (
    <section class="sync-part">
      <h3>{words.t('syncStates')}</h3>
      <ol class="sync-list">
        {states.map(({ at, ago, count, changes }, i) => {
          const title = words.t('syncState', { ago: words.relative(-ago), n: count });
          return (
            <li key={at}>
              <p class="name">{title}</p>
              <ul class="small">
                {changes.map((change) => (
                  <li key={change.id}>
                    {recordName(change, words)}
                    <span class="quiet">{` · ${words.t('syncBefore', { value: recordText(change, words) })}`}</span>
                  </li>
                ))}
              </ul>
              <button
                type="button"
                class="link"
                aria-label={`${words.t('syncUndo')}: ${title}`}
                onClick={() => onUndo(i)}
              >
                {words.t('syncUndo')}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
