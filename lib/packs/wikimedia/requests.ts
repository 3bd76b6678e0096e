/**
 * The four questions that a look-up asks of Wikimedia, as addresses. Each is a plain GET, so that what is sent is what
 * can be read here: the name or the item's number, and a language.
 */
import type { InterfaceLanguage } from '../../model/localized';

/** Where the services are. Without a slash at the end. */
export interface WikimediaEndpoints {
  /** `https://www.wikidata.org` */
  readonly wikidata: string;
  /** `https://ja.wikipedia.org` for `ja`. */
  readonly wikipedia: (lang: InterfaceLanguage) => string;
}

/** Readings of a name that are asked for: more than a reader would look through. */
const MAX_HITS = 7;
/** What Wikidata answers at once (https://www.wikidata.org/w/api.php?action=help&modules=wbgetentities). */
export const MAX_ITEMS = 50;

/** Names in these languages are wanted of every item; `mul`: names that are the same in all languages. */
const NAME_LANGUAGES = ['en', 'ja', 'ko', 'mul'] as const;

const query = (parameters: Readonly<Record<string, string>>): string =>
  Object.entries({ format: 'json', formatversion: '2', ...parameters })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

/** Items that are called so; `lang`: in which language the name is written, `uselang`: in which they are described. */
export const searchUrl = (
  { wikidata }: WikimediaEndpoints,
  { name, lang, uselang }: { readonly name: string; readonly lang: string; readonly uselang: InterfaceLanguage },
): string =>
  `${wikidata}/w/api.php?${query({
    action: 'wbsearchentities',
    search: name,
    language: lang,
    uselang,
    type: 'item',
    limit: String(MAX_HITS),
  })}`;

/** One item with its names, dates, positions and pages. */
export const itemUrl = ({ wikidata }: WikimediaEndpoints, item: string): string =>
  `${wikidata}/w/api.php?${query({
    action: 'wbgetentities',
    ids: item,
    props: 'labels|aliases|descriptions|claims|sitelinks',
    languages: NAME_LANGUAGES.join('|'),
    sitefilter: 'enwiki|jawiki|kowiki',
  })}`;

/** What items are called; at most `MAX_ITEMS`. */
export const labelsUrl = ({ wikidata }: WikimediaEndpoints, items: readonly string[]): string =>
  `${wikidata}/w/api.php?${query({
    action: 'wbgetentities',
    ids: items.slice(0, MAX_ITEMS).join('|'),
    props: 'labels',
    languages: NAME_LANGUAGES.join('|'),
  })}`;

/** The beginning of a page; its title as Wikidata gives it. */
export const summaryUrl = (endpoints: WikimediaEndpoints, lang: InterfaceLanguage, title: string): string =>
  `${endpoints.wikipedia(lang)}/api/rest_v1/page/summary/${encodeURIComponent(title.replaceAll(' ', '_'))}`;
