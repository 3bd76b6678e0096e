/**
 * Records of several packs that are one entity: those with an equal Wikidata address. The first pack's record is the
 * target; the names, roles and relations of the others are its own too (DESIGN.md: one card, a section a pack).
 */
import type { Named } from './compile-names';

const WIKIDATA = /^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/Q(\d{1,15})$/;
/** The item that has a code of ISO 3166-2 (P300), where a pack knows the code and not the item. */
const WIKIDATA_BY_CODE =
  /^https?:\/\/(?:www\.)?wikidata\.org\/w\/index\.php\?search=haswbstatement:P300=([A-Z]{2}-[A-Z0-9]{1,3})$/;

/** An item by its number, or by its code. */
type Item = number | string;

function itemOf(address: string): Item | null {
  const number = WIKIDATA.exec(address)?.[1];
  return number === undefined ? (WIKIDATA_BY_CODE.exec(address)?.[1] ?? null) : Number(number);
}

/** Tells, target by target in the order of their numbers, which one stands for it. */
export class SameEntities {
  /** First target of each item. */
  readonly #first = new Map<Item, number>();
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
    const items = (record.sameAs ?? []).flatMap((address) => itemOf(address) ?? []);
    let standsFor = number;
    for (const item of items) {
      const known = this.#first.get(item);
      // Two records of one pack are two: its author has told them apart.
      if (known === undefined || this.#packOf(known) === pack) continue;
      if (!isOneType(this.#typeOf(known), record.type)) continue;
      standsFor = known;
      break;
    }
    // Who joins by one address is found by the others too.
    for (const item of items) if (!this.#first.has(item)) this.#first.set(item, standsFor);
    return standsFor;
  }
}

/** What is only known as a thing may be anything. */
const isOneType = (a: string, b: string): boolean => a === b || a === 'thing' || b === 'thing';
