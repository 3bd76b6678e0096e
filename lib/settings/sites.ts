/**
 * Which site a host belongs to, and where the reader wants Sidelight: the sites on our list, which the manifest names,
 * and the reader's own, for which the browser asks.
 */
import { NEWS_SITES } from './news-sites';

const LISTED = new Set(NEWS_SITES.map(({ site }) => site));

const listedPattern = (site: string): string => `*://*.${site}/*`;

/** The permissions for the sites on our list, as the manifest has them. */
export const LISTED_PATTERNS: readonly string[] = NEWS_SITES.map(({ site }) => listedPattern(site));

/** Every site, as browsers write it in a permission. */
export const EVERYWHERE = '*://*/*';

/** The site on our list that a host belongs to; `null` when it belongs to none. */
export function listedSite(host: string): string | null {
  for (let site = host; site !== ''; site = site.includes('.') ? site.slice(site.indexOf('.') + 1) : '') {
    if (LISTED.has(site)) return site;
  }
  return null;
}

/** What a host's switch is stored under: the listed site, whose hosts are switched together, or the host itself. */
export const siteOf = (host: string): string => listedSite(host) ?? host;

/** The permission that reading a site needs: of our list as the manifest has it, of the reader's own the one host. */
export const patternOf = (site: string): string => (LISTED.has(site) ? listedPattern(site) : `*://${site}/*`);
