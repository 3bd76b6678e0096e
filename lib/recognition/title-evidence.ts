/**
 * What a title beside a name says of whom it can mean. A title is found in the packs (names of an office) or in the
 * tables; either way it must fit an office that is asserted on the day, or a past one where the text says so.
 */

import type { Hit } from './hit';
import type { HeldPost, NameFacts } from './name-index';
import { countryAfter, isFormer, type OfficeTitle, officeAfter, officeBefore } from './offices';
import type { ReadBlock } from './read-block';
import type { Surroundings } from './surroundings';
import { FIRM_NOUNS } from './tables/english';
import { isDemonym } from './tables/english-people';
import { type TitleAfter, titleAt, titleEndingAt } from './tables/titles-after';
import { isSpace, wordAfter, wordBefore } from './words';

interface FoundTitle {
  readonly form: string;
  /** Offices of the packs that have this title; `null` when only tables know it. */
  readonly posts: readonly number[] | null;
  /** The country that the title is said to be of: -1 for none, `null` for one that no pack knows. */
  readonly country: number | null;
  readonly isOffice: boolean;
  readonly isFormer: boolean;
}

/** The title beside one hit; looked up when first asked for. */
export class TitleEvidence {
  readonly #index: NameFacts;
  readonly #block: ReadBlock;
  readonly #hit: Hit;
  readonly #around: Surroundings;
  readonly #asOfDay: number | null;
  #found: FoundTitle | null | undefined;

  constructor(index: NameFacts, block: ReadBlock, hit: Hit, around: Surroundings, asOfDay: number | null) {
    this.#index = index;
    this.#block = block;
    this.#hit = hit;
    this.#around = around;
    this.#asOfDay = asOfDay;
  }

  #title(): FoundTitle | null {
    if (this.#found === undefined) this.#found = findTitle(this.#index, this.#block, this.#hit, this.#around);
    return this.#found;
  }

  #fits(target: number): boolean {
    const title = this.#title();
    const day = this.#asOfDay;
    if (title === null || day === null) return false;
    for (const held of this.#index.posts(target)) {
      const isThen = title.isFormer ? held.to < day : held.from <= day && day <= held.to;
      if (isThen && fitsRole(this.#index, title, held)) return true;
    }
    return false;
  }

  /** The title, as the text has it in small letters, that fits this target; `null` when none does. */
  fitting(target: number): string | null {
    return this.#fits(target) ? this.any() : null;
  }

  /** True when a title of an office stands here that does not fit this target. */
  isAnothers(target: number): boolean {
    return this.#title() !== null && !this.#fits(target);
  }

  /** True when the title is rare enough to name its holder by the family name alone. */
  namesHolder(): boolean {
    return this.#title()?.isOffice === true;
  }

  /** True when a title of Korean ends before the name, a space between. */
  endsBefore(): boolean {
    const { text } = this.#block;
    return text[this.#hit.start - 1] === ' ' && titleEndingAt(text, this.#hit.start) !== null;
  }

  /** A title stands here, whomever it fits; no courtesy. */
  any(): string | null {
    return this.#title()?.form ?? null;
  }
}

function findTitle(index: NameFacts, block: ReadBlock, hit: Hit, around: Surroundings): FoundTitle | null {
  const { text } = block;
  if (isOfSomethingElse(text, hit.end)) return null;
  const office = officeBefore(index, block, hit.start) ?? officeAfter(index, block, hit.end);
  if (office && isOfFirm(text, office.start)) return null;
  if (office) return fromPack(text, hit, office);
  const before = around.titleBefore();
  if (before !== null) {
    if (before.isCourtesy || isQualified(text, before.at)) return null;
    return { form: before.form, posts: null, country: -1, isOffice: true, isFormer: isFormer(text, before.at) };
  }
  const of = countryAfter(index, block, hit.end);
  const after = titleAt(text, of?.titleStart ?? (isSpace(text.charCodeAt(hit.end)) ? hit.end + 1 : hit.end));
  if (after !== null) return after.rank === 'courtesy' ? null : fromTable(after, of?.country);
  const ending = titleEndingAt(text, hit.start);
  return ending === null || ending.rank === 'courtesy' ? null : fromTable(ending);
}

const fromTable = ({ form, rank, isFormer: past }: TitleAfter, country = -1): FoundTitle => ({
  form,
  posts: null,
  country,
  isOffice: rank === 'office',
  isFormer: past,
});

/** Between a name and its title in Japanese, Chinese and Korean: 石破前首相. */
const PAST = /(?:前|元|전)\s?$/;

function fromPack(text: string, hit: Hit, office: OfficeTitle): FoundTitle {
  const isBefore = office.end <= hit.start;
  return {
    form: text.slice(office.start, office.end).toLowerCase(),
    posts: office.posts,
    country: office.isForeign ? null : office.country,
    isOffice: true,
    isFormer: isBefore ? isFormer(text, office.phraseStart) : PAST.test(text.slice(hit.end, office.start)),
  };
}

/** What makes another office of a title: who holds the one does not hold the other. */
const DEPUTY = /(?:^|\s)(?:vice|deputy|assistant|acting|shadow)(?:\s|$)|副|부(?=총리|대통령|위원장|회장|장관)/;

/**
 * A title that packs know means its offices. Where none of them is of the holder's country, packs know the title for
 * others only, and the role's own titles decide: 국방장관 is a name of one office, and in the role of Lloyd Austin.
 */
function fitsRole(index: NameFacts, { form, posts, country }: FoundTitle, held: HeldPost): boolean {
  const own = index.country(held.post >= 0 ? held.post : held.of);
  if (posts !== null && held.post >= 0) {
    if (posts.includes(held.post)) return true;
    if (country === null || posts.some((post) => index.country(post) === own)) return false;
  }
  if (country !== null && country >= 0 && own >= 0 && own !== country) return false;
  for (const title of index.titles(held.number)) if (fitsTitle(form, title)) return true;
  return false;
}

/** True when a title in a text can be short for that of a role: "president", "president of the republic of korea". */
export function fitsTitle(form: string, role: string): boolean {
  if (DEPUTY.test(form) !== DEPUTY.test(role)) return false;
  if (/[a-z]/.test(form)) {
    const words = new Set(role.split(/[\s,-]+/));
    return form.split(/[\s-]+/).every((word) => words.has(word) || words.has(SPELLINGS[word] ?? word));
  }
  return shortTitle(role).endsWith(shortTitle(form));
}

const SPELLINGS: Readonly<Record<string, string>> = {
  defense: 'defence',
  defence: 'defense',
  premier: 'minister',
  secretary: 'minister',
};

/** What the Japanese press makes of the names of ministries. */
const SHORT_MINISTRIES: Readonly<Record<string, string>> = {
  外務相: '外相',
  法務相: '法相',
  経済産業相: '経産相',
  農林水産相: '農相',
  文部科学相: '文科相',
  厚生労働相: '厚労相',
  国土交通相: '国交相',
};
const MINISTRIES = /(?:外務|法務|経済産業|農林水産|文部科学|厚生労働|国土交通)相$/;

/** 防衛大臣 and 防衛相 are one title, as are 방위대신 and 방위상, 部长 and 长. */
const shortTitle = (title: string): string =>
  title
    .replace(/\s/g, '')
    .replace(/大臣$/, '相')
    .replace(MINISTRIES, (long) => SHORT_MINISTRIES[long] ?? long)
    .replace(/대신$/, '상')
    .replace(/內閣總理相|内閣総理相|総理相|総理/, '首相')
    .replace(/[部省][长長]$/, '长')
    .replace(/防卫相/, '防衛相')
    .replace(/总统|總統/, '大統領');

/** "President Kim of the rowing club" */
function isOfSomethingElse(text: string, end: number): boolean {
  const of = wordAfter(text, end);
  if (!of || text.slice(of.start, of.end) !== 'of') return false;
  const next = wordAfter(text, of.end);
  return next !== null && /^(?:the|a|an)$/.test(text.slice(next.start, next.end));
}

/** "Company President Lee" */
function isOfFirm(text: string, start: number): boolean {
  const word = wordBefore(text, start);
  return word !== null && FIRM_NOUNS.has(text.slice(word.start, word.end).toLowerCase());
}

/** "Vice Minister Lee" where only "minister" is known, "British Premier Lee" where no pack knows Britain's. */
function isQualified(text: string, at: number): boolean {
  const word = wordBefore(text, at);
  if (!word) return false;
  const small = text.slice(word.start, word.end).toLowerCase();
  return /^(?:vice|deputy|assistant|shadow)$/.test(small) || isDemonym(small) || FIRM_NOUNS.has(small);
}
