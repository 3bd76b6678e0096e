/**
 * Compiles names into the sections of a matcher. Two passes over the names, both in slices, so that a worker can tell
 * how far it is and be stopped; nothing is made for each name but numbers in arrays.
 */
import { MAX_NAME_UNITS } from '../text/limits';
import { CLINGS, classFlags, type FoldTable, foldTable, SPACE, SPECIAL, UNIT, WORD } from './fold-table';
import {
  BEGINS_ALONE,
  BEGINS_MORE,
  HEADER,
  MAX_FORMS,
  type MatcherSections,
  RECORD_BYTES,
  RECORD_CAPITAL,
  RECORD_PRINT,
  RECORD_WIDE,
  STEP_ENDS,
  STEP_GOES_ON,
} from './matcher-sections';
import { SlotFilter } from './slot-filter';
import { bucketOf, type HashKey, hashKey, mix, stepHash } from './step-hash';

/** Distinct folded forms, numbered in this order. Form `i` lies in `pool` from `offsets[i]` on. */
export interface MatcherForms {
  readonly offsets: Uint32Array;
  /** Units of each; where they are left out, a form ends where the next begins, and one offset more says where the last does. */
  readonly lengths?: Uint8Array;
  readonly pool: Uint16Array;
  /** 1 where every name of the form begins with a capital: a small first letter is then no occurrence of it. */
  readonly capitals: Uint8Array;
}

/** Names in a bucket, on average: fewer cost offsets, more cost looks. */
const BUCKET_NAMES = 4;
/** Slots for each entry, or up to a quarter more. More cost bytes, fewer let more pass that is no name. */
const FIRST_SLOTS = 16;
const STEP_SLOTS = 4.5;
/** Slots for each entry while they are counted: few enough fall together that the used ones are the entries. */
const COUNTING_SLOTS = 8;
/** Steps a name at which room is made for counting; more are counted a little short. */
const COUNTED_STEPS = 3;
/** Names between two reports of progress: about a millisecond. */
const SLICE = 4_096;

/** What the first pass learns of a form. */
const NEVER_FOUND = 0;
const NARROW = 1;
const WIDE = 2;

/**
 * Compiles bit by bit: yields the share that is done, 0 to 1, and returns the sections. `fingerprint`: at least 32
 * hexadecimal digits that identify what is compiled; the hashes are keyed by it. A form that cannot stand in a text
 * (empty, longer than `MAX_NAME_UNITS`, with a mark or a space first or a space last) keeps its number and is never
 * found. Throws a RangeError for more than 16,777,216 forms.
 */
export function* compileMatcherInSlices(
  forms: MatcherForms,
  fingerprint: string,
): Generator<number, MatcherSections, undefined> {
  const count = countForms(forms);
  if (count > MAX_FORMS) throw new RangeError(`an index holds ${MAX_FORMS} names at most, not ${count}`);
  const compiler = new MatcherCompiler(forms, foldTable(), hashKey(fingerprint));
  for (let from = 0; from < count; from += SLICE) {
    compiler.hash(from, Math.min(count, from + SLICE));
    yield from / count / 2;
  }
  compiler.measure();
  for (let from = 0; from < count; from += SLICE) {
    compiler.write(from, Math.min(count, from + SLICE));
    yield (1 + from / count) / 2;
  }
  return compiler.finish();
}

const countForms = ({ offsets, lengths }: MatcherForms): number => lengths?.length ?? offsets.length - 1;

/** Compiles at once. */
export function compileMatcher(forms: MatcherForms, fingerprint: string): MatcherSections {
  const slices = compileMatcherInSlices(forms, fingerprint);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

class MatcherCompiler {
  readonly #forms: MatcherForms;
  readonly #table: FoldTable;
  readonly #key: HashKey;
  /** Of each form: the hash of the whole, and whether it is found and how it is written. */
  readonly #hashes: Uint32Array;
  readonly #kinds: Uint8Array;
  readonly #begins = new Uint32Array(0x10000 / 16);
  #words: SlotFilter;
  #smallWords: SlotFilter;
  #pairs: SlotFilter;
  #steps: SlotFilter;
  #longest = 0;
  #buckets = new Uint32Array(2);
  /** Where the next record of each bucket goes. */
  #places = new Uint32Array(1);
  #records = new Uint8Array(0);

  constructor(forms: MatcherForms, table: FoldTable, key: HashKey) {
    this.#forms = forms;
    this.#table = table;
    this.#key = key;
    const count = countForms(forms);
    this.#hashes = new Uint32Array(count);
    this.#kinds = new Uint8Array(count);
    this.#words = new SlotFilter(1, count * COUNTING_SLOTS);
    this.#smallWords = new SlotFilter(1, count * COUNTING_SLOTS);
    this.#pairs = new SlotFilter(1, count * COUNTING_SLOTS);
    this.#steps = new SlotFilter(2, count * COUNTING_SLOTS * COUNTED_STEPS);
  }

  /** First pass over forms `[from, to)`: their hashes, and how much the filters will hold. */
  hash(from: number, to: number): void {
    for (let form = from; form < to; form++) this.#kinds[form] = this.#hashForm(form);
  }

  /** What the scan asks of the unit at `at` of the pool; it is folded. */
  #flags(at: number): number {
    const { pool } = this.#forms;
    const unit = pool[at] as number;
    const { pages, entries } = this.#table;
    const entry = entries[((pages[unit >> 8] as number) << 8) | (unit & 0xff)] as number;
    if (entry < SPECIAL && (entry & UNIT) === 0) return entry;
    const next = pool[at + 1] ?? 0;
    if (unit >= 0xdc00 && unit <= 0xdfff) return CLINGS;
    return classFlags(unit >= 0xd800 && unit <= 0xdbff ? ((unit - 0xd800) << 10) + (next - 0xdc00) + 0x10000 : unit);
  }

  #hashForm(form: number): number {
    const { pool } = this.#forms;
    const { factor } = this.#key;
    const start = this.#forms.offsets[form] as number;
    const length = this.#unitsOf(form);
    const end = start + length;
    if (length === 0 || length > MAX_NAME_UNITS) return NEVER_FOUND;
    const first = this.#flags(start);
    if ((first & (CLINGS | SPACE)) !== 0 || (this.#flags(end - 1) & SPACE) !== 0) return NEVER_FOUND;
    this.#longest = Math.max(this.#longest, length);
    let kind = NARROW;
    for (let at = start; at < end; at++) if ((pool[at] as number) > 0xff) kind = WIDE;

    let hash = mix(this.#key.seed, pool[start] as number, factor);
    let at = start + 1;
    let run = WORD | CLINGS;
    if ((first & WORD) === 0) {
      const unit = pool[start] as number;
      const begins = length === 1 ? BEGINS_ALONE : BEGINS_MORE;
      this.#begins[unit >>> 4] = (this.#begins[unit >>> 4] as number) | (begins << ((unit & 15) << 1));
      if (length === 1) {
        this.#hashes[form] = hash;
        return kind;
      }
      hash = mix(hash, pool[at] as number, factor);
      this.#pairs.add(hash, 1);
      run = (this.#flags(at) & WORD) !== 0 ? WORD | CLINGS : CLINGS;
      at++;
    }
    for (let isFirst = true; ; isFirst = false) {
      for (; at < end && (this.#flags(at) & run) !== 0; at++) hash = mix(hash, pool[at] as number, factor);
      if (isFirst && (first & WORD) !== 0) {
        this.#words.add(hash, 1);
        if (this.#forms.capitals[form] === 0) this.#smallWords.add(hash, 1);
      }
      if (at === end) {
        this.#steps.add(stepHash(hash), STEP_ENDS);
        break;
      }
      // The scan asks nothing after a space.
      if ((this.#flags(at - 1) & SPACE) === 0) this.#steps.add(stepHash(hash), STEP_GOES_ON);
      run = (this.#flags(at) & WORD) !== 0 ? WORD | CLINGS : CLINGS;
      hash = mix(hash, pool[at] as number, factor);
      at++;
    }
    this.#hashes[form] = hash;
    return kind;
  }

  #unitsOf(form: number): number {
    const { offsets, lengths } = this.#forms;
    return lengths ? (lengths[form] as number) : (offsets[form + 1] as number) - (offsets[form] as number);
  }

  #recordBytes(form: number): number {
    const units = this.#unitsOf(form);
    return RECORD_BYTES + (this.#kinds[form] === WIDE ? units * 2 : units);
  }

  /** Between the passes: filters of the size that they need, and where each bucket begins. */
  measure(): void {
    this.#words = new SlotFilter(1, this.#words.count() * FIRST_SLOTS);
    this.#smallWords = new SlotFilter(1, this.#smallWords.count() * FIRST_SLOTS);
    this.#pairs = new SlotFilter(1, this.#pairs.count() * FIRST_SLOTS);
    this.#steps = new SlotFilter(2, this.#steps.count() * STEP_SLOTS);
    const count = this.#kinds.length;
    const buckets = Math.max(1, Math.ceil(count / BUCKET_NAMES));
    this.#buckets = new Uint32Array(buckets + 1);
    for (let form = 0; form < count; form++) {
      if (this.#kinds[form] === NEVER_FOUND) continue;
      const next = bucketOf(this.#hashes[form] as number, buckets) + 1;
      this.#buckets[next] = (this.#buckets[next] as number) + this.#recordBytes(form);
    }
    for (let i = 1; i <= buckets; i++)
      this.#buckets[i] = (this.#buckets[i] as number) + (this.#buckets[i - 1] as number);
    this.#places = this.#buckets.slice();
    this.#records = new Uint8Array(this.#buckets[buckets] as number);
  }

  /** Second pass over forms `[from, to)`: what the filters must let pass, and the records. */
  write(from: number, to: number): void {
    const { offsets, pool, capitals } = this.#forms;
    const records = this.#records;
    for (let form = from; form < to; form++) {
      const kind = this.#kinds[form];
      if (kind === NEVER_FOUND) continue;
      this.#hashForm(form);
      const hash = this.#hashes[form] as number;
      const bucket = bucketOf(hash, this.#buckets.length - 1);
      let at = this.#places[bucket] as number;
      const start = offsets[form] as number;
      const end = start + this.#unitsOf(form);
      records[at++] = end - start;
      records[at++] = form;
      records[at++] = form >>> 8;
      records[at++] = form >>> 16;
      records[at++] =
        (hash & RECORD_PRINT) | (kind === WIDE ? RECORD_WIDE : 0) | (capitals[form] === 0 ? 0 : RECORD_CAPITAL);
      for (let i = start; i < end; i++) {
        const unit = pool[i] as number;
        records[at++] = unit;
        if (kind === WIDE) records[at++] = unit >>> 8;
      }
      this.#places[bucket] = at;
    }
  }

  finish(): MatcherSections {
    const header = new Uint32Array(HEADER.length);
    header[HEADER.seed] = this.#key.seed;
    header[HEADER.factor] = this.#key.factor;
    header[HEADER.wordParts] = this.#words.parts;
    header[HEADER.wordShift] = this.#words.shift;
    header[HEADER.smallWordParts] = this.#smallWords.parts;
    header[HEADER.smallWordShift] = this.#smallWords.shift;
    header[HEADER.pairParts] = this.#pairs.parts;
    header[HEADER.pairShift] = this.#pairs.shift;
    header[HEADER.stepParts] = this.#steps.parts;
    header[HEADER.stepShift] = this.#steps.shift;
    header[HEADER.longest] = this.#longest;
    return {
      header,
      pages: this.#table.pages,
      entries: this.#table.entries,
      begins: this.#begins,
      words: this.#words.slots,
      smallWords: this.#smallWords.slots,
      pairs: this.#pairs.slots,
      steps: this.#steps.slots,
      buckets: this.#buckets,
      records: this.#records,
    };
  }
}
