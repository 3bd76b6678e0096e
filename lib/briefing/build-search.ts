/** The results of a search, read as of a day: how each is called, where the query stands in that, who it was on the day. */
import type { Reference } from '../model/ids';
import type { Localized, ShownText } from '../model/localized';
import type { Entity, PackEvent } from '../model/pack';
import { parseEdtf, partRelativeTo } from '../text/edtf';
import { fold, foldName } from '../text/fold';
import { EXACT, type Fit, findQuery, fitOfText, INSIDE, type SearchQuery } from '../text/search-query';
import type { ArticleContext } from './article-context';
import { entityOf, eventOf, type Facts, isLater, packOf } from './facts';
import { readerName } from './names';
import { whoOnDay } from './posts';
import type { FoundText, SearchHit, SearchModel } from './search-models';

export interface FoundReference {
  readonly reference: Reference;
  readonly fit: Fit;
}

/** What was found, the best first. */
export interface FoundReferences {
  readonly entities: readonly FoundReference[];
  readonly events: readonly FoundReference[];
  readonly later: readonly FoundReference[];
  readonly laterCount: number;
}

export interface SearchLimits {
  readonly names: number;
  readonly events: number;
}

interface Judged {
  readonly hit: SearchHit;
  readonly isLater: boolean;
  readonly isExact: boolean;
}

export function buildSearch(
  facts: Facts,
  typed: string,
  query: SearchQuery,
  found: FoundReferences,
  context: ArticleContext,
  limits: SearchLimits,
): SearchModel {
  const judge = (some: readonly FoundReference[]) => some.flatMap((one) => judgeOne(facts, one, query, context) ?? []);
  const [entities, events, after] = [judge(found.entities), judge(found.events), judge(found.later)];
  const unasked = (judged: readonly Judged[], limit: number) =>
    judged
      .filter((one) => !one.isLater)
      .slice(0, limit)
      .map(({ hit }) => hit);
  // A coarse date, and a beginning that only the record tells, are judged here.
  const tooLate = [...entities, ...events].filter((one) => one.isLater);
  return {
    typed,
    names: unasked(entities, limits.names),
    events: unasked(events, limits.events),
    later: [...tooLate, ...after].slice(0, limits.events).map(({ hit }) => hit),
    laterCount: found.laterCount + tooLate.length,
    exact: [...entities, ...events, ...after].filter(({ isExact }) => isExact).map(({ hit }) => hit.reference),
  };
}

function judgeOne(
  facts: Facts,
  { reference, fit }: FoundReference,
  query: SearchQuery,
  context: ArticleContext,
): Judged | null {
  const entity = entityOf(facts, reference);
  const record = entity ?? eventOf(facts, reference);
  if (!record || record.confidence === 'uncertain') return null;
  const { name, form } = foundIn(record, query, context);
  return {
    hit: {
      reference,
      type: entity?.type ?? 'event',
      name,
      form,
      ...(entity ? whoOnDay(facts, reference, context) : { role: null }),
      date: record.record === 'event' ? record.date : null,
      isPrivate: facts.header(packOf(reference)).private === true,
    },
    isLater: entity ? isToCome(entity, context.asOfDay) : isLater(facts, reference, context.asOfDay),
    isExact: fit === EXACT,
  };
}

/** Who was born, and what was founded, after the day. */
function isToCome({ born, founded }: Entity, day: number): boolean {
  const began = parseEdtf(born ?? founded ?? '');
  return began !== null && partRelativeTo(began, day) === 'since';
}

/** The name as the reader knows it; where the query does not stand there, also the form in which it does. */
function foundIn(
  record: Entity | PackEvent,
  query: SearchQuery,
  { lang, asOfDay }: ArticleContext,
): { name: FoundText; form: FoundText | null } {
  const label = record.record === 'event' ? record.title : record.label;
  const shown = readerName(label, lang);
  const own = fitOfText(query, foldName(shown.text));
  const name = toFound(shown, query);
  if (own <= INSIDE) return { name, form: null };
  let best: { form: ShownText | null; fit: Fit } = { form: null, fit: own };
  for (const form of formsOf(record, label, asOfDay)) {
    if (best.fit === EXACT) break;
    const fit = fitOfText(query, foldName(form.text));
    if (fit < best.fit) best = { form, fit };
  }
  return { name, form: best.form && toFound(best.form, query) };
}

/** Forms that had come into use by the day: labels that a source shows, readings, names. */
function formsOf(record: Entity | PackEvent, label: Localized, day: number): ShownText[] {
  const names = (record.names ?? []).filter(({ from }) => (parseEdtf(from ?? '')?.first ?? day) <= day);
  const reading = record.record === 'entity' ? record.reading : undefined;
  return [...sourced(label), ...sourced(reading), ...names.map(({ text, lang }) => ({ text, lang }))];
}

const sourced = (texts: Localized = {}): ShownText[] =>
  Object.entries(texts).flatMap(([lang, text]) => (typeof text === 'string' ? [{ text, lang }] : []));

/** Where the query stands in the text as it is written. */
function toFound(shown: ShownText, query: SearchQuery): FoundText {
  const folded = fold(shown.text);
  const stretches = findQuery(query, folded.text).map(({ from, to }) => ({
    from: folded.starts[from] ?? 0,
    to: folded.ends[to - 1] ?? shown.text.length,
  }));
  return { ...shown, stretches };
}
