/** Answers of Wikimedia as records: names, dates and positions from Wikidata, the summary from Wikipedia. */
import { isPackId, type PackId, type RecordId } from '../../model/ids';
import { INTERFACE_LANGUAGES, type InterfaceLanguage, type Localized } from '../../model/localized';
import type { Entity, EntityType, Name, PackHeader, Source } from '../../model/pack';
import { parseEdtf } from '../../text/edtf';
import { foldName } from '../../text/fold';
import { MAX_NAME_CHARS, MAX_TEXT_CHARS } from '../limits';
import { refuseLink } from '../refuse-link';
import type { Summary, WikidataItem } from './answers';
import type { DatedText, LookedUp } from './looked-up';
import { firstSentences, plainText } from './plain-text';
import { rolesOf } from './positions';
import { bestOf, dateOf, itemOf } from './snaks';

/** The pack that looked-up entities are of; no pack file may have its id, and none needs to. */
const PACK = 'look-ups';
const WIKIDATA = 'source/wikidata' as RecordId;
const WIKIPEDIA = 'source/wikipedia' as RecordId;
const HUMAN = 'Q5';
/** Pages that list what a name may mean, and names as such: nothing that a reader could be told about. */
const NO_THINGS = new Set([
  'Q4167410',
  'Q22808320',
  'Q101352',
  'Q202444',
  'Q12308941',
  'Q11879590',
  'Q13406463',
  'Q4167836',
]);
/** Has a seat: an organisation. Lies somewhere: a place. */
const HEADQUARTERS = 'P159';
const COORDINATES = 'P625';
/** More names than a view shows help nobody. */
const MAX_ALIASES = 20;
/** Of Wikipedia's page: what a reader takes in beside an article. */
const MAX_SUMMARY_CHARS = 700;

/** Where and when the answers are from. */
export interface Retrieval {
  readonly lang: InterfaceLanguage;
  /** `2026-11-25`, in the reader's calendar. */
  readonly retrieved: string;
}

type Terms = WikidataItem['labels'];

/** Names in the languages of the interface; one that is the same in all languages stands for the English one. */
export function labelOf(labels: Terms): Record<string, string> {
  const label: Record<string, string> = {};
  for (const lang of INTERFACE_LANGUAGES) {
    const text =
      plainText(labels[lang]?.value, MAX_NAME_CHARS) ??
      (lang === 'en' ? plainText(labels.mul?.value, MAX_NAME_CHARS) : null);
    if (text !== null && foldName(text) !== '') label[lang] = text;
  }
  return label;
}

/** True for an item that is a list of meanings, a family name or the like. */
const isNoThing = ({ claims }: WikidataItem): boolean =>
  (claims.P31 ?? []).some(({ mainsnak }) => NO_THINGS.has(itemOf(mainsnak) ?? ''));

/**
 * The records of an item; `null` when it has no name in any language of the interface, or is no thing. `titles`: what the
 * posts are called. `summary`: of its page, whose language has been looked at (`summaryOf`).
 */
export function toRecords(
  item: WikidataItem,
  titles: ReadonlyMap<string, Localized>,
  summary: { readonly text: DatedText; readonly source: Source } | null,
  { lang, retrieved }: Retrieval,
): LookedUp | null {
  const label = labelOf(item.labels);
  if (Object.keys(label).length === 0 || isNoThing(item)) return null;
  const type = typeOf(item);
  const dates = datesOf(item, type, retrieved);
  const roles = rolesOf(item.claims.P39 ?? [], {
    retrieved,
    titles,
    source: WIKIDATA,
    isDead: dates.died !== undefined,
  });
  const entity: Entity = {
    record: 'entity',
    id: `${type === 'organisation' ? 'org' : type}/${item.id.toLowerCase()}` as RecordId,
    type,
    label,
    names: namesOf(label, item.aliases),
    sources: [WIKIDATA],
    ...dates,
    ...(roles.length > 0 ? { roles } : {}),
    sameAs: [`http://www.wikidata.org/entity/${item.id}`],
  };
  const data: Source = {
    record: 'source',
    id: WIKIDATA,
    title: label[lang] ?? label.en ?? Object.values(label)[0] ?? item.id,
    publisher: 'Wikidata',
    kind: 'reference',
    url: `https://www.wikidata.org/wiki/${item.id}`,
    license: 'CC0-1.0',
    retrieved,
  };
  return {
    item: item.id,
    lang,
    retrieved,
    header: headerOf(retrieved),
    entity,
    sources: summary ? [summary.source, data] : [data],
    short: shortOf(item, lang),
    summary: summary?.text ?? null,
  };
}

function headerOf(retrieved: string): PackHeader {
  if (!isPackId(PACK)) throw new TypeError(`${PACK} is no id of a pack`);
  return {
    record: 'header',
    format: 'sidelight-pack/1',
    id: PACK as PackId,
    version: retrieved.replaceAll('-', '.').replaceAll('.0', '.'),
    title: { en: 'Wikidata' },
    license: 'CC0-1.0',
    publisher: 'Wikidata',
    languages: [...INTERFACE_LANGUAGES],
    coverageTo: retrieved,
  };
}

function typeOf({ claims }: WikidataItem): EntityType {
  if ((claims.P31 ?? []).some(({ mainsnak }) => itemOf(mainsnak) === HUMAN)) return 'person';
  if (claims[HEADQUARTERS]) return 'organisation';
  return claims[COORDINATES] ? 'place' : 'thing';
}

/** Dates of the best statement that has one; what is later than the look-up is a plan. */
function datesOf(
  { claims }: WikidataItem,
  type: EntityType,
  retrieved: string,
): Pick<Entity, 'born' | 'died' | 'founded' | 'dissolved'> {
  const today = parseEdtf(retrieved)?.first ?? 0;
  const dateIn = (property: string): string | undefined => {
    const dates = bestOf(claims[property]).flatMap(({ mainsnak }) => dateOf(mainsnak) ?? []);
    return dates.find((date) => (parseEdtf(date)?.first ?? Number.POSITIVE_INFINITY) <= today);
  };
  const [from, to] = type === 'person' ? (['P569', 'P570'] as const) : (['P571', 'P576'] as const);
  const [began, ended] = [dateIn(from), dateIn(to)];
  const [first, last] = [parseEdtf(began ?? ''), parseEdtf(ended ?? '')];
  const isReversed = first !== null && last !== null && last.last < first.first;
  const pair = isReversed ? [undefined, undefined] : [began, ended];
  const [a, b] = type === 'person' ? (['born', 'died'] as const) : (['founded', 'dissolved'] as const);
  return { ...(pair[0] === undefined ? {} : { [a]: pair[0] }), ...(pair[1] === undefined ? {} : { [b]: pair[1] }) };
}

function namesOf(label: Readonly<Record<string, string>>, aliases: WikidataItem['aliases']): Name[] {
  const names: Name[] = Object.entries(label).map(([lang, text]) => ({ text, lang, kind: 'full' }));
  const seen = new Set(names.map(({ text, lang }) => `${lang} ${text}`));
  for (const lang of INTERFACE_LANGUAGES) {
    const own = lang === 'en' ? [...(aliases.en ?? []), ...(aliases.mul ?? [])] : (aliases[lang] ?? []);
    let taken = 0;
    for (const { value } of own) {
      const text = plainText(value, MAX_NAME_CHARS);
      if (text === null || foldName(text) === '' || seen.has(`${lang} ${text}`) || taken === MAX_ALIASES) continue;
      seen.add(`${lang} ${text}`);
      names.push({ text, lang, kind: 'full' });
      taken += 1;
    }
  }
  return names;
}

function shortOf({ descriptions }: WikidataItem, lang: InterfaceLanguage): DatedText | null {
  for (const tag of [lang, 'en'] as const) {
    const text = plainText(descriptions[tag]?.value, MAX_TEXT_CHARS);
    if (text !== null) return { text, lang: tag };
  }
  return null;
}

/** Why a summary is none that can be shown. */
export type SummaryProblem = 'wrong-language' | 'other-item' | 'no-text';

/** The page's beginning with its source, or why it cannot be shown. */
export function summaryOf(
  summary: Summary,
  item: string,
  lang: InterfaceLanguage,
  retrieved: string,
): { readonly text: DatedText; readonly source: Source } | SummaryProblem {
  if (summary.lang !== lang) return 'wrong-language';
  if (summary.wikibase_item !== undefined && summary.wikibase_item !== item) return 'other-item';
  const text = summary.type === 'standard' ? plainText(summary.extract, Number.POSITIVE_INFINITY) : null;
  const title = plainText(summary.title, MAX_NAME_CHARS);
  if (text === null || title === null) return 'no-text';
  const url = summary.content_urls.desktop.page;
  return {
    text: { text: firstSentences(text, MAX_SUMMARY_CHARS), lang },
    source: {
      record: 'source',
      id: WIKIPEDIA,
      title,
      publisher: 'Wikipedia',
      kind: 'reference',
      ...(refuseLink(url, { secure: true }) === null ? { url } : {}),
      lang,
      license: 'CC-BY-SA-4.0',
      retrieved,
    },
  };
}
