/**
 * Compiles packs into the name index: which texts are names of what, the facts by which `resolve` weighs them, and
 * where every record is stored. Three groups (`binary.ts`): what recognition needs at once, what cards need, and what
 * only a search needs. Works in steps, so that whoever compiles can do other things in between, and stop.
 */
import { type Reference, toReference } from '../model/ids';
import type { PackHeader, PackRecord } from '../model/pack';
import { type Section, writeGroups } from './binary';
import { writeDirectory } from './compile-directory';
import { compileNames, type Named, type Target } from './compile-names';
import { type CompileSteps, finish, part, RECORDS_PER_STEP } from './compile-steps';
import { writeTargets } from './compile-targets';
import { createLookUp } from './look-up';
import { writeNames } from './names';
import { writePlaces } from './places';
import { writePrefixes } from './prefix-table';
import { sameEntities } from './same-entities';

/** One pack as the compiler needs it: its records in stored order, and how many lie in a row. */
export interface CompilablePack {
  readonly header: PackHeader;
  readonly records: readonly PackRecord[];
  readonly rowSize: number;
}

/**
 * Compiles. `fingerprint` (hexadecimal, 32 digits at least) must identify the packs and their order: an index is
 * opened only by who expects the same. Names that would be found everywhere or are longer than the limit are left out.
 */
export function compileIndex(packs: readonly CompilablePack[], fingerprint: string): ArrayBuffer {
  return finish(compileInSteps(packs, fingerprint));
}

/** As `compileIndex`, in steps that say how far it is. Throws a `RangeError` when the index would pass 4 GB. */
export function* compileInSteps(packs: readonly CompilablePack[], fingerprint: string): CompileSteps<ArrayBuffer> {
  const targets = yield* collectTargets(packs);
  yield 0.1;
  const same = sameEntities(targets);
  const { forms, matcher, columns } = yield* part(0.1, 0.55, compileNames(targets, same, fingerprint));
  const named = writeNames(columns);
  yield 0.6;
  const lookUp = createLookUp(packs, targets, same);
  const facts = yield* part(0.6, 0.75, writeTargets(targets, same, packs, lookUp));
  const places = writePlaces(packs.map(({ rowSize, records }) => ({ rowSize, isTarget: records.map(isNamed) })));
  yield 0.8;
  const directory = yield* part(0.8, 0.9, writeDirectory(packs, targets, lookUp, facts.posts));
  const prefixes = yield* part(0.9, 1, writePrefixes(forms));
  const head: Section[] = [...matcher, ...named, ...facts.sections, ...places];
  return writeGroups(fingerprint, [head, directory, prefixes]);
}

/** Records that are numbered as targets. */
const isNamed = (record: PackRecord): record is Named => record.record === 'entity' || record.record === 'event';

/** References of all targets in the order of their numbers: for those who hold the records in memory. */
export const targetReferences = (packs: readonly Pick<CompilablePack, 'header' | 'records'>[]): Reference[] =>
  packs.flatMap(({ header, records }) => records.filter(isNamed).map(({ id }) => toReference(header.id, id)));

/** Entities and events of all packs, in stored order: their numbers in the index. */
function* collectTargets(packs: readonly CompilablePack[]): CompileSteps<Target[]> {
  const targets: Target[] = [];
  for (const [pack, { header, records }] of packs.entries()) {
    for (const [i, record] of records.entries()) {
      if (isNamed(record)) targets.push({ reference: toReference(header.id, record.id), pack, record });
      if (i % RECORDS_PER_STEP === 0) yield 0;
    }
  }
  return targets;
}
