/** An article that the panel is held on while the reader goes elsewhere: what is known of it is kept beside its tab's. */
import { withoutFragment } from '../text/address';
import { isOfAddress, type PageState } from './page-state';

export interface HeldArticle {
  readonly tabId: number;
  /** Of the panel. */
  readonly windowId: number;
  /** Without a fragment. */
  readonly url: string;
  readonly title: string;
  /** As it was last known; `null` in a private window, of which nothing is kept. */
  readonly state: PageState | null;
}

/** What is known of the held article: of its tab while that shows it, else what was kept. */
export const heldState = (held: HeldArticle, live: PageState | null): PageState | null =>
  live && isOfAddress(live, held.url) ? live : held.state;

/** True while the tab shows the article. */
export const isOpenAt = (held: HeldArticle, url: string | null): boolean =>
  url !== null && withoutFragment(url) === held.url;
