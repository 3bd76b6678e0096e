/** What the readers of English dates share: words at a place, and the tense around it. */
import type { Token } from './english-tokens';
import { EVENT_NOUNS } from './tables/english';
import type { Lean, When } from './when';

/** A date at a token: what it is, and the token after it. */
export interface EnglishDate {
  readonly from: number;
  readonly to: number;
  readonly when: When;
}

export const YEAR = /^(?:1[5-9]|20)\d\d$/;
export const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/;
export const SHIFTS: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
  upcoming: 1,
};

const OFF = /^(?:shelved|cancell?ed|postponed|scrapped|dropped|abandoned|delayed)$/;
const FUTURE = /^(?:will|would|shall|scheduled|set|planned|plans|plan|expected|due|slated|upcoming|going|'ll|to)$/;
export const isCapital = ({ text }: Token): boolean => /^\p{Lu}/u.test(text);

/** What stands at a token of this sentence; empty beyond it. */
export const wordAt = (tokens: readonly Token[], i: number): string => tokens[i]?.word ?? '';
/** The tense around a date: what is still to come is said so, before or soon after it. */
export function leanOf(tokens: readonly Token[], from: number, to: number): Lean {
  const { sentence } = tokens[from] as Token;
  for (let i = from - 1; i >= 0 && i >= from - 12; i--) {
    const token = tokens[i] as Token;
    if (token.sentence !== sentence || /^[;:—–“”"]$/.test(token.text)) break;
    if (
      token.word === 'to' &&
      !/^(?:set|due|scheduled|expected|plans|plan|slated|planning|going|is|are|agreed|hopes|wants|aims|intends)$/.test(
        wordAt(tokens, i - 1),
      )
    )
      continue;
    if (token.word === 'set' && wordAt(tokens, i + 1) !== 'to' && wordAt(tokens, i + 1) !== 'for') continue;
    // "Had planned to visit in March": it did not come to it.
    if (token.word === 'planned' && wordAt(tokens, i - 1) === 'had') continue;
    // "Shelved plans to visit in December": nor to that.
    if (tokens.slice(Math.max(0, i - 4), i).some(({ word }) => OFF.test(word))) continue;
    if (FUTURE.test(token.word)) return 'future';
  }
  for (let i = to; i < tokens.length && i < to + 3; i++) {
    const token = tokens[i] as Token;
    if (token.sentence !== sentence || /^(?:[,;:—–.]|that|which|who|as|after|before|and|but)$/.test(token.word)) break;
    if (token.word === 'will') return 'future';
  }
  return 'past';
}

/** A day without its year is the nearest one, unless the sentence tells of what is to come. */
export function nearOr(tokens: readonly Token[], from: number, to: number): Lean {
  return leanOf(tokens, from, to) === 'future' ? 'future' : 'press';
}

export const isEventNounWithin = (tokens: readonly Token[], i: number, most: number): boolean =>
  eventNounWithin(tokens, i, most) >= 0;

/** The first event noun from a token on; -1 for none. */
export function eventNounWithin(tokens: readonly Token[], i: number, most: number): number {
  for (let at = i; at < i + most && at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (EVENT_NOUNS.has(token.word)) return at;
    if (
      !/^[\p{L}-]+$/u.test(token.text) ||
      /^(?:of|in|on|by|to|with|for|and|that|which|when|who|was|is|were)$/.test(token.word)
    )
      return -1;
  }
  return -1;
}
