/** A filter of one or two bits a slot, filled at a generous size and then folded together to the wanted one. */
export class SlotMap {
  readonly #bits: 1 | 2;
  #slots: Uint32Array;
  #shift: number;

  /** `most`: no more entries than this will be added. */
  constructor(bits: 1 | 2, most: number) {
    this.#bits = bits;
    this.#shift = 32 - Math.min(MAX_LOG, Math.max(MIN_LOG, Math.ceil(Math.log2(most * GENEROUS + 1))));
    this.#slots = new Uint32Array((2 ** (32 - this.#shift) * bits) / 32);
  }

  get shift(): number {
    return this.#shift;
  }

  get slots(): Uint32Array {
    return this.#slots;
  }

  /** Adds bits to a slot. */
  add(slot: number, value: number): void {
    const perWord = 32 / this.#bits;
    const word = Math.floor(slot / perWord);
    this.#slots[word] = (this.#slots[word] as number) | (value << ((slot % perWord) * this.#bits));
  }

  /** Slots that are not empty. */
  #count(): number {
    let used = 0;
    for (const word of this.#slots) {
      let pairs = this.#bits === 2 ? (word | (word >>> 1)) & 0x55555555 : word;
      for (; pairs !== 0; pairs &= pairs - 1) used++;
    }
    return used;
  }

  /**
   * Halves the map as long as it keeps at least `perEntry` slots for each entry. A slot's number is the top of a hash,
   * so two neighbours become one.
   */
  shrink(perEntry: number): void {
    const used = this.#count();
    while (this.#shift < 32 - MIN_LOG && 2 ** (31 - this.#shift) >= used * perEntry) {
      const half = new Uint32Array(this.#slots.length / 2);
      for (let i = 0; i < half.length; i++)
        half[i] =
          squeeze(this.#slots[i * 2] as number, this.#bits) |
          (squeeze(this.#slots[i * 2 + 1] as number, this.#bits) << 16);
      this.#slots = half;
      this.#shift += 1;
    }
  }
}

/** Slots for each entry that may come: few enough fall together that the used ones count the entries. */
const GENEROUS = 8;
/** A word at least, and 64 MB of two bits at most. */
const MIN_LOG = 5;
const MAX_LOG = 28;

/** Sixteen bits: each group of `bits` with its neighbour. */
function squeeze(word: number, bits: 1 | 2): number {
  let half = word;
  if (bits === 1) {
    half = (half | (half >>> 1)) & 0x55555555;
    half = (half | (half >>> 1)) & 0x33333333;
  } else half = (half | (half >>> 2)) & 0x33333333;
  half = (half | (half >>> 2)) & 0x0f0f0f0f;
  half = (half | (half >>> 4)) & 0x00ff00ff;
  return (half | (half >>> 8)) & 0xffff;
}
