import type { Words } from '../../lib/briefing/words';
import type { FolderModel, SyncModel } from '../../lib/settings/sync-models';
import type { SyncActions } from './sync-actions';

interface Props {
  readonly folder: FolderModel;
  readonly progress: SyncModel['progress'];
  readonly words: Words;
  readonly actions: Pick<SyncActions, 'onSync' | 'onAllow' | 'onRefill' | 'onDeletions' | 'onDisconnect'>;
  readonly onChange: () => void;
}

/** How the folder is doing, and what the reader has to decide. */
export function FolderStatus({ folder, progress, words, actions, onChange }: Props) {
  const { host, url, user, held, problem, status, holder, devices } = folder;
  return (
    <div class="sync-status">
      <p class="name">{words.t('syncAs', { host, user })}</p>
      <div role="status">
        <p class="quiet">{progress ? words.t(`syncPhase_${progress.phase}`) : when(folder, words)}</p>
        {problem && !progress && (
          <p class="notice">
            {problem === 'locked' && holder
              ? words.t('syncLockedBy', { who: holder })
              : words.t(`syncProblem_${problem}`, { status: status ?? '–' })}
          </p>
        )}
        {held && !progress && (
          <p class="notice">
            {held.kind === 'empty'
              ? words.t('syncHeldEmpty')
              : words.t('syncHeldDeletions', { label: held.label, n: held.count, live: held.live })}
          </p>
        )}
      </div>
      {progress && (
        <progress
          max={Math.max(progress.total, 1)}
          value={progress.done}
          aria-label={words.t(`syncPhase_${progress.phase}`)}
        />
      )}
      <div class="sync-buttons">
        {held?.kind === 'deletions' && (
          <>
            <button type="button" onClick={() => actions.onDeletions('keep')}>
              {words.t('syncKeepThem')}
            </button>
            <button type="button" class="danger" onClick={() => actions.onDeletions('delete')}>
              {words.t('syncDeleteThem')}
            </button>
          </>
        )}
        {(held?.kind === 'empty' || problem === 'damaged') && (
          <button type="button" onClick={actions.onRefill}>
            {words.t('syncRefill')}
          </button>
        )}
        {problem === 'no_permission' ? (
          <button type="button" onClick={() => actions.onAllow(url)}>
            {words.t('syncAllow', { host })}
          </button>
        ) : (
          !held && (
            <button type="button" disabled={progress !== null} onClick={actions.onSync}>
              {words.t('syncNow')}
            </button>
          )
        )}
        <button type="button" class="link sync-change" onClick={onChange}>
          {words.t('syncChange')}
        </button>
        <button type="button" class="link danger" onClick={actions.onDisconnect}>
          {words.t('syncDisconnect')}
        </button>
      </div>
      {devices.length > 0 && (
        <div>
          <h4>{words.t('syncDevices')}</h4>
          <ul class="sync-devices">
            {devices.map((device, i) => (
              // Two of them may be called the same.
              <li key={`${i} ${device.label}`}>
                {device.label}
                {device.problem && <span class="quiet">{` · ${words.t(`syncPeer_${device.problem}`)}`}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function when({ syncedAgo, nextIn }: FolderModel, words: Words): string {
  const last = syncedAgo === null ? words.t('syncNever') : words.t('syncDone', { ago: words.relative(-syncedAgo) });
  return nextIn === null ? last : `${last} · ${words.t('syncNext', { in: words.relative(nextIn) })}`;
}
