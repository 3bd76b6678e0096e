import type { Words } from '../../lib/briefing/words';
import type { SubscriptionModel } from '../../lib/settings/pack-models';
import type { PackActions } from './pack-actions';

interface Props extends Pick<PackActions, 'onAllow' | 'onCheck' | 'onStop'> {
  readonly subscription: SubscriptionModel;
  /** Title of the pack, for screen readers: there are many such lines. */
  readonly name: string;
  readonly words: Words;
}

/** How a pack is kept up to date: when it was looked for, what came of it, and what the reader can do. */
export function UpdatesLine({ subscription, name, words, onAllow, onCheck, onStop }: Props) {
  const { url, host, checkedAgo, nextIn, mayCheckIn, problem, status, running } = subscription;
  const when = running
    ? fetching(running, words)
    : [
        checkedAgo === null ? words.t('updatesNever') : words.t('updatesChecked', { ago: words.relative(-checkedAgo) }),
        words.t('updatesNext', { in: words.relative(nextIn) }),
      ].join(' · ');
  return (
    <>
      <span>{when}</span>
      {problem && <p class="notice">{words.t(`check_${problem}`, { host, status: status ?? 0 })}</p>}
      <span class="pack-buttons">
        {problem === 'no_access' ? (
          <button type="button" class="link" onClick={() => onAllow(url)}>
            {words.t('allowHost', { host })}
          </button>
        ) : mayCheckIn > 0 ? (
          <span class="quiet">{words.t('checkLater', { in: words.relative(mayCheckIn) })}</span>
        ) : (
          !running && (
            <button
              type="button"
              class="link"
              aria-label={words.t('checkNowOf', { name })}
              onClick={() => onCheck(url)}
            >
              {words.t('checkNow')}
            </button>
          )
        )}
        <button type="button" class="link" aria-label={words.t('stopUpdatesOf', { name })} onClick={() => onStop(url)}>
          {words.t('stopUpdates')}
        </button>
      </span>
    </>
  );
}

function fetching({ bytes, total }: NonNullable<SubscriptionModel['running']>, words: Words): string {
  const done = words.bytes(bytes);
  return total === null
    ? words.t('updatesFetching', { done })
    : words.t('updatesFetchingOf', { done, total: words.bytes(total) });
}
