/**
 * Finds the targets that a query means, best first: what is called so, what begins so, what has it at the beginning of
 * a word; then those the article names, then the prominent. Only columns of numbers are looked at; no record is read.
 */
import type { Day } from '../text/edtf';
import { BEGINNING, EXACT, type Fit, fitOf, NOT, type SearchQuery } from '../text/search-query';
import type { NameIndex } from './name-index';
import type { PrefixTable } from './prefix-table';
import type { RecordDirectory } from './record-directory';
import type { SearchTexts } from './search-texts';

/** What a search needs of an index. */
export interface SearchedIndex {
  readonly index: Pick<NameIndex, 'namesOf' | 'target' | 'type' | 'prominence' | 'wasUsedBy'>;
  readonly directory: Pick<RecordDirectory, 'eventDays'>;
  readonly prefixes: Pick<PrefixTable, 'between' | 'text' | 'each'>;
  readonly texts: Pick<SearchTexts, 'each'>;
}

export interface SearchOptions {
  /** Read as of this day: events that lie after it come apart. */
  readonly day: Day;
  /** Those that the article names come first among equals. */
  readonly favoured: ReadonlySet<number>;
  /** How many of the best are wanted. */
  readonly limit: number;
}

export interface FoundTarget {
  readonly target: number;
  readonly fit: Fit;
}

export interface FoundTargets {
  /** Entities, the best first. */
  readonly entities: readonly FoundTarget[];
  /** Events that had begun by the day, the best first and the nearest to it first among equals. */
  readonly events: readonly FoundTarget[];
  /** Events after the day, in order of time among equals. */
  readonly later: readonly FoundTarget[];
  readonly laterCount: number;
}

/** A single letter begins so many words that only what begins with it is of use. */
const MIN_INSIDE_UNITS = 2;

export function searchTargets(searched: SearchedIndex, query: SearchQuery, options: SearchOptions): FoundTargets {
  const fits = new Map<number, Fit>();
  const note = (target: number, fit: Fit) => {
    const before = fits.get(target);
    if (target >= 0 && (before === undefined || fit < before)) fits.set(target, fit);
  };
  noteBeginnings(searched, query, options, note);
  if (query.text.length >= MIN_INSIDE_UNITS) {
    // Enough names begin so: none that has it inside would be shown.
    if (fits.size < options.limit) noteNames(searched, query, options, note);
    searched.texts.each((target, units, from, end) => {
      const fit = fitOf(query, units, from, end);
      if (fit !== NOT) note(target, fit);
    });
  }
  return rank(searched, fits, options);
}

/** By the order of the table: without a look at the forms themselves. */
function noteBeginnings(
  searched: SearchedIndex,
  { text, ranges }: SearchQuery,
  options: SearchOptions,
  note: (target: number, fit: Fit) => void,
): void {
  for (const { low, high } of ranges) {
    const [first, end] = searched.prefixes.between(low, high);
    if (first >= end) continue;
    const exact = searched.prefixes.text(first) === text ? first : -1;
    for (let form = first; form < end; form++)
      noteForm(searched, form, form === exact ? EXACT : BEGINNING, options, note);
  }
}

function noteNames(
  searched: SearchedIndex,
  query: SearchQuery,
  options: SearchOptions,
  note: (target: number, fit: Fit) => void,
): void {
  searched.prefixes.each((form, units, length) => {
    const fit = fitOf(query, units, 0, length);
    if (fit !== NOT) noteForm(searched, form, fit, options, note);
  }, query.start);
}

/** A name that came into use after the day would tell what came later. */
function noteForm(
  { index }: SearchedIndex,
  form: number,
  fit: Fit,
  { day }: SearchOptions,
  note: (target: number, fit: Fit) => void,
): void {
  const [first, end] = index.namesOf(form);
  for (let name = first; name < end; name++) if (index.wasUsedBy(name, day)) note(index.target(name), fit);
}

/** The best so far, kept in order: of the thousands that one letter finds only a few are wanted. */
class Best {
  readonly found: FoundTarget[] = [];
  readonly #scores: number[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(found: FoundTarget, score: number): void {
    let at = this.#scores.length;
    if (at >= this.#limit && score <= (this.#scores[at - 1] as number)) return;
    while (at > 0 && (this.#scores[at - 1] as number) < score) at--;
    this.found.splice(at, 0, found);
    this.#scores.splice(at, 0, score);
    if (this.found.length <= this.#limit) return;
    this.found.pop();
    this.#scores.pop();
  }
}

/** A better fit, and then being named in the article, stand above whatever else there is, which is below 1. */
const [FIT_STEP, FAVOUR] = [4, 2];
/** Days, of events near and far. */
const CENTURY = 36_525;

function rank(
  { index, directory }: SearchedIndex,
  fits: ReadonlyMap<number, Fit>,
  options: SearchOptions,
): FoundTargets {
  const { day, favoured, limit } = options;
  const [entities, events, later] = [new Best(limit), new Best(limit), new Best(limit)];
  let laterCount = 0;
  for (const [target, fit] of fits) {
    const base = (NOT - fit) * FIT_STEP + (favoured.has(target) ? FAVOUR : 0);
    if (index.type(target) !== 'event') {
      entities.add({ target, fit }, base + index.prominence(target));
      continue;
    }
    const [first] = directory.eventDays(target);
    const isLater = first > day;
    if (isLater) laterCount++;
    (isLater ? later : events).add({ target, fit }, base + 1 / (1 + Math.abs(day - first) / CENTURY));
  }
  return { entities: entities.found, events: events.found, later: later.found, laterCount };
}
