import type { Words } from '../../lib/briefing/words';
import type { ConflictModel } from '../../lib/settings/sync-models';
import { recordName, recordText } from './record-text';
import type { SyncActions } from './sync-actions';

interface Props extends Pick<SyncActions, 'onDecide'> {
  readonly conflicts: readonly ConflictModel[];
  readonly words: Words;
}

/** What two devices changed without knowing of each other, until the reader decides. */
export function Conflicts({ conflicts, words, onDecide }: Props) {
  return (
    <section class="sync-part">
      <h3>{words.t('syncConflicts')}</h3>
      <p class="small quiet">{words.t('syncConflictHint')}</p>
      <ul class="sync-list">
        {conflicts.map(({ id, versions }) => {
          const [shown] = versions;
          const name = shown ? recordName(shown, words) : id;
          return (
            <li key={id}>
              <p class="name">{name}</p>
              <ul class="sync-versions">
                {versions.map((version, i) => (
                  <li key={`${version.clock} ${version.device}`}>
                    <p>{recordText(version, words)}</p>
                    <p class="small quiet">
                      {[version.device ?? words.t('syncThisDevice'), ...(i === 0 ? [words.t('syncUsed')] : [])].join(
                        ' · ',
                      )}
                    </p>
                    <button
                      type="button"
                      class="link"
                      aria-label={`${name}: ${words.t(i === 0 ? 'syncKeepShown' : 'syncUseThis')}: ${recordText(version, words)}`}
                      onClick={() => onDecide(id, i)}
                    >
                      {words.t(i === 0 ? 'syncKeepShown' : 'syncUseThis')}
                    </button>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
