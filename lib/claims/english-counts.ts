/** English phrases that count: "the first visit in a decade", "for the third time this year". */
import type { EnglishDate } from './english-places';
import type { Token } from './english-tokens';
import { type Count, counted, type Expression, type Limit, type Sense } from './expression';
import { readEnglishNumber, readEnglishOrdinal } from './numerals';
import { EDITIONS, EVENT_NOUNS, NOT_COUNTED, SUPERLATIVES, UNIT_MONTHS } from './tables/english';

/** Words of the counted phrase before its limit. */
const MAX_WORDS = 24;
/** Words between "first" and its noun. */
const MAX_NOUN_WORDS = 6;
/** Words between "since" and the date of what it names. */
const MAX_SINCE_WORDS = 10;
const FUNCTION_WORD =
  /^(?:of|in|on|at|to|by|with|for|and|or|but|that|which|when|who|was|is|were|are|had|has|since|as|from)$/;

const wordAt = (tokens: readonly Token[], i: number): string => tokens[i]?.word ?? '';
const isFigure = (tokens: readonly Token[], i: number): boolean => /^[;:—–“”"()]$/.test(tokens[i]?.text ?? '');

interface Head {
  /** First token of the phrase. */
  readonly from: number;
  /** Token after its noun. */
  readonly to: number;
  readonly ordinal: number;
  readonly ofSizes: boolean;
  /** It is a count whatever follows. */
  readonly isCertain: boolean;
}

/** All counts of a text, in order; `dates` are those of the same text. */
export function englishCounts(tokens: readonly Token[], dates: readonly EnglishDate[]): Expression[] {
  const counts: Expression[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const head = headAt(tokens, i);
    if (!head) continue;
    const found = completeCount(tokens, head, dates);
    if (!found) continue;
    counts.push(counted((tokens[head.from] as Token).start, (tokens[found.to - 1] as Token).end, found.count));
    i = found.to - 1;
  }
  return counts;
}

/** "the first", "its first-ever", "a third", "unprecedented", "the highest". */
function headAt(tokens: readonly Token[], i: number): Head | null {
  const token = tokens[i] as Token;
  const from =
    /^(?:the|a|an|its|his|her|their|our)$/.test(wordAt(tokens, i - 1)) && tokens[i - 1]?.sentence === token.sentence
      ? i - 1
      : i;
  if (token.word === 'unprecedented') return { from: i, to: i + 1, ordinal: 1, ofSizes: false, isCertain: true };
  if (SUPERLATIVES.has(token.word)) return { from, to: i + 1, ordinal: 1, ofSizes: true, isCertain: false };
  const isEver = /^first-(?:ever|time)$/.test(token.word);
  const ordinal = isEver ? 1 : readEnglishOrdinal(token.word);
  // "At first", "America First": no numbers. The rest is told by what follows.
  if (ordinal === null || (ordinal === 1 && wordAt(tokens, i - 1) === 'at')) return null;
  if (/^\p{Lu}/u.test(token.text) && /^\p{Lu}/u.test(tokens[i + 1]?.text ?? '')) return null;
  let at = i + 1;
  if (/^(?:ever|known|such|and)$/.test(wordAt(tokens, at)) && wordAt(tokens, at) !== 'and') at += 1;
  const next = wordAt(tokens, at);
  if (NOT_COUNTED.has(next) || EDITIONS.has(next) || tokens[at]?.text === ',') return null;
  if (next === 'time' || next === 'times') return { from, to: at + 1, ordinal, ofSizes: false, isCertain: true };
  const isInPerson = next === 'in' && wordAt(tokens, at + 1) === 'person';
  if (isInPerson) return { from, to: at + 2, ordinal, ofSizes: false, isCertain: true };
  if (wordAt(tokens, i) === 'first-ever') return { from, to: i + 2, ordinal, ofSizes: false, isCertain: true };
  if (next === 'in' || next === 'since') return { from, to: at, ordinal, ofSizes: false, isCertain: false };
  // "Not the first": nothing is claimed.
  if (/^(?:not|n['’]t|hardly)$/.test(wordAt(tokens, from - 1)) || /n['’]t$/.test(wordAt(tokens, from - 1))) return null;
  const isSuch = wordAt(tokens, i + 1) === 'such' || (from < i && /^(?:by|between)$/.test(next));
  for (let noun = at; noun < at + MAX_NOUN_WORDS && noun < tokens.length; noun++) {
    const word = wordAt(tokens, noun);
    if (EDITIONS.has(word)) return null;
    if (EVENT_NOUNS.has(word)) {
      const last = EVENT_NOUNS.has(wordAt(tokens, noun + 1)) ? noun + 1 : noun;
      return { from, to: last + 1, ordinal, ofSizes: false, isCertain: true };
    }
    if (FUNCTION_WORD.test(word) || !/^[\p{L}\p{N}’'.-]+$/u.test(word)) break;
  }
  return { from, to: at, ordinal, ofSizes: false, isCertain: isSuch };
}

/** Finds how far the count looks back, and where the phrase ends. */
function completeCount(
  tokens: readonly Token[],
  head: Head,
  dates: readonly EnglishDate[],
): { to: number; count: Count } | null {
  const { sentence } = tokens[head.from] as Token;
  const { ordinal, ofSizes } = head;
  const make = (to: number, limit: Limit) => ({ to, count: { ordinal, limit, ...(ofSizes ? { ofSizes } : {}) } });
  let comma = -1;
  for (let i = head.to; i < tokens.length && i <= head.to + MAX_WORDS; i++) {
    const token = tokens[i] as Token;
    if (token.sentence !== sentence || isFigure(tokens, i)) break;
    if (token.text === ',' && comma < 0) comma = i;
    // Another count begins: what follows is its own.
    if (i > head.to && readEnglishOrdinal(token.word) === 1) break;
    const limit = limitAt(tokens, i, dates) ?? asManyAt(tokens, i, ordinal);
    if (!limit) continue;
    // After a comma only "since" still belongs to the phrase.
    if (comma >= 0 && token.word !== 'since' && i !== comma + 1) continue;
    const isHard =
      (ofSizes && limit.limit.kind === 'since-event') ||
      limit.limit.kind === 'span' ||
      limit.limit.kind === 'since' ||
      limit.limit.kind === 'within';
    if (!head.isCertain && !isHard) return null;
    return make(comma >= 0 ? comma : limit.to, limit.limit);
  }
  if (!head.isCertain || ofSizes) return null;
  // An ordinal without any bound is a count only of times and events, which `isCertain` says.
  return make(endOfPhrase(tokens, head), { kind: 'ever' });
}

/** Without a limit the phrase ends with its noun, and with where it led: "the first visit to South Korea". */
function endOfPhrase(tokens: readonly Token[], { to }: Head): number {
  let end = to;
  if (/^(?:to|by|between|with)$/.test(wordAt(tokens, to))) {
    let i = to + 1;
    while (
      i < tokens.length &&
      i < to + 8 &&
      /^\p{L}/u.test(tokens[i]?.text ?? '') &&
      !FUNCTION_WORD.test(wordAt(tokens, i))
    )
      i++;
    if (i > to + 1 && tokens[i - 1]?.sentence === tokens[to]?.sentence) end = i;
  }
  return end;
}

/** "in a decade", "in more than 15 years", "since 2015", "this year", "ever", "in history", "as president". */
function limitAt(
  tokens: readonly Token[],
  i: number,
  dates: readonly EnglishDate[],
): { to: number; limit: Limit } | null {
  const word = wordAt(tokens, i);
  if (word === 'in' || word === 'for' || word === 'within') {
    const span = spanAt(tokens, i + 1);
    if (span) return span;
    if (word === 'in' && /^(?:history|memory|living)$/.test(wordAt(tokens, i + 1)))
      return { to: i + (wordAt(tokens, i + 1) === 'living' ? 3 : 2), limit: { kind: 'ever' } };
  }
  if (word === 'since') {
    const date = dates.find(({ from }) => from === i);
    if (date) return { to: date.to, limit: { kind: 'since', when: date.when } };
    if (/^(?:taking|assuming|becoming)$/.test(wordAt(tokens, i + 1)) || /^(?:he|she|they)$/.test(wordAt(tokens, i + 1)))
      return { to: endOfSince(tokens, i, dates), limit: { kind: 'in-office' } };
    // "Since the ministry was established in 2007": the date stays an expression of its own.
    const later = dates.find(
      ({ from }) => from > i && from <= i + MAX_SINCE_WORDS && tokens[from]?.sentence === tokens[i]?.sentence,
    );
    return {
      to: endOfSince(tokens, i, dates),
      limit: { kind: 'since-event', ...(later && !hasComma(tokens, i, later.from) ? { when: later.when } : {}) },
    };
  }
  if (word === 'as' && /^(?:president|premier|leader|chancellor|minister)$/.test(wordAt(tokens, i + 1)))
    return { to: i + 2, limit: { kind: 'in-office' } };
  if (word === 'as' && wordAt(tokens, i + 2) === 'minister') return { to: i + 3, limit: { kind: 'in-office' } };
  if (word === 'ever') return { to: i + 1, limit: { kind: 'ever' } };
  const date = dates.find(({ from }) => from === i);
  // "The third time this year"; "in 2024" after a count bounds it too.
  if (
    date &&
    date.when.kind === 'shift' &&
    (date.when.unit === 'year' || date.when.unit === 'month' || date.when.unit === 'week') &&
    date.when.by === 0
  )
    return { to: date.to, limit: { kind: 'within', when: date.when } };
  return null;
}

const hasComma = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ text }) => text === ',');

/** "The second in as many months". */
function asManyAt(tokens: readonly Token[], i: number, ordinal: number): { to: number; limit: Limit } | null {
  if (wordAt(tokens, i) !== 'in' || wordAt(tokens, i + 1) !== 'as' || wordAt(tokens, i + 2) !== 'many') return null;
  const unit = { weeks: 0.25, days: 1 / 30 }[wordAt(tokens, i + 3)] ?? UNIT_MONTHS[wordAt(tokens, i + 3)];
  return unit ? { to: i + 4, limit: { kind: 'span', months: ordinal * unit, sense: 'plain' } } : null;
}

function endOfSince(tokens: readonly Token[], i: number, dates: readonly EnglishDate[]): number {
  let at = i + 1;
  while (
    at < tokens.length &&
    at < i + 6 &&
    !dates.some(({ from }) => from === at) &&
    /^[\p{L}’'.-]+$/u.test(tokens[at]?.text ?? '') &&
    tokens[at]?.sentence === tokens[i]?.sentence
  )
    at++;
  return at;
}

/** A length of time: "a decade", "more than 15 years", "nearly two decades", "nine years and ten months", "decades". */
function spanAt(tokens: readonly Token[], i: number): { to: number; limit: Limit } | null {
  let at = i;
  let sense: Sense = 'plain';
  if (wordAt(tokens, at) === 'the' && /^(?:last|past)$/.test(wordAt(tokens, at + 1))) at += 2;
  if (wordAt(tokens, at) === 'more' && wordAt(tokens, at + 1) === 'than') [sense, at] = ['more', at + 2];
  else if (wordAt(tokens, at) === 'less' && wordAt(tokens, at + 1) === 'than') [sense, at] = ['nearly', at + 2];
  else if (wordAt(tokens, at) === 'at' && wordAt(tokens, at + 1) === 'least') [sense, at] = ['more', at + 2];
  else if (/^(?:over)$/.test(wordAt(tokens, at))) [sense, at] = ['more', at + 1];
  else if (/^(?:nearly|almost)$/.test(wordAt(tokens, at))) [sense, at] = ['nearly', at + 1];
  else if (/^(?:about|around|roughly|some|approximately)$/.test(wordAt(tokens, at))) [sense, at] = ['about', at + 1];
  if (/^decades|years|months$/.test(wordAt(tokens, at)) && at > 0) {
    const months = 2 * (UNIT_MONTHS[wordAt(tokens, at)] ?? 0);
    return months > 0 ? { to: at + 1, limit: { kind: 'span', months, sense: 'more' } } : null;
  }
  if (
    /^(?:half|quarter)$/.test(wordAt(tokens, at)) ||
    (wordAt(tokens, at) === 'a' && /^(?:half|quarter)/.test(wordAt(tokens, at + 1)))
  ) {
    const start = wordAt(tokens, at) === 'a' ? at + 1 : at;
    const part = wordAt(tokens, start).startsWith('half') ? 600 : 300;
    const end = /-century$/.test(wordAt(tokens, start))
      ? start
      : start + (/^an?$/.test(wordAt(tokens, start + 1)) ? 2 : 1);
    if (/century$/.test(wordAt(tokens, end))) return { to: end + 1, limit: { kind: 'span', months: part, sense } };
  }
  const number = readEnglishNumber(wordAt(tokens, at));
  if (number === null) return null;
  const half = wordAt(tokens, at + 1) === 'and' && wordAt(tokens, at + 2) === 'a' && wordAt(tokens, at + 3) === 'half';
  const unitAt = half ? at + 4 : at + 1;
  const unit = UNIT_MONTHS[wordAt(tokens, unitAt)];
  if (unit === undefined) return null;
  let months = number * unit + (half ? unit / 2 : 0);
  let to = unitAt + 1;
  if (wordAt(tokens, to) === 'and' && wordAt(tokens, to + 1) === 'a' && wordAt(tokens, to + 2) === 'half') {
    months += unit / 2;
    to += 3;
  }
  const extra = wordAt(tokens, to) === 'and' ? to + 1 : to;
  const more = readEnglishNumber(wordAt(tokens, extra));
  if (unit === 12 && more !== null && /^months?$/.test(wordAt(tokens, extra + 1))) {
    months += more;
    to = extra + 2;
  }
  return { to, limit: { kind: 'span', months, sense } };
}
