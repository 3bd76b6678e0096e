/** Titles that follow a name in Japanese, Chinese and Korean, of all tables together. */
import { TITLES as CHINESE_TITLES } from './chinese';
import { HONORIFICS, OCCUPATIONS, OFFICE_MODIFIERS, OFFICES } from './japanese';
import { HONORIFICS as KOREAN_HONORIFICS, OTHER_TITLES, STATE_OFFICES, TITLE_PREFIXES } from './korean';

/** `office`: few hold it; `everyday`: thousands do; `courtesy`: a person, and no more. */
export type TitleRank = 'office' | 'everyday' | 'courtesy';

const CHINESE_COURTESIES = ['先生', '女士', '小姐', '夫妇', '夫婦', '氏'];
const CHINESE_EVERYDAY = ['教授', '博士', '部长', '部長', '上将', '上將', '将军', '將軍', '发言人', '發言人'];

const RANKS = new Map<string, TitleRank>();
const rank = (titles: readonly string[], as: TitleRank) => {
  for (const title of titles) if (!RANKS.has(title)) RANKS.set(title, as);
};
rank([...HONORIFICS, ...KOREAN_HONORIFICS, ...CHINESE_COURTESIES, '군', '양'], 'courtesy');
rank([...OCCUPATIONS, ...OTHER_TITLES, ...CHINESE_EVERYDAY], 'everyday');
rank([...OFFICES, ...STATE_OFFICES, ...CHINESE_TITLES], 'office');

/** Titles by their first character, longest first. */
const BY_FIRST = new Map<string, string[]>();
for (const title of [...RANKS.keys()].sort((a, b) => b.length - a.length)) {
  const list = BY_FIRST.get(title.charAt(0));
  if (list) list.push(title);
  else BY_FIRST.set(title.charAt(0), [title]);
}

/** Countries that Japanese newspapers put before an office: 米大統領. */
const COUNTRY_SIGNS = '米英仏独露韓中朝豪加印伊';
const FORMER: ReadonlySet<string> = new Set(['前', '元', '전', '故']);

export interface TitleAfter {
  readonly form: string;
  readonly rank: TitleRank;
  readonly isFormer: boolean;
}

/** The longest title that stands at a place of the text, at most two modifiers before it (石破前首相, オバマ米大統領). */
export function titleAt(text: string, at: number): TitleAfter | null {
  let from = at;
  let isFormer = false;
  for (let modifiers = 0; modifiers <= 2; modifiers++) {
    const form = BY_FIRST.get(text.charAt(from))?.find((title) => text.startsWith(title, from));
    if (form !== undefined) return { form, rank: RANKS.get(form) ?? 'everyday', isFormer };
    const modifier = MODIFIERS.find((word) => text.startsWith(word, from));
    const step = modifier?.length ?? (COUNTRY_SIGNS.includes(text.charAt(from)) && from < text.length ? 1 : 0);
    if (step === 0) return null;
    if (modifier !== undefined && FORMER.has(modifier)) isFormer = true;
    from += step;
    if (text[from] === ' ') from++;
  }
  return null;
}

const MODIFIERS = [...OFFICE_MODIFIERS, ...TITLE_PREFIXES].sort((a, b) => b.length - a.length);

/** The title that ends directly before a place of the text: 外长王毅, and with a space in Korean: 국방장관 안규백. */
export function titleEndingAt(text: string, end: number): TitleAfter | null {
  const isSpaced = text[end - 1] === ' ';
  const stop = isSpaced ? end - 1 : end;
  // No script below Hangul has them.
  if (!(text.charCodeAt(stop - 1) >= 0x1100)) return null;
  for (let length = Math.min(8, stop); length > 1; length--) {
    const form = text.slice(stop - length, stop);
    const found = RANKS.get(form);
    // With a space in Korean, without one in Chinese.
    if (found === undefined || isSpaced !== isHangul(form.charCodeAt(0))) continue;
    if (isSpaced ? !isHangul(text.charCodeAt(stop - length - 1)) : found === 'office')
      return { form, rank: found, isFormer: false };
  }
  return null;
}

const isHangul = (unit: number): boolean => unit >= 0xac00 && unit <= 0xd7a3;
