/** Sidelight on a page of its own: the same session as on a news site, beside the page's own script. */
import { ask } from '../../lib/messaging/client';
import { styleOwnPage } from '../../lib/platform/highlight-style';
import { startSession } from './connect-session';

const ATTEMPTS = 10;
const RETRY_MS = 500;

/** Starts once the article is drawn. The background may be starting too: what failed is tried again, a few times. */
export async function startOwnSession(): Promise<void> {
  const { signal } = new AbortController();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      return await startSession({ ask, style: async (names) => styleOwnPage(names), signal });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
