import type { Words } from '../../lib/briefing/words';
import type { IdleStatus } from './status-message';

export interface SiteActions {
  /** Start on this page, and not on the next one. */
  readonly onOnce: () => void;
  /** Called in the click itself: the browser may have to ask. */
  readonly onAlways: () => void;
  /** Read a page that does not look like an article. */
  readonly onInsist: () => void;
}

interface Props extends SiteActions {
  readonly status: IdleStatus;
  /** Of a private window nothing is kept, not even that a site is wanted. */
  readonly isPrivate: boolean;
  readonly words: Words;
}

/** What a reader can do where Sidelight is off, may not read the page, or sees no article in it. */
export function StatusActions({ status, isPrivate, words, onOnce, onAlways, onInsist }: Props) {
  switch (status.state) {
    case 'not-article':
      return (
        <button type="button" class="status-action" onClick={onInsist}>
          {words.t('briefAnyway')}
        </button>
      );
    case 'off':
    case 'no-access': {
      const asks = status.state === 'no-access' || !status.isAllowed;
      return (
        <div class="status-actions">
          <p>
            <button type="button" onClick={onOnce}>
              {words.t('thisPage')}
            </button>
            {!isPrivate && (
              <button type="button" onClick={onAlways}>
                {words.t('always')}
              </button>
            )}
          </p>
          {asks && !isPrivate && <p class="small quiet name">{words.t('browserWillAsk', { host: status.host })}</p>}
        </div>
      );
    }
    default:
      return null;
  }
}
