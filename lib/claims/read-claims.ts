/** The claims of an article: every phrase that points at time, with what the record says to it. */
import type { TextBlock } from '../model/article';
import type { Reference } from '../model/ids';
import { type Day, partRelativeTo } from '../text/edtf';
import { chooseSeries } from './choose-series';
import type { Claim, ClaimLanguage, DaySpan } from './claim';
import { createCountryFinder } from './countries';
import { createEventWords } from './event-words';
import type { Count, Expression } from './expression';
import { findExpressions, languageOf } from './find-expressions';
import { type Judgement, judgeCount } from './judge-count';
import type { ClaimEvent, ClaimMention, ClaimRecord, ClaimSeries } from './record';
import { QUALIFIERS } from './tables/kinds';
import { isOfOnePerson, isOfWhatIsToCome, looksBackAt } from './tense';
import { type PointerContext, PUT_OFF_DAYS, tieNamed, tiePointer } from './tie-pointer';
import { readTopic, type Topic, toTopicSource } from './topic';
import { resolveWhen } from './when';
import { wordsOf } from './words';

/** Claims of one article. */
const MAX_CLAIMS = 300;
/** Events of a decade are not looked through. */
const MAX_SPAN_DAYS = 800;

/** A phrase with the days that it names in an article of a given day. */
export interface DatedExpression {
  readonly block: TextBlock;
  readonly language: ClaimLanguage;
  readonly expression: Expression;
  readonly when: DaySpan | null;
}

/** Every phrase of an article that points at time or counts; a block a step. */
export function* datedExpressions(
  blocks: readonly TextBlock[],
  lang: string,
  asOf: Day,
): Generator<void, DatedExpression[]> {
  const found: DatedExpression[] = [];
  for (const block of blocks) {
    yield;
    // A byline's date is the article's own.
    if (block.kind === 'byline' || block.kind === 'credit' || found.length >= MAX_CLAIMS) continue;
    const language = languageOf(block.text, lang);
    if (!language) continue;
    for (const expression of findExpressions(block.text, language))
      found.push({ block, language, expression, when: expression.when && resolveWhen(expression.when, asOf) });
  }
  return found.slice(0, MAX_CLAIMS);
}

/** What the record must hold for them: the events of these days, and series where something is counted. */
export function needsOf(expressions: readonly DatedExpression[]): { spans: DaySpan[]; counts: boolean } {
  const spans = new Map(
    expressions.flatMap(({ when }) => (when ? [[`${when.first} ${when.last}`, when] as const] : [])),
  );
  return {
    spans: [...spans.values()]
      .filter(({ first, last }) => last - first < MAX_SPAN_DAYS)
      .map(({ first, last }) => ({ first: first - PUT_OFF_DAYS, last: last + PUT_OFF_DAYS })),
    counts: expressions.some(({ expression }) => expression.count !== null),
  };
}

/** An expression with what it is about. */
interface Read extends DatedExpression {
  readonly topic: Topic;
}

/**
 * Claims in order of reading; a block a step. An event that is named without its date is a claim only where the record
 * has it.
 */
export function* readClaims(
  expressions: readonly DatedExpression[],
  mentions: readonly ClaimMention[],
  record: ClaimRecord,
  asOf: Day,
): Generator<void, Claim[]> {
  const finder = createCountryFinder(record);
  const named = new Set(mentions.flatMap(({ entity }) => entity ?? []));
  const context: PointerContext = { record, words: createEventWords(record), asOf, named };
  const ownEvents = new Set(
    [...record.events.values()]
      .filter(
        ({ span, participants }) =>
          partRelativeTo(span, asOf) === 'same-day' && participants.some(({ entity }) => named.has(entity)),
      )
      .map(({ reference }) => reference),
  );
  const claims: Claim[] = [];
  for (const [{ id, text }, own] of Map.groupBy(expressions, ({ block }) => block)) {
    yield;
    const here = mentions.filter((mention) => mention.block === id);
    const source = toTopicSource(text, own[0]?.language ?? 'en', here, record, finder);
    const read = own.map((one): Read => ({ ...one, topic: readTopic(one.expression, source) }));
    const pointers = read.map((one) => (one.expression.count ? null : pointerClaim(one, context)));
    const made = read.map((one, i) =>
      one.expression.count
        ? countClaim(one, one.expression.count, { all: read, pointers }, context, ownEvents)
        : (pointers[i] ?? null),
    );
    for (const [i, claim] of made.entries()) {
      // "Declared martial law on Dec. 3": the date says it already.
      const isNamed = read[i]?.expression.isNamed === true;
      if (claim && !(isNamed && made.some((other) => other?.when && other.events[0] === claim.events[0])))
        claims.push(claim);
    }
  }
  return claims;
}

function bare({ block, expression: { start, end }, when }: Read): Claim {
  return {
    block: block.id,
    start,
    end,
    text: block.text.slice(start, end),
    when,
    verdict: null,
    events: [],
    laterEvents: null,
    series: null,
    counts: null,
    arithmetic: null,
    missing: null,
  };
}

function pointerClaim(read: Read, context: PointerContext): Claim | null {
  const { block, language, expression, topic, when } = read;
  if (expression.isNamed) {
    const event = tieNamed(topic, wordsOf(block.text.slice(expression.start, expression.end), language), context);
    return event && { ...bare(read), events: [event] };
  }
  if (!when) return null;
  const { event, later } = tiePointer(topic, when, context);
  return {
    ...bare(read),
    events: event ? [event] : [],
    laterEvents: event === null && when.last > context.asOf && (later > 0 || when.first > context.asOf) ? later : null,
  };
}

function countClaim(
  read: Read,
  count: Count,
  { all, pointers }: { readonly all: readonly Read[]; readonly pointers: readonly (Claim | null)[] },
  { record, asOf }: PointerContext,
  ownEvents: ReadonlySet<Reference>,
): Claim {
  const { topic, expression, block, language } = read;
  const series = count.ofSizes ? null : chooseSeries(topic, { record, ownEvents });
  if (!series) return { ...bare(read), verdict: 'out-of-reach', missing: { what: 'series' } };
  const inSentence = { ...topic.sentence, text: block.text };
  const judgement = judgeCount(
    {
      count,
      series,
      asOf,
      pointed: pointedBeside(read, all),
      toldBefore: toldBefore(read, all, pointers),
      persons: topic.persons,
      // A visit's place is its direction, which the series has.
      at: topic.kinds.has('visit') ? new Set() : topic.at,
      isPersonal: isOfOnePerson(inSentence, expression, language) || (!topic.isOfOffice && isOfTheNamed(count)),
      isToCome: isOfWhatIsToCome(inSentence, expression, language),
    },
    record,
  );
  if (
    judgement.verdict === 'earlier' &&
    isNarrower(block.text.slice(topic.clause.start, Math.max(topic.clause.end, expression.end)), series)
  )
    return { ...told(read, series, judgement), verdict: 'out-of-reach', missing: { what: 'previous' } };
  return topic.comparedWith.length > 0 || topic.isOfDestinations
    ? {
        ...told(read, series, { ...judgement, previous: null, arithmetic: null }),
        verdict: 'out-of-reach',
        missing: { what: 'comparison', with: topic.comparedWith },
      }
    : told(read, series, judgement);
}

/** True where the text counts something narrower than the series does. */
function isNarrower(text: string, { title, counts }: ClaimSeries): boolean {
  const own = [...Object.values(title), ...Object.values(counts)]
    .map((value) => (typeof value === 'string' ? value : (value?.text ?? '')))
    .join(' ');
  return QUALIFIERS.some((qualifier) => qualifier.test(text) && !qualifier.test(own));
}

/** "Lee visited Japan for the first time": he did, whoever else had. A length of time is of the office. */
const isOfTheNamed = ({ limit }: Count): boolean => limit.kind === 'ever' || limit.kind === 'within';

function told(read: Read, series: ClaimSeries, { verdict, previous, subject, arithmetic, missing }: Judgement): Claim {
  const shown: ClaimEvent | null = previous ?? subject;
  return {
    ...bare(read),
    verdict,
    events: shown ? [shown.reference] : [],
    series: series.reference,
    counts: series.counts,
    arithmetic,
    missing,
  };
}

/** Days named beside a count that say when the counted event was, and not what it looks back at. */
function pointedBeside({ block, topic, language }: Read, all: readonly Read[]): DaySpan[] {
  return all.flatMap(({ expression: other, when }) =>
    when !== null &&
    other.start >= topic.sentence.start &&
    other.end <= topic.sentence.end &&
    !looksBackAt({ ...topic.sentence, text: block.text }, other, language)
      ? [when]
      : [],
  );
}

/** Events that the sentence before dates, unless the count looks back at them. */
function toldBefore({ topic }: Read, all: readonly Read[], pointers: readonly (Claim | null)[]): Reference[] {
  const before = all.findLast(
    ({ expression, topic: other }) => !expression.count && other.sentence.end <= topic.sentence.start,
  );
  return all.flatMap((one, i) =>
    before &&
    one.topic.sentence.start === before.topic.sentence.start &&
    !looksBackAt({ ...one.topic.sentence, text: one.block.text }, one.expression, one.language)
      ? [...(pointers[i]?.events ?? [])]
      : [],
  );
}
