/**
 * Compiles packs into the name index: which texts are names of what, the facts by which `resolve` weighs them, and
 * where every record is stored. Three groups (`binary.ts`): what recognition needs at once, what cards need, and what
 * only a search needs.
 *
 * All records are read twice, from wherever they lie, and none is kept: of a million entities what is kept are columns
 * of numbers. The first reading numbers them, so that the second finds whom each of them refers to. Works in steps, so
 * that whoever compiles can do other things in between, and stop.
 */
import { type PackId, type Reference, toReference } from '../model/ids';
import type { PackHeader, PackRecord } from '../model/pack';
import { type IndexBytes, joinBytes, layOutGroups, type Section } from './binary';
import { bytes, Column, floats, words } from './columns';
import { DirectoryCompiler, ReferencesWriter } from './compile-directory';
import { type Named, NamesCompiler } from './compile-names';
import { type CompileSteps, finish, part, RECORDS_PER_STEP } from './compile-steps';
import { TargetsCompiler, weightOf } from './compile-targets';
import { PLACE_SHIFT, placeCode, TARGET_TYPES, TYPE_MASK, typeCode } from './index-layout';
import { createLookUp, ReferenceTable } from './look-up';
import { PlacesWriter } from './places';
import { writePrefixes } from './prefix-table';
import { SameEntities } from './same-entities';
import { SearchTextsWriter } from './search-texts';

/** One pack as the compiler needs it: how many records it has, and how many lie in a row. */
export interface CompiledPack {
  readonly id: PackId;
  readonly records: number;
  readonly rowSize: number;
}

/** Shares of the whole work: the two readings, and what follows. */
export const SURVEYED = 0.25;
export const READ = 0.7;

/**
 * The compiler, driven from outside: `survey` takes all records in stored order, pack after pack, then `read` takes
 * them again, then `finish` compiles. `fingerprint` (hexadecimal, 32 digits at least) must identify the packs and their
 * order: an index is opened only by who expects the same.
 */
export class IndexCompiler {
  readonly #packs: readonly CompiledPack[];
  readonly #fingerprint: string;
  readonly #references: ReferencesWriter;
  readonly #places = new PlacesWriter();
  readonly #texts = new SearchTextsWriter();
  readonly #table: ReferenceTable;
  /** Of each target: its kind and place, which one stands for it, how prominent it is said to be, and its pack. */
  readonly #kinds: Column<Uint8Array>;
  readonly #same: Column<Uint32Array>;
  readonly #prominence: Column<Float32Array>;
  readonly #firstTargets: number[] = [];
  readonly #entities: SameEntities;
  readonly #heaviest: number[] = [];
  #names = 0;
  #units = 0;
  /** The pack whose records come, and the number of the next target, in either reading. */
  #pack = -1;
  #target = 0;
  #second: { names: NamesCompiler; targets: TargetsCompiler; directory: DirectoryCompiler } | null = null;

  constructor(packs: readonly CompiledPack[], fingerprint: string) {
    this.#packs = packs;
    this.#fingerprint = fingerprint;
    const records = packs.reduce((sum, pack) => sum + pack.records, 0);
    this.#references = new ReferencesWriter(records);
    this.#table = new ReferenceTable(records);
    this.#kinds = new Column(bytes, records);
    this.#same = new Column(words, records);
    this.#prominence = new Column(floats, records);
    this.#entities = new SameEntities(
      (target) => TARGET_TYPES[this.#kinds.at(target) & TYPE_MASK] ?? 'thing',
      (target) => this.#firstTargets.findLastIndex((first) => first <= target),
    );
  }

  /** First reading: the next records of a pack, by its place among the packs. */
  survey(pack: number, records: readonly PackRecord[]): void {
    while (this.#pack < pack) {
      this.#pack++;
      this.#places.beginPack(this.#packs[this.#pack]?.rowSize ?? 1);
      this.#firstTargets.push(this.#kinds.length);
      this.#heaviest.push(0);
    }
    const { id } = this.#packs[pack] as CompiledPack;
    for (const record of records) {
      const reference = toReference(id, record.id);
      this.#references.add(reference);
      this.#places.add(isNamed(record));
      if (isNamed(record)) this.#surveyTarget(record, reference, pack);
    }
  }

  #surveyTarget(record: Named, reference: Reference, pack: number): void {
    const target = this.#kinds.length;
    this.#table.add(reference, target);
    this.#same.push(this.#entities.add(record, target, pack));
    const isEvent = record.record === 'event';
    this.#kinds.push(
      isEvent ? typeCode('event') : typeCode(record.type) | (placeCode(record.placeKind) << PLACE_SHIFT),
    );
    this.#prominence.push(isEvent ? 0 : (record.prominence ?? 0));
    this.#heaviest[pack] = Math.max(this.#heaviest[pack] ?? 0, weightOf(record));
    for (const { text } of record.names ?? []) {
      this.#names++;
      this.#units += text.length;
    }
  }

  /** Second reading: the same records in the same order. */
  read(pack: number, records: readonly PackRecord[]): void {
    this.#second ??= this.#beginReading();
    const { names, targets, directory } = this.#second;
    const { id } = this.#packs[pack] as CompiledPack;
    for (const record of records) {
      if (!isNamed(record)) {
        directory.addOther(record, toReference(id, record.id), pack);
        continue;
      }
      const target = this.#target++;
      this.#texts.add(record, this.#same.at(target));
      names.add(record, this.#same.at(target), pack);
      targets.add(record, target, pack);
      directory.addTarget(record, target, pack);
    }
  }

  #beginReading() {
    const same = this.#same.values();
    const lookUp = createLookUp(
      this.#packs.map(({ id }) => id),
      this.#table,
      same,
    );
    const kinds = this.#kinds.values();
    return {
      names: new NamesCompiler({ names: this.#names, units: this.#units }),
      targets: new TargetsCompiler({ kinds, same, heaviest: this.#heaviest, lookUp }),
      directory: new DirectoryCompiler(lookUp, kinds.length),
    };
  }

  /** Compiles what was read, in steps. Throws a `RangeError` when the index would pass 4 GB. */
  *finish(): CompileSteps<IndexBytes> {
    while (this.#firstTargets.length < this.#packs.length) this.survey(this.#firstTargets.length, []);
    const { names, targets, directory } = this.#second ?? this.#beginReading();
    const prominence = (target: number) => this.#prominence.at(target);
    const compiled = yield* part(0, 0.6, names.finish(prominence, this.#fingerprint));
    const prefixes = yield* part(0.6, 0.7, writePrefixes(compiled.forms));
    const facts = yield* part(0.7, 0.85, targets.finish());
    const rest = yield* part(0.85, 0.95, directory.finish(facts.posts, this.#same.values()));
    const head: Section[] = [...compiled.matcher, ...compiled.names, ...facts.sections, ...this.#places.sections()];
    const search = [...prefixes, ...this.#texts.sections()];
    return layOutGroups(this.#fingerprint, [head, [...this.#references.sections(), ...rest], search]);
  }
}

/** A pack whose records are in memory, in stored order. */
export interface CompilablePack {
  readonly header: PackHeader;
  readonly records: readonly PackRecord[];
  readonly rowSize: number;
}

/** Compiles packs that are in memory, at once. Names that would be found everywhere or are too long are left out. */
export const compileIndex = (packs: readonly CompilablePack[], fingerprint: string): ArrayBuffer =>
  joinBytes(finish(compileInSteps(packs, fingerprint)));

/** As `compileIndex`, in steps that say how far it is. */
export function* compileInSteps(packs: readonly CompilablePack[], fingerprint: string): CompileSteps<IndexBytes> {
  const compiler = new IndexCompiler(
    packs.map(({ header, records, rowSize }) => ({ id: header.id, records: records.length, rowSize })),
    fingerprint,
  );
  for (const take of ['survey', 'read'] as const) {
    for (const [pack, { records }] of packs.entries()) {
      for (let i = 0; i < records.length; i += RECORDS_PER_STEP) {
        compiler[take](pack, records.slice(i, i + RECORDS_PER_STEP));
        yield take === 'survey' ? 0 : SURVEYED;
      }
    }
  }
  return yield* part(READ, 1, compiler.finish());
}

/** Records that are numbered as targets. */
const isNamed = (record: PackRecord): record is Named => record.record === 'entity' || record.record === 'event';

/** References of all targets in the order of their numbers: for those who hold the records in memory. */
export const targetReferences = (packs: readonly Pick<CompilablePack, 'header' | 'records'>[]): Reference[] =>
  packs.flatMap(({ header, records }) => records.filter(isNamed).map(({ id }) => toReference(header.id, id)));
