/** Which countries a text names, and where a visit led. */
import type { Reference } from '../model/ids';
import type { ClaimMention, ClaimRecord } from './record';
import { COMPOUNDS, COUNTRY_WORDS, VISIT_COMPOUNDS } from './tables/countries';

export interface CountryPlace {
  readonly start: number;
  readonly end: number;
  readonly country: Reference;
  /** Named as where a visit led: 訪韓, 방일. */
  readonly isDestination: boolean;
  /** One letter of a compound: 日 in 日韓首脳. */
  readonly isLetter: boolean;
}

export interface CountryFinder {
  /** Countries of a block's text, by their names, their peoples, their letters, and places in them. */
  find(text: string, mentions: readonly ClaimMention[]): CountryPlace[];
}

interface CountryName {
  readonly text: string;
  readonly country: Reference;
  readonly isLatin: boolean;
}

export function createCountryFinder(record: ClaimRecord): CountryFinder {
  const names: CountryName[] = [];
  const byLetter = new Map<string, Reference>();
  for (const { reference, names: own, label } of record.countries) {
    const english = typeof label.en === 'string' ? label.en : label.en?.text;
    const entry = COUNTRY_WORDS.find(({ name }) => name === english || own.includes(name));
    for (const text of new Set([...own, ...(entry?.words ?? [])]))
      if (text.length > 1) names.push({ text, country: reference, isLatin: /^[\p{Script=Latin}. ]+$/u.test(text) });
    for (const letter of `${entry?.han ?? ''}${entry?.hangul ?? ''}`) byLetter.set(letter, reference);
  }
  // Countries that the record does not know: nothing in it is about them.
  const known = new Set(names.map(({ text }) => text));
  for (const { name, words } of COUNTRY_WORDS)
    if (!words.some((word) => known.has(word)))
      for (const text of words)
        names.push({
          text,
          country: `?:place/${name.toLowerCase().replace(/ /g, '-')}` as Reference,
          isLatin: /^[\p{Script=Latin}. ]+$/u.test(text),
        });
  // "South Korea" before "Korea", 大韓民国 before 韓国.
  names.sort((a, b) => b.text.length - a.text.length);
  return {
    find(text, mentions) {
      const found: CountryPlace[] = [];
      const add = (start: number, end: number, country: Reference, isLetter = false) => {
        if (!found.some((other) => start < other.end && other.start < end))
          found.push({ start, end, country, isDestination: false, isLetter });
      };
      for (const { 0: whole, index, groups } of VISIT_COMPOUNDS[Symbol.matchAll](text)) {
        const letter = groups?.han ?? groups?.home ?? groups?.zh ?? groups?.tw ?? groups?.hangul ?? '';
        const country = byLetter.get(letter);
        if (country)
          found.push({ start: index, end: index + whole.length, country, isDestination: true, isLetter: false });
      }
      for (const pattern of COMPOUNDS)
        for (const { 0: whole, index } of pattern[Symbol.matchAll](text))
          [...whole].forEach((letter, i) => {
            const country = byLetter.get(letter);
            if (country) add(index + i, index + i + 1, country, true);
          });
      for (const { text: name, country, isLatin } of names) {
        for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
          const end = at + name.length;
          if (isLatin && (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || /[\p{L}\p{N}]/u.test(text[end] ?? ''))) continue;
          add(at, end, country);
        }
      }
      for (const { start, end, entity } of mentions) {
        const known = entity === undefined ? null : record.entity(entity);
        if (known?.type === 'place' && known.country) add(start, end, known.country);
      }
      return found.sort((a, b) => a.start - b.start);
    },
  };
}

/** True for a country of which the record knows nothing. */
export const isStrange = (country: Reference): boolean => country.startsWith('?:');
