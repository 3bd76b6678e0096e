/** The page's `meta` elements. Found by their name: by their attributes the whole page would be searched each time. */

import { describedIn } from './page-size';

/** Those that fit a selector, in the page's order. */
export const metas = (document: Document, selector: string): readonly Element[] =>
  [...describedIn(document).getElementsByTagName('meta')].filter((meta) => meta.matches(selector));

/** What the first of them says; empty where there is none. */
export const metaContent = (document: Document, selector: string): string =>
  metas(document, selector)[0]?.getAttribute('content')?.trim() ?? '';
