/** Sentences and clauses, as far as they tell which words belong to a date. */
import type { ClaimLanguage } from './claim';

export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

const STOPS = /[。！？!?]+[」』”"’)]*|\.(?=\s+["“‘(]?[\p{Lu}\p{N}가-힣])[”"’)]*|\.[”"’)]+(?=\s)|(?<=[다요까])\.|\n+/gu;
const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sen|Gov|Rep|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|vs|Jr|Sr|U\.S|U\.K|U\.N|S)|\b\p{Lu})$/u;
const CLAUSE: Readonly<Record<ClaimLanguage, { [Symbol.matchAll](text: string): Iterable<RegExpExecArray> }>> = {
  en: /[,;:—–]\s|\s—\s?|\s(?:but|while|whereas|although|though|after|before|since|when|because|and then|in the wake of)\s/g,
  ja: /[、，；]|が、|ため、/g,
  ko: /[,;]\s?|(?<=[고며지만나데])\s(?=[가-힣]{3,})/g,
  zh: /[，；、]/g,
};

/** Where the sentences of a text end. */
export function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const { 0: stop, index } of text.matchAll(STOPS)) {
    if (stop === '.' && ABBREVIATION.test(text.slice(Math.max(0, index - 6), index))) continue;
    ends.push(index + stop.length);
  }
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}

/** The sentence around an expression; several where it goes over their ends. */
export function sentenceAround(ends: readonly number[], at: TextSpan): TextSpan {
  return { start: ends.findLast((end) => end <= at.start) ?? 0, end: ends.find((end) => end >= at.end) ?? at.end };
}

/** Clauses of a sentence in order. */
export function clausesOf(text: string, sentence: TextSpan, language: ClaimLanguage): TextSpan[] {
  const clauses: TextSpan[] = [];
  let start = sentence.start;
  for (const { 0: mark, index } of CLAUSE[language][Symbol.matchAll](text.slice(sentence.start, sentence.end))) {
    const at = sentence.start + index;
    if (at > start) clauses.push({ start, end: at });
    start = at + mark.length;
  }
  if (start < sentence.end) clauses.push({ start, end: sentence.end });
  return clauses;
}
