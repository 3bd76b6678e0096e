/**
 * The ids of all targets, some fifteen bytes each: pack and kind of id (`person`) as numbers, the rest as it stands.
 * Ids hold letters of ASCII only (`lib/model/ids`), and the targets of a pack lie together.
 */
import type { PackId, Reference } from '../model/ids';
import { readString, type Section, type SectionReader, type StringTable, writeStrings } from './binary';
import type { Target } from './compile-names';
import { entriesOf, type Lists, ListsWriter } from './lists';

/** The sections of the targets' ids. `packs` in their order. */
export function writeReferences(packs: readonly PackId[], targets: readonly Target[]): Section[] {
  const counts = new Uint32Array(packs.length);
  const kinds: string[] = [];
  const kindNumbers = new Map<string, number>();
  const codes = new Uint16Array(targets.length);
  const slugs = new ListsWriter();
  targets.forEach(({ pack, record: { id } }, target) => {
    counts[pack] = (counts[pack] as number) + 1;
    const slash = id.indexOf('/');
    const kind = id.slice(0, slash);
    const number = kindNumbers.get(kind) ?? kinds.push(kind) - 1;
    kindNumbers.set(kind, number);
    codes[target] = number;
    slugs.add(Array.from(id.slice(slash + 1), (letter) => letter.charCodeAt(0)));
  });
  const lists = slugs.finish();
  const [packTable, kindTable] = [writeStrings(packs), writeStrings(kinds)];
  return [
    startsOf(counts),
    packTable.offsets,
    packTable.pool,
    // One byte a target, as long as there are no more kinds than that: a hostile pack may have more.
    kinds.length <= 256 ? Uint8Array.from(codes) : new Uint8Array(0),
    kinds.length <= 256 ? new Uint16Array(0) : codes,
    kindTable.offsets,
    kindTable.pool,
    lists.counts,
    lists.bases,
    Uint8Array.from(slugs.values),
  ];
}

/** Where each of some runs that follow one another begins. */
function startsOf(counts: Uint32Array): Uint32Array {
  let start = 0;
  return counts.map((count) => {
    start += count;
    return start - count;
  });
}

/** The ids of an index's targets, opened. */
export class References {
  readonly #starts: Uint32Array;
  readonly #packs: StringTable;
  readonly #codes: Uint8Array | Uint16Array;
  readonly #kinds: StringTable;
  readonly #slugs: Lists;
  readonly #letters: Uint8Array;
  readonly #known = new Map<number, Reference>();

  constructor(reader: SectionReader) {
    this.#starts = reader.u32();
    this.#packs = { offsets: reader.u32(), pool: reader.u16() };
    const [bytes, words] = [reader.u8(), reader.u16()];
    this.#codes = words.length > 0 ? words : bytes;
    this.#kinds = { offsets: reader.u32(), pool: reader.u16() };
    this.#slugs = { counts: reader.u8(), bases: reader.u32() };
    this.#letters = reader.u8();
  }

  /** The stored form of a target's id; one that is no reference where the index is damaged. */
  of(target: number): Reference {
    const known = this.#known.get(target);
    if (known !== undefined) return known;
    let pack = this.#starts.length - 1;
    while (pack > 0 && (this.#starts[pack] as number) > target) pack--;
    let text = `${readString(this.#packs, pack)}:${readString(this.#kinds, this.#codes[target] ?? -1)}/`;
    const [first, end] = entriesOf(this.#slugs, target);
    for (let i = first; i < end; i++) text += String.fromCharCode(this.#letters[i] ?? 0);
    this.#known.set(target, text as Reference);
    return text as Reference;
  }
}
