import type { Installing, PageStatus } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';

/** Every state of a tab but the one with a briefing. */
export type IdleStatus = Exclude<PageStatus, { state: 'ready' }>;

/** What is being installed beside what answers already. */
export const moreOf = (status: PageStatus): Installing | undefined =>
  'installing' in status ? status.installing : undefined;

/** The sentence that popup and panel say where there is no briefing. */
export function statusMessage(status: IdleStatus, words: Words): string {
  switch (status.state) {
    case 'unreadable':
      return words.t('unreadable');
    case 'unseen':
      return words.t('unseen');
    case 'no-access':
      return words.t('noAccess', { host: status.host });
    case 'off':
      return words.t('siteOff', { host: status.host });
    case 'failed':
      return words.t('installFailed');
    case 'installing':
      return status.total > 0
        ? words.t('installingCount', { done: status.done, total: status.total })
        : words.t('installing');
    case 'reading':
      return words.t('reading');
    case 'not-article':
      return words.t('notArticle');
    case 'empty':
      return words.t('nothingFound');
  }
}
