/** English phrases that point: "in July 2024", "late last month", "on Wednesday", "a 2018 incident". */
import {
  DAY,
  type EnglishDate,
  eventNounWithin,
  isCapital,
  isEventNounWithin,
  leanOf,
  nearOr,
  SHIFTS,
  wordAt,
  YEAR,
} from './english-places';
import { agoAt, DECADE, plainWordAt, rangeAt, seasonOfAt, shiftedAt } from './english-shifts';
import type { Token } from './english-tokens';
import { type Expression, pointer } from './expression';
import { EVENT_NOUNS, MONTHS, WEEKDAYS } from './tables/english';
import type { Part, When } from './when';

const PREPOSITIONS = new Set(
  'in on since until till by before after from during around of through throughout for between circa as at to past over'.split(
    ' ',
  ),
);
/** Prepositions that make a bare year a date. */
const YEAR_PREPOSITIONS = new Set(
  'in since until till by before after from during of circa for through throughout'.split(' '),
);
/** A month without anything else needs one of these. */
const MONTH_PREPOSITIONS = new Set(
  'in since until till by before after from during of through throughout for'.split(' '),
);
const PARTS: Readonly<Record<string, Part>> = {
  early: 'early',
  mid: 'mid',
  late: 'late',
  beginning: 'early',
  start: 'early',
  end: 'end',
  middle: 'mid',
  first: 'first-half',
  second: 'second-half',
};

/** Names of days and deeds that hold a weekday: "Black Friday", "Bloody Sunday". */
const NAMED_DAYS = /^(?:black|good|ash|bloody|super|palm|cyber|ruby|easter|casual|holy|maundy|shrove|every|each)$/;
const AFTER_NAMED_DAYS =
  /^(?:times|telegraph|post|mail|mirror|school|express|herald|afternoons|mornings|evenings|service)$/;

/** All dates of a text, without overlaps, in order. */
export function englishDates(tokens: readonly Token[]): EnglishDate[] {
  const dates: EnglishDate[] = [];
  for (let i = 0; i < tokens.length; ) {
    const date = dateAt(tokens, i);
    if (date) dates.push(date);
    i = date ? date.to : i + 1;
  }
  return dates;
}

/** Dates as expressions: with the preposition, and the noun that a year or month belongs to. */
export function toExpression(tokens: readonly Token[], { from, to, when }: EnglishDate): Expression {
  return pointer((tokens[from] as Token).start, (tokens[to - 1] as Token).end, when);
}

function dateAt(tokens: readonly Token[], i: number): EnglishDate | null {
  const token = tokens[i] as Token;
  return (
    shiftedAt(tokens, i) ??
    partAt(tokens, i) ??
    agoAt(tokens, i) ??
    rangeAt(tokens, i) ??
    prepositionAt(tokens, i) ??
    (isCapital(token) ? (monthAt(tokens, i, false) ?? weekdayAt(tokens, i)) : null) ??
    dayFirstAt(tokens, i) ??
    yearOfNounAt(tokens, i) ??
    plainWordAt(tokens, i)
  );
}

/** "late last month", "early 2018", "mid-July", "the end of last year", "later this week". */
function partAt(tokens: readonly Token[], i: number): EnglishDate | null {
  const word = wordAt(tokens, i);
  const mid = /^mid-(.+)$/.exec(word);
  if (mid) {
    const rest = mid[1] as string;
    const month = MONTHS[rest];
    if (month !== undefined) {
      const year = YEAR.test(wordAt(tokens, i + 1)) ? Number(wordAt(tokens, i + 1)) : null;
      return {
        from: i,
        to: i + (year === null ? 1 : 2),
        when: {
          kind: 'calendar',
          month,
          part: 'mid',
          ...(year === null ? { lean: leanOf(tokens, i, i + 1) } : { year }),
        },
      };
    }
    const decade = DECADE.exec(rest);
    if (decade) return { from: i, to: i + 1, when: decadePart(Number(decade[1]), 'mid') };
    if (YEAR.test(rest)) return { from: i, to: i + 1, when: { kind: 'calendar', year: Number(rest), part: 'mid' } };
    return null;
  }
  if (word === 'earlier' || word === 'later') {
    const inner = wordAt(tokens, i + 1) === 'this' ? shiftedAt(tokens, i + 1) : null;
    return inner && { ...inner, from: i };
  }
  const part = PARTS[word];
  if (part === undefined) return null;
  let at = i + 1;
  if (/^(?:first|second)$/.test(word)) {
    if (wordAt(tokens, at) !== 'half' || wordAt(tokens, at + 1) !== 'of') return null;
    at += 2;
  } else if (/^(?:beginning|start|end|middle)$/.test(word)) {
    if (wordAt(tokens, at) !== 'of') return null;
    at += 1;
  } else if (wordAt(tokens, at) === 'in') at += 1;
  if (
    wordAt(tokens, at) === 'the' &&
    /^(?:year|month)$/.test(wordAt(tokens, at + 1)) &&
    wordAt(tokens, at - 1) === 'of'
  ) {
    const unit = wordAt(tokens, at + 1) as 'year' | 'month';
    return { from: i, to: at + 2, when: { kind: 'shift', unit, by: 0, part } };
  }
  if (wordAt(tokens, at) === 'the') at += 1;
  const decade = DECADE.exec(wordAt(tokens, at));
  if (decade) return { from: i, to: at + 1, when: decadePart(Number(decade[1]), part) };
  const shifted = shiftedAt(tokens, at);
  if (shifted && shifted.when.kind !== 'weekday')
    return { from: i, to: shifted.to, when: { ...shifted.when, part } as When };
  const token = tokens[at];
  if (!token) return null;
  if (YEAR.test(token.word)) return { from: i, to: at + 1, when: { kind: 'calendar', year: Number(token.word), part } };
  const month = isCapital(token) ? monthAt(tokens, at, true) : null;
  if (month && month.when.kind === 'calendar' && month.when.day === undefined)
    return { from: i, to: month.to, when: { ...month.when, part } };
  return null;
}

/** "Early 2000s" are their first four years, "mid-2010s" the four in the middle. */
function decadePart(from: number, part: Part): When {
  if (part === 'early') return { kind: 'years', from, to: from + 3 };
  if (part === 'mid') return { kind: 'years', from: from + 3, to: from + 6 };
  return { kind: 'years', from: from + 6, to: from + 9 };
}

/** A preposition and what it makes a date of: "in 1965", "in July 2024", "on Sept. 8", "on Wednesday", "in early 2018". */
function prepositionAt(tokens: readonly Token[], i: number): EnglishDate | null {
  const word = wordAt(tokens, i);
  if (!PREPOSITIONS.has(word)) return null;
  let at = i + 1;
  if (wordAt(tokens, at) === 'the' && word !== 'to') at += 1;
  const next = tokens[at];
  if (next?.word === 'weekend' && at > i + 1 && /^(?:over|at|during|on|in)$/.test(word))
    return { from: i, to: at + 1, when: { kind: 'shift', unit: 'week', by: -1, part: 'late' } };
  if (!next || next.sentence !== tokens[i]?.sentence) return null;
  const inner =
    partAt(tokens, at) ??
    (at === i + 1 ? shiftedAt(tokens, at) : null) ??
    agoAt(tokens, at) ??
    rangeAt(tokens, at) ??
    (at > i + 1 ? seasonOfAt(tokens, at) : null) ??
    (isCapital(next)
      ? (monthAt(tokens, at, at === i + 1 && MONTH_PREPOSITIONS.has(word)) ?? weekdayAt(tokens, at))
      : null) ??
    dayFirstAt(tokens, at) ??
    plainWordAt(tokens, at);
  if (inner && inner.when.kind === 'weekday' && inner.when.lean === 'past' && /^(?:until|till|through|by)$/.test(word))
    return { ...inner, from: i, when: { ...inner.when, lean: 'future' } };
  if (inner)
    return {
      ...inner,
      from: word === 'of' || word === 'to' || word === 'for' || word === 'at' || word === 'as' ? inner.from : i,
    };
  if (at === i + 1 && YEAR_PREPOSITIONS.has(word) && YEAR.test(next.word) && isYear(tokens, at))
    return {
      from: word === 'of' || word === 'for' ? at : i,
      to: at + 1,
      when: { kind: 'calendar', year: Number(next.word) },
    };
  return null;
}

/** A number that is a year and not "2000 troops", "1900 GMT", "2025 won". */
function isYear(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  if (!next || next.sentence !== tokens[i]?.sentence) return true;
  if (
    /^(?:gmt|utc|hours|hrs|local|kg|km|miles|meters|metres|percent|won|yen|dollars|people|troops|soldiers|pages|tons|tonnes|euros|pounds|men|women|children|homes|jobs|%)$/.test(
      next.word,
    )
  )
    return false;
  return true;
}

/** "July 2024", "Sept. 8", "October 20, 2015", "March" where `isEnough`. */
function monthAt(tokens: readonly Token[], i: number, isEnough: boolean): EnglishDate | null {
  const token = tokens[i] as Token;
  const month = MONTHS[token.word];
  if (month === undefined || !isCapital(token)) return null;
  let at = i + 1;
  if (tokens[at]?.text === '.' && token.word.length <= 4 && token.word !== 'may') at += 1;
  const next = wordAt(tokens, at);
  if (YEAR.test(next)) return { from: i, to: at + 1, when: { kind: 'calendar', month, year: Number(next) } };
  if (next === 'of' && YEAR.test(wordAt(tokens, at + 1)))
    return { from: i, to: at + 2, when: { kind: 'calendar', month, year: Number(wordAt(tokens, at + 1)) } };
  if (next === 'of' && /^(?:last|this|next)$/.test(wordAt(tokens, at + 1)) && wordAt(tokens, at + 2) === 'year') {
    const yearShift = SHIFTS[wordAt(tokens, at + 1)] as number;
    return { from: i, to: at + 3, when: { kind: 'calendar', month, yearShift } };
  }
  if (/^(?:last|this|next)$/.test(next) && wordAt(tokens, at + 1) === 'year')
    return { from: i, to: at + 2, when: { kind: 'calendar', month, yearShift: SHIFTS[next] as number } };
  const day = DAY.exec(next);
  if (day && Number(day[1]) >= 1 && Number(day[1]) <= 31) {
    const comma = tokens[at + 1]?.text === ',' ? at + 2 : at + 1;
    if (YEAR.test(wordAt(tokens, comma)))
      return {
        from: i,
        to: comma + 1,
        when: { kind: 'calendar', month, day: Number(day[1]), year: Number(wordAt(tokens, comma)) },
      };
    const year = wordAt(tokens, comma);
    if (/^(?:last|this|next)$/.test(year) && wordAt(tokens, comma + 1) === 'year')
      return {
        from: i,
        to: comma + 2,
        when: { kind: 'calendar', month, day: Number(day[1]), yearShift: SHIFTS[year] as number },
      };
    // "June 3-4": from the first day.
    return {
      from: i,
      to: at + 1,
      when: { kind: 'calendar', month, day: Number(day[1]), lean: nearOr(tokens, i, at + 1) },
    };
  }
  if (at === i + 1 || tokens[at - 1]?.text === '.') {
    const isOfNoun =
      (/^(?:the|a|an|their|its|his|her|our)$/.test(wordAt(tokens, i - 1)) ||
        tokens[i - 1]?.isPossessive === true ||
        token.isPossessive) &&
      isEventNounWithin(tokens, token.isPossessive ? i + 1 : at, 3);
    if (isOfNoun) {
      const noun = eventNounWithin(tokens, at, 3);
      return {
        from: /^the$/.test(wordAt(tokens, i - 1)) ? i - 1 : i,
        to: noun + 1,
        when: { kind: 'calendar', month, lean: leanOf(tokens, i, noun + 1) },
      };
    }
    // "may" and "march" are words too: only a preposition of time tells.
    if (
      isEnough &&
      !(
        token.word === 'may' &&
        wordAt(tokens, i - 1) !== 'in' &&
        wordAt(tokens, i - 1) !== 'since' &&
        !PARTS[wordAt(tokens, i - 1)]
      )
    )
      return { from: i, to: at, when: { kind: 'calendar', month, lean: leanOf(tokens, i, at) } };
  }
  return null;
}

/** "Wednesday", "Wednesday's". */
function weekdayAt(tokens: readonly Token[], i: number): EnglishDate | null {
  const token = tokens[i] as Token;
  const weekday = WEEKDAYS[token.word];
  if (weekday === undefined || token.word.length <= 5) return null;
  if (NAMED_DAYS.test(wordAt(tokens, i - 1)) || AFTER_NAMED_DAYS.test(wordAt(tokens, i + 1))) return null;
  const lean = leanOf(tokens, i, i + 1);
  // "Monday, Sept. 8": one date.
  const at = tokens[i + 1]?.text === ',' ? i + 2 : i + 1;
  const date = tokens[at] && isCapital(tokens[at]) ? monthAt(tokens, at, false) : null;
  if (date?.when.kind === 'calendar' && date.when.day !== undefined) return { ...date, from: i };
  return { from: i, to: i + 1, when: { kind: 'weekday', weekday, lean } };
}

/** "8 September 2025", "8 September", "the 8th of September". */
function dayFirstAt(tokens: readonly Token[], i: number): EnglishDate | null {
  const day = DAY.exec(wordAt(tokens, i));
  if (!day || Number(day[1]) < 1 || Number(day[1]) > 31) return null;
  const at = wordAt(tokens, i + 1) === 'of' ? i + 2 : i + 1;
  const month = tokens[at];
  if (!month || !isCapital(month) || MONTHS[month.word] === undefined) return null;
  const year = YEAR.test(wordAt(tokens, at + 1)) ? Number(wordAt(tokens, at + 1)) : null;
  return {
    from: i,
    to: at + (year === null ? 1 : 2),
    when: {
      kind: 'calendar',
      month: MONTHS[month.word] as number,
      day: Number(day[1]),
      ...(year === null ? { lean: nearOr(tokens, i, at + 1) } : { year }),
    },
  };
}

/** "a 2018 incident", "the 2015 deal", "the 2020 Tokyo Olympics". */
function yearOfNounAt(tokens: readonly Token[], i: number): EnglishDate | null {
  const before = tokens[i];
  const year = tokens[i + 1];
  if (!before || !year || !YEAR.test(year.word)) return null;
  const isOwner = before.isPossessive || /^(?:the|a|an|their|its|his|her|our|that)$/.test(before.word);
  if (!isOwner) return null;
  const noun = eventNounWithin(tokens, i + 2, 5);
  if (noun < 0) return null;
  const lastNoun = EVENT_NOUNS.has(wordAt(tokens, noun + 1)) ? noun + 1 : noun;
  return {
    from: before.isPossessive ? i + 1 : i,
    to: lastNoun + 1,
    when: { kind: 'calendar', year: Number(year.word) },
  };
}
