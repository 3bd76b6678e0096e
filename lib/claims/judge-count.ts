/** Holds a phrase that counts against a series: fits, an earlier one, or out of reach. */
import type { Reference } from '../model/ids';
import { type Day, dayToFields, dayToIso, parseEdtf, partRelativeTo, yearsAndMonths } from '../text/edtf';
import type { Arithmetic, DaySpan, Missing, Verdict } from './claim';
import type { Count, Sense } from './expression';
import type { ClaimEntity, ClaimEvent, ClaimRecord, ClaimSeries } from './record';
import { resolveWhen } from './when';

const DAYS_OF_MONTH = 30.44;
/** An article speaks of what happened lately unless it says otherwise. */
const LATELY_DAYS = 60;
/** What everybody knows is no older than that. */
const KNOWN_DAYS = 1_100;
/** Somebody's last visit is meant when it is no older than that. */
const NAMED_DAYS = 400;

export interface CountQuestion {
  readonly count: Count;
  readonly series: ClaimSeries;
  readonly asOf: Day;
  /** Days to which the sentence points besides, such as "in July 2024"; not what it looks back at. */
  readonly pointed: readonly DaySpan[];
  readonly persons: ReadonlySet<Reference>;
  /** Counted there alone, where the phrase says where. */
  readonly at: ReadonlySet<Reference>;
  /** "His first visit", 就任後初: counted for these persons alone. */
  readonly isPersonal: boolean;
  /** What is told is still to come: no event of the record is it. */
  readonly isToCome: boolean;
  /** Events to which dates of the sentence before were tied. */
  readonly toldBefore: readonly Reference[];
}

export interface Judgement {
  readonly verdict: Verdict;
  /** The event that the phrase speaks of, where the record has it. */
  readonly subject: ClaimEvent | null;
  readonly previous: ClaimEvent | null;
  readonly arithmetic: Arithmetic | null;
  readonly missing: Missing | null;
}

export function judgeCount(question: CountQuestion, record: ClaimRecord): Judgement {
  const { count, series, asOf } = question;
  const held = heldEvents(series, record, asOf);
  const subject = subjectOf(question, held);
  const at = subject?.span.first ?? nextPointed(question) ?? asOf;
  const isThere = ({ places }: ClaimEvent) =>
    question.at.size === 0 || places.some((place) => isIn(place, question.at, record));
  const before = held.filter((event) => event !== subject && event.span.last < at && isThere(event));
  const people = [...question.persons].filter((person) => held.some((event) => takesPart(event, person)));
  const isPersonal = question.isPersonal || count.limit.kind === 'in-office';
  const counted = isPersonal ? before.filter((event) => people.some((person) => takesPart(event, person))) : before;
  const previous = counted.at(-1) ?? null;
  const to = subject ? firstText(subject) : dayToIso(at);
  const arithmetic = previous && { from: firstText(previous), to, ...yearsAndMonths(previous.span.first, at) };
  const answer = (verdict: Verdict, missing: Missing | null, shown: ClaimEvent | null = previous): Judgement => ({
    verdict,
    subject,
    previous: shown,
    arithmetic: shown === previous ? arithmetic : null,
    missing,
  });
  const ifCovered = (from: Day): Judgement => {
    const gap = uncovered(series, from, at);
    return gap ? answer('out-of-reach', gap) : answer('fits', null);
  };
  const lacks: Missing = { what: 'previous' };
  const beyond: Missing = { what: 'coverage', from: null, to: coverageStart(series) ?? to };

  if (isPersonal && people.length === 0 && count.limit.kind !== 'span') return answer('out-of-reach', lacks, null);
  switch (count.limit.kind) {
    case 'span': {
      if (count.ordinal > 1) {
        const start = at - Math.round(count.limit.months * DAYS_OF_MONTH);
        return judgeOrdinal(count.ordinal, counted.filter(({ span }) => span.first >= start).length + 1, () =>
          ifCovered(start),
        );
      }
      if (!previous)
        return answer(
          'out-of-reach',
          uncovered(series, at - Math.round(count.limit.months * DAYS_OF_MONTH), at) ?? lacks,
        );
      const fit = compareSpan(previous.span.first, at, count.limit.months, count.limit.sense);
      if (fit === 0) return ifCovered(previous.span.first);
      return fit < 0
        ? answer('earlier', null)
        : answer('out-of-reach', uncovered(series, previous.span.first, at) ?? lacks);
    }
    case 'since':
    case 'since-event': {
      if (!count.limit.when) return answer('out-of-reach', beyond);
      const since = resolveWhen(count.limit.when, asOf);
      if (!since) return answer('out-of-reach', lacks);
      const after = counted.filter(({ span }) => span.first > since.last);
      if (after.length >= count.ordinal) return answer('earlier', null);
      if (count.ordinal > 1) return judgeOrdinal(count.ordinal, after.length + 1, () => ifCovered(since.first));
      return previous && previous.span.last >= since.first ? ifCovered(previous.span.first) : ifCovered(since.last);
    }
    case 'within': {
      const period = resolveWhen(count.limit.when, asOf);
      if (!period) return answer('out-of-reach', lacks);
      const inPeriod = counted.filter(({ span }) => span.last >= period.first).length + 1;
      return judgeOrdinal(count.ordinal, inPeriod, () => ifCovered(period.first));
    }
    case 'in-office': {
      const since = Math.max(...people.map((person) => inOfficeSince(record.entity(person), at)));
      if (!Number.isFinite(since)) return answer('out-of-reach', lacks);
      const inOffice = counted.filter(({ span }) => span.first >= since);
      if (inOffice.length >= count.ordinal) return answer('earlier', null);
      return inOffice.length + 1 < count.ordinal ? answer('out-of-reach', lacks) : ifCovered(since);
    }
    case 'ever': {
      if (counted.length >= count.ordinal) return answer('earlier', null);
      // Nobody's record reaches back to the beginning.
      return answer('out-of-reach', beyond);
    }
  }

  function judgeOrdinal(said: number, found: number, fitting: () => Judgement): Judgement {
    if (found > said) return answer('earlier', null);
    return found < said ? answer('out-of-reach', lacks) : fitting();
  }
}

/** A place is in itself, and in the country that it belongs to. */
const isIn = (place: Reference, at: ReadonlySet<Reference>, record: ClaimRecord): boolean => {
  const country = record.entity(place)?.country;
  return at.has(place) || (country !== null && country !== undefined && at.has(country));
};

const takesPart = ({ participants }: ClaimEvent, person: Reference): boolean =>
  participants.some(({ entity }) => entity === person);

/** The first day as the record writes it. */
const firstText = ({ date }: ClaimEvent): string => date.split('/')[0] ?? date;

/** What counts: named by the series, held, sure enough, up to the day; in order of time. */
function heldEvents(series: ClaimSeries, record: ClaimRecord, asOf: Day): ClaimEvent[] {
  return series.events
    .flatMap((reference) => record.events.get(reference) ?? [])
    .filter(({ status, span }) => status === 'held' && partRelativeTo(span, asOf) !== 'since')
    .sort((a, b) => a.span.first - b.span.first);
}

/** The event that the phrase speaks of: one that its sentence dates, one of its people, or the latest of late. */
function subjectOf(
  { count, asOf, pointed, persons, isToCome, toldBefore }: CountQuestion,
  held: readonly ClaimEvent[],
): ClaimEvent | null {
  if (isToCome) return null;
  const dated = held.findLast(({ span }) =>
    pointed.some(({ first, last }) => span.first <= last && span.last >= first),
  );
  if (dated) return dated;
  const someones = held.findLast(
    (event) => event.span.last >= asOf - NAMED_DAYS && [...persons].some((person) => takesPart(event, person)),
  );
  if (someones) return someones;
  const last = held.at(-1);
  if (last && last.span.last >= asOf - LATELY_DAYS) return last;
  const told = held.findLast(({ reference }) => toldBefore.includes(reference));
  if (told) return told;
  // Told as if known: the latest is meant if its own interval is the one said.
  const before = held.at(-2);
  const { limit } = count;
  return last &&
    before &&
    limit.kind === 'span' &&
    last.span.last >= asOf - KNOWN_DAYS &&
    compareSpan(before.span.first, last.span.first, limit.months, limit.sense) === 0
    ? last
    : null;
}

const nextPointed = ({ pointed, asOf, isToCome }: CountQuestion): Day | null =>
  isToCome ? (pointed.find(({ first }) => first > asOf)?.first ?? null) : null;

/** 0: the interval is of that length; below: it is shorter; above: longer. */
function compareSpan(from: Day, to: Day, said: number, sense: Sense): number {
  if (said < 1) {
    const [days, saidDays] = [to - from, Math.round(said * 30)];
    return Math.abs(days - saidDays) <= 1 ? 0 : days - saidDays;
  }
  const { years, months } = yearsAndMonths(from, to);
  const whole = years * 12 + months;
  const isOfYears = said % 12 === 0;
  const unit = isOfYears ? 12 : 1;
  const exact = isOfYears ? whole + daysBeyond(from, to, whole) : (to - from) / DAYS_OF_MONTH;
  const inUnits = exact / unit;
  const saidUnits = said / unit;
  switch (sense) {
    case 'more':
      return inUnits >= saidUnits ? 0 : -1;
    case 'nearly':
      if (inUnits <= saidUnits && inUnits > saidUnits - 1) return 0;
      break;
    case 'about':
      if (Math.abs(inUnits - saidUnits) <= Math.max(1, saidUnits / 10)) return 0;
      break;
    case 'plain':
      break;
  }
  if (Math.floor(inUnits) === saidUnits || Math.round(inUnits) === saidUnits) return 0;
  return inUnits - saidUnits;
}

/** Days beyond the whole months, as a part of a month. */
function daysBeyond(from: Day, to: Day, months: number): number {
  const start = dayToFields(from);
  const index = start.year * 12 + start.month - 1 + months;
  const reached = parseEdtf(
    `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`,
  );
  return reached ? Math.max(0, Math.min(0.99, (to - (reached.first + start.day - 1)) / DAYS_OF_MONTH)) : 0;
}

/** What is not completely covered of the days from one to another; `null` when all is. */
function uncovered({ coverage }: ClaimSeries, from: Day, to: Day): Missing | null {
  const complete = coverage.filter(({ completeness }) => completeness === 'complete').sort((a, b) => a.first - b.first);
  const weak = coverage.filter(({ completeness }) => completeness !== 'complete');
  let reached = from;
  for (const { first, last } of complete) if (first <= reached && last >= reached) reached = last + 1;
  // Where two statements overlap the weaker holds.
  const hole = weak.find(({ first, last }) => first <= to && last >= from);
  if (reached > to && !hole) return null;
  return {
    what: 'coverage',
    from: dayToIso(hole ? Math.max(from, hole.first) : reached),
    to: dayToIso(hole ? Math.min(to, hole.last) : to),
  };
}

const coverageStart = ({ coverage }: ClaimSeries): string | null =>
  [...coverage].sort((a, b) => a.first - b.first)[0]?.from ?? null;

/** The first day of the office that somebody holds on a day. */
function inOfficeSince(entity: ClaimEntity | null, day: Day): number {
  const held = (entity?.offices ?? []).filter(({ from, to }) => from <= day && day <= to);
  return held.length > 0 ? Math.max(...held.map(({ from }) => from)) : Number.NEGATIVE_INFINITY;
}
