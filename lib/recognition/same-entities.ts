/**
 * Records of several packs that are one entity: those with an equal Wikidata address. The first pack's record is the
 * target; the names, roles and relations of the others are its own too (DESIGN.md: one card, a section a pack).
 */
import type { Named } from './compile-names';

const WIKIDATA = /^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/Q(\d{1,15})$/;

/** Tells, target by target in the order of their numbers, which one stands for it. */
export class SameEntities {
  /** First target of each item, by its number. */
  readonly #first = new Map<number, number>();
  readonly #typeOf: (target: number) => string;
  readonly #packOf: (target: number) => number;

  /** What is known of the targets before. */
  constructor(typeOf: (target: number) => string, packOf: (target: number) => number) {
    this.#typeOf = typeOf;
    this.#packOf = packOf;
  }

  /** The target that stands for the next one: its own number for nearly all. */
  add(record: Named, number: number, pack: number): number {
    if (record.record !== 'entity') return number;
    for (const address of record.sameAs ?? []) {
      const item = Number(WIKIDATA.exec(address)?.[1] ?? -1);
      if (item < 0) continue;
      const known = this.#first.get(item);
      if (known === undefined) this.#first.set(item, number);
      // Two records of one pack are two: its author has told them apart.
      else if (this.#packOf(known) !== pack && isOneType(this.#typeOf(known), record.type)) return known;
    }
    return number;
  }
}

/** What is only known as a thing may be anything. */
const isOneType = (a: string, b: string): boolean => a === b || a === 'thing' || b === 'thing';
