/** What options and first page show of the sites: plain values. */
import type { Place } from './schema';

export interface SitesModel {
  readonly where: Place;
  /** The browser lets Sidelight read every site. */
  readonly mayReadEverywhere: boolean;
  /** Of how many sites on our list the browser withholds the permission. */
  readonly withheld: number;
  readonly listed: readonly { readonly site: string; readonly isOn: boolean; readonly isWithheld: boolean }[];
  readonly own: readonly { readonly site: string; readonly isOn: boolean; readonly isAllowed: boolean }[];
}
