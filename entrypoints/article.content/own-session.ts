/** Sidelight on a page of its own: the same session as on a news site, beside the page's own script. */
import { ask } from '../../lib/messaging/client';
import { styleOwnPage } from '../../lib/platform/highlight-style';
import { startSession } from './connect-session';

/** Call once the article is drawn. */
export async function startOwnSession(): Promise<void> {
  const { signal } = new AbortController();
  await startSession({ ask, style: async (names) => styleOwnPage(names), signal }).catch(() => undefined);
}
