/**
 * Filters of one or two bits a slot. Their size is 4, 5, 6 or 7 times a power of two, so that what a name costs does not
 * double when a pack grows by one name.
 */

/** Bits of a hash that choose a slot: with three bits of parts, 32. */
const SPREAD = 29;

/** Slot of a hash in a filter of `parts * 2 ** (29 - shift)` slots: the upper bits as a fraction of its size. */
export const slotOf = (hash: number, parts: number, shift: number): number => Math.imul(hash >>> 3, parts) >>> shift;

/** Any number of parts of this power of two is a whole number of words. */
const MIN_LOG = 5;

/** A filter being filled. */
export class SlotFilter {
  readonly parts: number;
  readonly shift: number;
  readonly slots: Uint32Array;
  readonly #bits: 1 | 2;

  /** `least`: the number of slots, which may become a quarter more. */
  constructor(bits: 1 | 2, least: number) {
    const log = Math.min(SPREAD - 1, Math.max(MIN_LOG, Math.floor(Math.log2(least)) - 2));
    const parts = Math.max(4, Math.ceil(least / 2 ** log));
    this.#bits = bits;
    this.parts = parts > 7 ? 4 : parts;
    this.shift = SPREAD - log - (parts > 7 ? 1 : 0);
    this.slots = new Uint32Array((this.parts * 2 ** (SPREAD - this.shift) * bits) / 32);
  }

  /** Adds bits to the slot of a hash. */
  add(hash: number, value: number): void {
    const at = slotOf(hash, this.parts, this.shift) * this.#bits;
    this.slots[at >>> 5] = (this.slots[at >>> 5] as number) | (value << (at & 31));
  }

  /** Slots that are not empty. */
  count(): number {
    let used = 0;
    for (const word of this.slots) {
      let rest = this.#bits === 2 ? (word | (word >>> 1)) & 0x55555555 : word;
      for (; rest !== 0; rest &= rest - 1) used++;
    }
    return used;
  }
}
