/** Pages of the extension that hold an article of its own: marks and card work there as they do on a news site. */
import { withoutFragment } from '../text/address';
import { extensionOrigin } from './browser';

const PATHS = ['/welcome.html', '/sample.html'];

/** True for their addresses. */
export function isOwnArticle(url: string | null): boolean {
  if (url === null) return false;
  const origin = extensionOrigin();
  return PATHS.some((path) => withoutFragment(url).split('?')[0] === origin + path);
}
