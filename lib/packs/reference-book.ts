/**
 * References between the records of a pack: ids are unique, every reference leads somewhere and to the right kind.
 * Records come one by one and are forgotten: of each, its id and its line are kept, and of the references that lead
 * forward, the first to each id. Memory grows with the number of ids, not with the size of the file.
 */
import { isRecordId, type PackId, type RecordId } from '../model/ids';
import type { PackHeader, PackRecord } from '../model/pack';
import { PACK_LIMITS } from './limits';
import { type Expected, referencesOf } from './references-of';
import type { Report } from './report';

/** What an id stands for, as far as references care; `unread` was refused, and may be anything. */
const KINDS = [
  'unread',
  'record of an unknown kind',
  'source',
  'event',
  'series',
  'timeline',
  'withdrawn record',
  'person',
  'organisation',
  'place',
  'country',
  'post',
  'agreement',
  'work',
  'programme',
  'vessel',
  'topic',
  'thing',
] as const;
type Kind = (typeof KINDS)[number];
const CODES = new Map<Kind, number>(KINDS.map((kind, code) => [kind, code]));
/** Lines and kinds share one number: line * 32 + code. */
const SHIFT = 32;

/** Ids that are remembered for what may come: no more than records can follow. */
const MAX_WAITING = PACK_LIMITS.lines;

const NO_ENTITIES: ReadonlySet<Kind> = new Set([
  'record of an unknown kind',
  'source',
  'event',
  'series',
  'timeline',
  'withdrawn record',
]);
const FITS: Readonly<Record<Expected, (kind: Kind) => boolean>> = {
  'a source': (kind) => kind === 'source',
  'an event': (kind) => kind === 'event',
  'a series': (kind) => kind === 'series',
  'a post': (kind) => kind === 'post',
  'an organisation or country': (kind) => kind === 'organisation' || kind === 'country',
  'an entity': (kind) => !NO_ENTITIES.has(kind),
};

/** A reference to an id that has not come yet; `others`: how many more there are like it. */
interface Waiting {
  readonly line: number;
  readonly field: string;
  readonly expected: Expected;
  others: number;
}

/** The ids of a pack as they come, and what still waits for one. */
export interface ReferenceBook {
  /** Enters a record and looks after its references. */
  add(line: number, record: PackRecord): void;
  /** Enters a record that was refused: what refers to it is not wrong for that. */
  addUnread(line: number, id: unknown): void;
  /** Enters a record that was skipped: nothing that is kept may rest on it. */
  addSkipped(line: number, id: unknown): void;
  /** Reports the references that lead nowhere, once all records are in. */
  finish(): void;
}

/** Opens the book of one pack; `report` takes what is wrong, also with lines that came before. */
export function createReferenceBook(header: PackHeader, report: Report): ReferenceBook {
  const known = new Map<string, number>();
  const waiting = new Map<string, Waiting[]>();
  /** Old ids with the line that replaces each. */
  const replaced = new Map<string, number>();
  const others = new Set<PackId>(header.uses);
  /** True once a record was refused whose id could not be read: who refers to it cannot be told. */
  let hasNameless = false;

  const kindOf = (entry: number): Kind => KINDS[entry % SHIFT] ?? 'unread';
  const lineOf = (entry: number): number => Math.floor(entry / SHIFT);

  function enter(line: number, id: string, kind: Kind): void {
    const earlier = known.get(id);
    if (earlier !== undefined) {
      report(line, `id "${id}" is already used in line ${lineOf(earlier)}: give each record its own`);
      return;
    }
    known.set(id, line * SHIFT + (CODES.get(kind) ?? 0));
    const replacing = replaced.get(id);
    if (replacing !== undefined && kind !== 'withdrawn record') reportStanding(replacing, id, line);
    const arrived = waiting.get(id);
    if (!arrived) return;
    waiting.delete(id);
    for (const { line: from, field, expected } of arrived) checkKind(from, field, id, kind, expected);
  }

  function reportStanding(line: number, id: string, standing: number): void {
    report(line, `"replaces" names "${id}", which is still in the pack (line ${standing}): remove one of the two`);
  }

  function checkKind(line: number, field: string, id: string, kind: Kind, expected: Expected): void {
    if (kind === 'unread' || FITS[expected](kind)) return;
    const found = kind === 'country' ? 'place' : kind;
    const article = /^[aeiou]/.test(found) ? 'an' : 'a';
    report(line, `"${field}" refers to "${id}", which is ${article} ${found}, not ${expected}`);
  }

  function follow(line: number, field: string, ref: string, expected: Expected): void {
    const colon = ref.indexOf(':');
    const pack = colon < 0 ? header.id : (ref.slice(0, colon) as PackId);
    const id = colon < 0 ? ref : ref.slice(colon + 1);
    if (pack !== header.id) {
      if (!others.has(pack))
        report(line, `"${field}" refers to pack "${pack}", which "uses" of the header does not name: add it there`);
      return;
    }
    const entry = known.get(id);
    if (entry !== undefined) return checkKind(line, field, id, kindOf(entry), expected);
    const queue = waiting.get(id);
    if (!queue) {
      if (waiting.size >= MAX_WAITING)
        return report(line, `"${field}" refers to yet another record that has not come: put records first`, 'limit');
      waiting.set(id, [{ line, field, expected, others: 0 }]);
      return;
    }
    const alike = queue.find((one) => one.expected === expected);
    if (alike) alike.others++;
    else queue.push({ line, field, expected, others: 0 });
  }

  function replace(line: number, old: RecordId): void {
    const standing = known.get(old);
    const elsewhere = replaced.get(old);
    if (standing !== undefined && kindOf(standing) !== 'withdrawn record') reportStanding(line, old, lineOf(standing));
    else if (elsewhere !== undefined)
      report(line, `"replaces" names "${old}", which line ${elsewhere} replaces already: name it once`);
    else if (replaced.size < MAX_WAITING) replaced.set(old, line);
    else report(line, '"replaces" names yet another old id: a pack replaces fewer', 'limit');
  }

  return {
    add(line, record) {
      enter(line, record.id, kindOfRecord(record));
      referencesOf(record, (field, ref, expected) => follow(line, field, ref, expected));
      if (record.record === 'entity' && record.replaces) for (const old of record.replaces) replace(line, old);
    },
    addUnread(line, id) {
      if (typeof id === 'string' && isRecordId(id)) enter(line, id, 'unread');
      else hasNameless = true;
    },
    addSkipped(line, id) {
      if (typeof id === 'string' && isRecordId(id)) enter(line, id, 'record of an unknown kind');
    },
    finish() {
      if (hasNameless) return;
      for (const [id, queue] of waiting) {
        for (const { line, field, others: more } of queue) {
          const also = more === 0 ? '' : ` (${more === 1 ? 'one more reference leads' : `${more} more lead`} to it)`;
          report(line, `"${field}" refers to "${id}", which is not in the pack${also}: add its record, or mend the id`);
        }
      }
    },
  };
}

function kindOfRecord(record: PackRecord): Kind {
  if (record.record === 'withdrawn') return 'withdrawn record';
  if (record.record !== 'entity') return record.record;
  return record.type === 'place' && record.placeKind === 'country' ? 'country' : record.type;
}
