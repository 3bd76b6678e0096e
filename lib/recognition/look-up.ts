/** Finds the numbers of the targets that records refer to, while an index is compiled. */
import { expandRef, type PackId } from '../model/ids';
import type { PackEvent, Ref } from '../model/pack';
import { hashReference } from './record-directory';

/** Number of the target that a record of a pack refers to, or of the one that stands for it; `undefined` when no pack has it. */
export type LookUp = (ref: Ref | null | undefined, pack: number) => number | undefined;

/** Another hash of 32 bits: both together are met twice by chance once in some 10^7 packs of a million records. */
function secondHash(reference: string): number {
  let hash = 0x2f0b4c47;
  for (let i = 0; i < reference.length; i++)
    hash = Math.imul(hash ^ reference.charCodeAt(i), 0x85ebca6b) ^ (hash >>> 13);
  return hash >>> 0;
}

/**
 * Numbers by reference, of which only hashes are kept. Of two references that share both, which nobody meets who does
 * not look for it, the first holds the number: no pack takes away what one before it has.
 */
export class ReferenceTable {
  /** Three numbers a slot: two hashes, and the number from 1. */
  readonly #slots: Uint32Array;
  readonly #mask: number;

  /** `count`: how many are entered at most. */
  constructor(count: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(8, count * 1.5)));
    this.#slots = new Uint32Array(slots * 3);
    this.#mask = slots - 1;
  }

  #slotOf(first: number, second: number): number {
    for (let slot = first & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const at = slot * 3;
      if (this.#slots[at + 2] === 0 || (this.#slots[at] === first && this.#slots[at + 1] === second)) return at;
    }
  }

  add(reference: string, number: number): void {
    const [first, second] = [hashReference(reference), secondHash(reference)];
    const at = this.#slotOf(first, second);
    if (this.#slots[at + 2] !== 0) return;
    this.#slots[at] = first;
    this.#slots[at + 1] = second;
    this.#slots[at + 2] = number + 1;
  }

  /** The number of a reference, or -1. */
  get(reference: string): number {
    const at = this.#slotOf(hashReference(reference), secondHash(reference));
    return (this.#slots[at + 2] as number) - 1;
  }
}

export const createLookUp =
  (packs: readonly PackId[], table: ReferenceTable, same: Uint32Array): LookUp =>
  (ref, pack) => {
    const own = packs[pack];
    if (!ref || own === undefined) return undefined;
    const number = table.get(expandRef(ref, own));
    return number < 0 ? undefined : same[number];
  };

/** Who took part in an event and where it happened, each once, in the pack's order. */
export function membersOf(event: PackEvent, pack: number, lookUp: LookUp): number[] {
  const members = new Set<number>();
  for (const { entity } of event.participants) members.add(lookUp(entity, pack) ?? -1);
  for (const place of event.places ?? []) members.add(lookUp(place, pack) ?? -1);
  members.delete(-1);
  return [...members];
}
