/** What options and first page show of the sites: plain values. */
import type { NewsSite } from './news-sites';
import type { Place } from './schema';

/** A site on our list, and whether Sidelight works there. */
export interface ListedSite extends NewsSite {
  readonly isOn: boolean;
  readonly isWithheld: boolean;
}

export interface SitesModel {
  readonly where: Place;
  /** The browser lets Sidelight read every site. */
  readonly mayReadEverywhere: boolean;
  /** Of how many sites on our list the browser withholds the permission. */
  readonly withheld: number;
  readonly listed: readonly ListedSite[];
  readonly own: readonly { readonly site: string; readonly isOn: boolean; readonly isAllowed: boolean }[];
}
