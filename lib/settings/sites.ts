/**
 * Which site a host belongs to, and where the reader wants Sidelight: the sites on our list, which the manifest names,
 * and the reader's own, for which the browser asks.
 */
import { NEWS_SITES } from './news-sites';

/** A site on our list: its name, and whether hosts below it belong to it. */
interface ListedSite {
  readonly name: string;
  readonly withSubdomains: boolean;
}

const LISTED: readonly ListedSite[] = NEWS_SITES.map((pattern) => {
  const host = pattern.slice('*://'.length, -'/*'.length);
  return host.startsWith('*.') ? { name: host.slice(2), withSubdomains: true } : { name: host, withSubdomains: false };
});

/** The names of our list, in its order: one switch each. */
export const LISTED_NAMES: readonly string[] = LISTED.map(({ name }) => name);

/** Every site, as browsers write it in a permission. */
export const EVERYWHERE = '*://*/*';

/** The site on our list that a host belongs to; `null` when it belongs to none. */
export function listedSite(host: string): string | null {
  const site = LISTED.find(
    ({ name, withSubdomains }) => host === name || (withSubdomains && host.endsWith(`.${name}`)),
  );
  return site?.name ?? null;
}

/** What a host's switch is stored under: the listed site, whose hosts are switched together, or the host itself. */
export const siteOf = (host: string): string => listedSite(host) ?? host;

/** The permission that reading a site needs: of our list as the manifest has it, of the reader's own the one host. */
export const patternOf = (site: string): string => NEWS_SITES[LISTED_NAMES.indexOf(site)] ?? `*://${site}/*`;
