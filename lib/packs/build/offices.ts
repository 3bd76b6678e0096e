/** Posts: the offices that recur from country to country, with the titles by which texts name them, and all others. */
import type { Localized } from '../../model/localized';
import { addName, createDraft, type Draft, labelOf } from './draft';
import { add, type Country, type Gathering } from './gathering';
import { toSlug } from './slugs';
import type { SourceKey } from './sources';

export interface Office {
  readonly key: string;
  readonly matches: { test(position: string): boolean };
  /** Titles that stand before a name, besides the post's own. */
  readonly titles: readonly string[];
  readonly ja: readonly string[];
  readonly ko: readonly string[];
  /** Leads its country. */
  readonly leads?: true;
  /** Added to the prominence of its country, at most. */
  readonly rank: number;
}

/** The offices that every country has, in the words of the inputs. First match wins. */
const OFFICES: readonly Office[] = [
  {
    key: 'president',
    matches: /^President(?: of (?:the )?(?:Republic|Swiss Confederation))?$/,
    titles: ['President'],
    ja: ['大統領'],
    ko: ['대통령'],
    leads: true,
    rank: 0.9,
  },
  {
    key: 'prime-minister',
    matches: /^Prime Minister$/,
    titles: ['Prime Minister', 'Premier'],
    ja: ['首相'],
    ko: ['총리'],
    leads: true,
    rank: 0.88,
  },
  {
    key: 'chancellor',
    matches: /^(?:Federal )?Chancellor$/,
    titles: ['Chancellor'],
    ja: ['首相'],
    ko: ['총리'],
    leads: true,
    rank: 0.88,
  },
  {
    key: 'premier',
    matches: /^Premier(?: of the State Council)?$/,
    titles: ['Premier', 'Prime Minister'],
    ja: ['首相'],
    ko: ['총리'],
    leads: true,
    rank: 0.85,
  },
  {
    key: 'king',
    matches: /^(?:King|monarch|Queen)$/i,
    titles: ['King', 'Queen'],
    ja: ['国王'],
    ko: ['국왕'],
    leads: true,
    rank: 0.8,
  },
  { key: 'emperor', matches: /^Emperor$/, titles: ['Emperor'], ja: ['天皇'], ko: ['일왕'], leads: true, rank: 0.8 },
  {
    key: 'sultan',
    matches: /^Sultan(?: and Prime Minister)?$/,
    titles: ['Sultan'],
    ja: ['国王'],
    ko: ['국왕'],
    leads: true,
    rank: 0.75,
  },
  { key: 'emir', matches: /^Amir$/, titles: ['Emir', 'Amir'], ja: ['首長'], ko: ['국왕'], leads: true, rank: 0.75 },
  {
    key: 'supreme-leader',
    matches: /^Supreme Leader$/,
    titles: ['Supreme Leader'],
    ja: ['最高指導者'],
    ko: ['최고지도자'],
    leads: true,
    rank: 0.9,
  },
  { key: 'pope', matches: /^Pope$/, titles: ['Pope'], ja: ['教皇', '法王'], ko: ['교황'], leads: true, rank: 0.9 },
  {
    key: 'vice-president',
    matches: /^(?:First )?Vice President$/,
    titles: ['Vice President'],
    ja: ['副大統領'],
    ko: ['부통령'],
    rank: 0.6,
  },
  {
    key: 'foreign-minister',
    matches:
      /^(?:Minister (?:of|for) (?:(?:Europe and )?Foreign Affairs(?: and .*)?|External Affairs|External Relations|Foreign Relations)|Secretary of State for (?:Foreign|the Foreign).*)$/,
    titles: ['Foreign Minister', 'Minister of Foreign Affairs', 'Foreign Affairs Minister'],
    ja: ['外相', '外務大臣'],
    ko: ['외무장관', '외교장관'],
    rank: 0.6,
  },
  {
    key: 'defense-minister',
    matches:
      /^(?:Minister (?:of|for) (?:the )?(?:National )?(?:Armed Forces|Defen[cs]e)|Secretary of State for Defen[cs]e)$/,
    titles: ['Defense Minister', 'Defence Minister', 'Minister of Defense', 'Minister of Defence'],
    ja: ['国防相', '防衛相'],
    ko: ['국방장관', '국방부 장관'],
    rank: 0.6,
  },
  {
    key: 'finance-minister',
    matches:
      /^(?:Minister (?:of|for) (?:the )?(?:Finances?|Economy and Finance|Economy, Finances? .*|Strategy and Finance|Finance and Economy)|Chancellor of the Exchequer|Treasurer)$/,
    titles: ['Finance Minister', 'Minister of Finance'],
    ja: ['財務相'],
    ko: ['재무장관'],
    rank: 0.55,
  },
  {
    key: 'interior-minister',
    matches:
      /^(?:Minister (?:of|for) (?:the )?(?:Interior(?: and .*| Affairs)?|Internal Affairs|Home Affairs)|Secretary of State for the Home Department)$/,
    titles: ['Interior Minister', 'Minister of the Interior'],
    ja: ['内相'],
    ko: ['내무장관'],
    rank: 0.5,
  },
  {
    key: 'justice-minister',
    matches: /^Minister (?:of|for) Justice(?: and .*)?$/,
    titles: ['Justice Minister', 'Minister of Justice'],
    ja: ['法相'],
    ko: ['법무장관'],
    rank: 0.45,
  },
  {
    key: 'deputy-prime-minister',
    matches: /^(?:First )?Deputy Prime Minister$/,
    titles: ['Deputy Prime Minister'],
    ja: ['副首相'],
    ko: ['부총리'],
    rank: 0.5,
  },
];

/** Offices of one country that bear other names there. */
const OWN_OFFICES: Readonly<
  Record<string, Readonly<Record<string, { readonly key: string; readonly titles: readonly string[] }>>>
> = {
  US: {
    'Secretary of State': { key: 'secretary-of-state', titles: ['Secretary of State'] },
    'Secretary of Defence': {
      key: 'secretary-of-defense',
      titles: ['Secretary of Defense', 'Defense Secretary', 'Pentagon chief'],
    },
    'Secretary of the Treasury': {
      key: 'treasury-secretary',
      titles: ['Treasury Secretary', 'Secretary of the Treasury'],
    },
    'Attorney General': { key: 'attorney-general', titles: ['Attorney General'] },
    'Secretary of Homeland Security': { key: 'homeland-security-secretary', titles: ['Homeland Security Secretary'] },
    'National Security Advisor': {
      key: 'national-security-adviser',
      titles: ['National Security Adviser', 'National Security Advisor'],
    },
  },
  GB: {
    'Secretary of State for Foreign and Commonwealth Affairs': {
      key: 'foreign-secretary',
      titles: ['Foreign Secretary'],
    },
    'Secretary of State for Defence': { key: 'defence-secretary', titles: ['Defence Secretary', 'Defense Secretary'] },
    'Secretary of State for the Home Department': { key: 'home-secretary', titles: ['Home Secretary'] },
    'Chancellor of the Exchequer': {
      key: 'chancellor-of-the-exchequer',
      titles: ['Chancellor of the Exchequer', 'Chancellor'],
    },
  },
};

/** The flagship pack's posts: one office, one card. */
const ITEMS: Readonly<Record<string, string>> = {
  'china-president': 'Q655407',
  'north-korea-supreme-leader': 'Q56876342',
  'japan-defense-minister': 'Q6500838',
  'japan-foreign-minister': 'Q1355043',
  'japan-prime-minister': 'Q274948',
  'south-korea-defense-minister': 'Q12592405',
  'south-korea-foreign-minister': 'Q12592509',
  'south-korea-president': 'Q6296418',
  'south-korea-prime-minister': 'Q15407843',
  'russia-president': 'Q218295',
  'united-states-president': 'Q11696',
};

export const officeOf = (position: string): Office | undefined => OFFICES.find(({ matches }) => matches.test(position));

/** A position as an office of its country, as one that all countries have, and its slug. */
function identify(position: string, country: Country | null) {
  const own = country ? OWN_OFFICES[country.code]?.[position] : undefined;
  const office = country && !own ? officeOf(position) : undefined;
  const key = own?.key ?? office?.key ?? toSlug(position);
  return { own, office, slug: country ? `${toSlug(labelOf(country.place))}-${key}` : key };
}

/** The post that a position is, if it is there. */
export const findPost = ({ posts }: Gathering, position: string, country: Country): Draft | undefined =>
  posts.get(identify(position, country).slug);

/** The post that a position of a country is, made if it is new. */
export function postOf(gathering: Gathering, position: string, country: Country | null, source: SourceKey): Draft {
  const { own, office, slug } = identify(position, country);
  const known = gathering.posts.get(slug);
  if (known) {
    known.sources.add(source);
    return known;
  }
  const post = add(
    gathering,
    createDraft({
      type: 'post',
      slug,
      tag: source,
      label: labelFor(own ? (own.titles[0] ?? position) : position, country, office, own !== undefined),
      source,
      qid: ITEMS[slug],
    }),
  );
  gathering.posts.set(slug, post);
  if (country) {
    post.prominence = (office?.rank ?? (own ? 0.6 : 0.2)) * country.place.prominence;
    post.relations.push({ kind: office?.leads ? 'head-of' : 'part-of', to: country.place, source });
    if (office || own) addTitles(post, country, office, own?.titles ?? office?.titles ?? []);
    else if (STANDS_BEFORE_NAMES.test(position)) addName(post, position, 'en', 'title', { needs: 'context' });
    // "Russian ambassador to Austria" says whose it is.
    else if (/^Ambassador (?:to|in) /i.test(position)) addName(post, labelOf(post), 'en', 'title');
  }
  return post;
}

/** Titles of ministers and the like; members, judges and ambassadors are called otherwise. */
const STANDS_BEFORE_NAMES =
  /^(?:Minister|Secretary|Governor|Mayor|Premier|Chief Minister|Attorney|Treasurer|Deputy|Speaker|Director|Chair|President|Leader) (?:of|for|-?General)\b/;

/** Says whose it is: "President of France", "Minister for Sport (Australia)", "Governor of Bahia". */
function labelFor(
  position: string,
  country: Country | null,
  office: Office | undefined,
  isOwn: boolean,
): Draft['label'] {
  const title = `${position[0]?.toUpperCase() ?? ''}${position.slice(1)}`;
  if (!country) return { en: title };
  const { place, inSentence, adjective } = country;
  const label: Draft['label'] = { en: title };
  if (office) {
    label.en =
      office.leads && /^[A-Z][a-z]+$/.test(title) && adjective && office.key === 'pope'
        ? title
        : `${title.replace(/^Monarch$/, 'Monarch')} of ${inSentence}`;
    const [ja, ko] = [place.label.ja, place.label.ko];
    if (typeof ja === 'string') label.ja = { text: `${ja}${office.ja[0]}`, auto: true };
    if (typeof ko === 'string') label.ko = { text: `${ko} ${office.ko[0]}`, auto: true };
    return label;
  }
  if (isOwn) label.en = `${title} of ${inSentence}`;
  else if (/^Ambassador (?:to|in) /i.test(title))
    label.en = adjective ? `${adjective} ${title[0]?.toLowerCase()}${title.slice(1)}` : `${title} (${labelOf(place)})`;
  else if (!PLACED.test(title) && !mentions(title, country)) label.en = `${title} (${labelOf(place)})`;
  return label;
}

/** Positions that say their place themselves. */
const PLACED =
  /^(?:(?:Deputy |Lieutenant |Vice |Acting )*(?:Governor|Mayor|Premier|Chief Minister|Administrator|President of the Regional|First Minister)\b.*\b(?:of|the) |Member of the .* (?:of|for) |State deputy of )/i;

const mentions = (title: string, { place, adjective }: Country): boolean =>
  title.includes(labelOf(place)) || (adjective !== '' && title.includes(adjective));

/** Newspapers put the abbreviation where the people would stand: "U.S. president". */
const ABBREVIATED: Readonly<Record<string, readonly string[]>> = { US: ['US', 'U.S.'], GB: ['UK'] };

/** "Prime Minister" for whoever the article is about; "French Prime Minister" says it. */
function addTitles(post: Draft, country: Country, office: Office | undefined, titles: readonly string[]): void {
  for (const title of titles) {
    addName(post, title, 'en', 'title', { needs: 'context' });
    for (const people of [country.adjective, ...(ABBREVIATED[country.code] ?? [])]) {
      if (people) addName(post, `${people} ${title}`, 'en', 'title');
    }
  }
  addName(post, labelOf(post), 'en', 'title');
  for (const title of office?.ja ?? []) addName(post, title, 'ja', 'title', { needs: 'context' });
  for (const title of office?.ko ?? []) addName(post, title, 'ko', 'title', { needs: 'context' });
}

export const titleOf = (post: Draft): Localized => post.label;
