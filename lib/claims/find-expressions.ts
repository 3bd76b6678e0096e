/** Every phrase of a block that points at time or counts, by the grammar of the block's language. */
import { chineseExpressions } from './chinese';
import type { ClaimLanguage } from './claim';
import { englishCounts } from './english-counts';
import { englishDates, toExpression } from './english-dates';
import { englishNamedEvents } from './english-named-events';
import { tokenize } from './english-tokens';
import type { Expression } from './expression';
import { japaneseExpressions } from './japanese';
import { koreanExpressions } from './korean';
import { titleSpans } from './titles';

/** Expressions of one block; a block that has more is a table or a calendar. */
const MAX_EXPRESSIONS = 400;

const HANGUL = /[가-힣]/g;
const KANA = /[ぁ-んァ-ヶ]/g;
const HAN = /[一-鿿]/g;
const LATIN = /[A-Za-z]/g;

const countOf = (text: string, pattern: { [Symbol.matchAll](text: string): Iterable<unknown> }): number =>
  [...pattern[Symbol.matchAll](text)].length;

/** The language of a block by its script; Han alone is Chinese unless the article is Japanese. `null`: none of ours. */
export function languageOf(text: string, article: string): ClaimLanguage | null {
  const sample = text.slice(0, 2_000);
  const [hangul, kana, han, latin] = [HANGUL, KANA, HAN, LATIN].map((script) => countOf(sample, script)) as [
    number,
    number,
    number,
    number,
  ];
  if (hangul + kana + han === 0) return latin > 0 ? 'en' : null;
  if (latin > 4 * (hangul + kana + han)) return 'en';
  if (hangul >= kana + han) return 'ko';
  if (kana > 0 || article.startsWith('ja')) return 'ja';
  return 'zh';
}

/** Expressions in order, without overlaps: of two that overlap the one that counts, then the longer, stays. */
export function findExpressions(text: string, language: ClaimLanguage): Expression[] {
  const titles = titleSpans(text);
  const found = read(text, language)
    .filter(({ start, end }) => end > start && !titles.some((title) => start < title.end && title.start < end))
    .sort((a, b) => rank(b) - rank(a) || b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Expression[] = [];
  for (const expression of found) {
    if (kept.length >= MAX_EXPRESSIONS) break;
    if (!kept.some(({ start, end }) => expression.start < end && start < expression.end)) kept.push(expression);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** A count with a limit, a count, a date, an event by its name. */
const rank = ({ count, isNamed }: Expression): number => {
  if (count) return { span: 4, ever: 2 }[count.limit.kind as string] ?? 3;
  return isNamed ? 0 : 1;
};

function read(text: string, language: ClaimLanguage): Expression[] {
  switch (language) {
    case 'en': {
      const tokens = tokenize(text);
      const dates = englishDates(tokens);
      return [
        ...englishCounts(tokens, dates),
        ...dates.map((date) => toExpression(tokens, date)),
        ...englishNamedEvents(tokens),
      ];
    }
    case 'ja':
      return japaneseExpressions(text);
    case 'ko':
      return koreanExpressions(text);
    case 'zh':
      return chineseExpressions(text);
  }
}
