/** What the whole article says of its names: who is named beyond doubt, who is somebody else, which words are common. */
import type { NameFacts } from './name-index';
import type { ReadBlock } from './read-block';
import { findStrangers, NO_STRANGERS, type Span, type Strangers } from './strangers';

/** A form by which a target is named beyond doubt. */
export interface Certain {
  /** In small letters. */
  readonly form: string;
  readonly surface: string;
  /** Number of the block in the article. */
  readonly block: number;
  /** A family name behind its title: certain for others that stand without. */
  readonly isTitled?: boolean;
}

export interface ArticleEvidence {
  readonly certain: ReadonlyMap<number, readonly Certain[]>;
  /** Those who share events with somebody certain, each with one of these. */
  readonly companions: ReadonlyMap<number, number>;
  /** Countries of what is certain. */
  readonly countries: ReadonlySet<number>;
  /** Persons named in full whom no pack knows. */
  readonly strangers: Strangers;
  /** True when the article writes a word in small letters somewhere. */
  readonly isOrdinary: (word: string) => boolean;
}

/** Gathers evidence while the article is read for the first time. */
export class EvidenceGatherer {
  readonly #index: NameFacts;
  readonly #certain = new Map<number, Certain[]>();
  /** Of each block, the places that names of ours cover, in order. */
  readonly #covered: Span[][] = [];
  readonly #isOrdinary: (word: string) => boolean;

  constructor(index: NameFacts, blocks: readonly ReadBlock[]) {
    this.#index = index;
    this.#isOrdinary = smallWords(blocks);
  }

  /** What is known before anything is certain: words alone. */
  get nothing(): ArticleEvidence {
    return {
      certain: new Map(),
      companions: new Map(),
      countries: new Set(),
      strangers: NO_STRANGERS,
      isOrdinary: this.#isOrdinary,
    };
  }

  beginBlock(): void {
    this.#covered.push([]);
  }

  /** A name of ours stands here, whomever it means. */
  cover(span: Span): void {
    this.#covered.at(-1)?.push(span);
  }

  /** A target is named beyond doubt. */
  add(target: number, certain: Certain): void {
    const forms = this.#certain.get(target) ?? [];
    this.#certain.set(target, forms);
    if (!forms.some(({ form }) => form === certain.form)) forms.push(certain);
  }

  *finish(blocks: readonly ReadBlock[]): Generator<void, ArticleEvidence> {
    const companions = new Map<number, number>();
    const countries = new Set<number>();
    for (const target of this.#certain.keys()) {
      for (const companion of this.#index.companions(target)) {
        if (!companions.has(companion)) companions.set(companion, target);
      }
      const country = this.#index.country(target);
      if (country >= 0) countries.add(country);
    }
    return {
      certain: this.#certain,
      companions,
      countries,
      strangers: yield* findStrangers(blocks, this.#covered),
      isOrdinary: this.#isOrdinary,
    };
  }
}

/** Words in small letters of an article, gathered when first asked. */
function smallWords(blocks: readonly ReadBlock[]): (word: string) => boolean {
  let seen: Uint32Array | undefined;
  return (word) => {
    seen ??= markSmallWords(blocks);
    const hash = hashOf(word, 0, word.length);
    return isMarked(seen, firstBit(hash)) && isMarked(seen, secondBit(hash));
  };
}

/**
 * A filter of a million bits, two a word: of an article with 4,000 different words one word in 15,000 that it does not
 * write is taken for one that it does.
 */
const FILTER_BITS = 20;
const firstBit = (hash: number): number => hash >>> (32 - FILTER_BITS);
const secondBit = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - FILTER_BITS);
const isMarked = (bits: Uint32Array, bit: number): boolean => (((bits[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;

function markSmallWords(blocks: readonly ReadBlock[]): Uint32Array {
  const bits = new Uint32Array(2 ** (FILTER_BITS - 5));
  const mark = (bit: number) => {
    bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
  };
  for (const { text, words } of blocks) {
    for (let i = 0; i < words.length; i += 2) {
      const start = words[i] as number;
      const unit = text.charCodeAt(start);
      if (unit < 0x61 || unit > 0x7a) continue;
      const hash = hashOf(text, start, words[i + 1] as number);
      mark(firstBit(hash));
      mark(secondBit(hash));
    }
  }
  return bits;
}

/** FNV-1a, with a last turn that carries the low bits up. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
}
