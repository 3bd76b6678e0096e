/**
 * The mentions of a page as they are now: what the background found, less what the reader has hidden, with what the
 * reader has chosen, bound to the page's nodes as last read.
 */
import { isMarkedAt } from '../briefing/choose-marks';
import type { Reference } from '../model/ids';
import type { PlacedMention } from '../services/exchange';
import type { MarkLevel } from '../settings/schema';
import type { ExtractedBlock } from './extract-blocks';
import { MentionMap, type PageMention } from './locate-mention';

type BlockOf = (id: number) => ExtractedBlock | undefined;

/** A block is known by its first text node: its number changes when the page inserts text before it. */
const nodeOf = ({ segments }: ExtractedBlock): Text | undefined => segments[0]?.node;

export class PageMentions {
  #placed: readonly PlacedMention[] = [];
  #level: MarkLevel = 'quiet';
  #list: readonly PageMention[] = [];
  #map = new MentionMap([]);
  #next = 0;
  readonly #numbers = new WeakMap<Text, Map<number, number>>();
  readonly #hidden = new Set<number>();
  readonly #chosen = new Map<string, Reference>();

  get list(): readonly PageMention[] {
    return this.#list;
  }

  /** A new answer of the background. */
  set(placed: readonly PlacedMention[], blockOf: BlockOf): void {
    this.#placed = placed;
    this.rebind(blockOf);
  }

  /** Another level of marks. */
  setLevel(level: MarkLevel, blockOf: BlockOf): void {
    this.#level = level;
    this.rebind(blockOf);
  }

  /** The same mentions over the page's present nodes. */
  rebind(blockOf: BlockOf): void {
    this.#list = this.#placed.flatMap((mention) => {
      const block = blockOf(mention.block);
      const number = block && this.#numberOf(block, mention.start);
      if (!block || number === undefined || this.#hidden.has(number)) return [];
      const at = { paint: isMarkedAt(mention.paint, this.#level), answers: isMarkedAt(mention.answers, this.#level) };
      return [{ ...this.#withChoice(mention), ...at, number, in: block }];
    });
    this.#map = new MentionMap(this.#list.filter(({ answers }) => answers));
  }

  /** The mention of a number; `undefined` once it has gone from the page. */
  get(number: number): PageMention | undefined {
    return this.#list.find((mention) => mention.number === number);
  }

  /** The mention that answers under a point of the viewport. */
  at(document: Document, x: number, y: number): PageMention | null {
    return this.#map.at(document, x, y);
  }

  /** Mentions of one entity, in reading order; open choices are nobody's. */
  of(reference: Reference): PageMention[] {
    return this.#list.filter(({ entity }) => entity === reference);
  }

  /** "Not it", for this page view. */
  hide({ number }: PageMention, blockOf: BlockOf): void {
    this.#hidden.add(number);
    this.rebind(blockOf);
  }

  /** Takes the last "not it" back. */
  restore(blockOf: BlockOf): void {
    const last = [...this.#hidden].at(-1);
    if (last !== undefined) this.#hidden.delete(last);
    this.rebind(blockOf);
  }

  /** A choice among candidates holds for this article, wherever the same ones are asked about. */
  choose({ candidates }: PageMention, reference: Reference, blockOf: BlockOf): void {
    if (candidates) this.#chosen.set(candidates.join(), reference);
    this.rebind(blockOf);
  }

  /** Another article under the same document: nothing the reader said of the last one holds. */
  forget(): void {
    this.#placed = [];
    this.#list = [];
    this.#map = new MentionMap([]);
    this.#hidden.clear();
    this.#chosen.clear();
  }

  #withChoice(mention: PlacedMention): PlacedMention {
    const entity = mention.candidates && this.#chosen.get(mention.candidates.join());
    if (!entity) return mention;
    const { candidates: _, ...rest } = mention;
    return { ...rest, entity };
  }

  #numberOf(block: ExtractedBlock, start: number): number | undefined {
    const node = nodeOf(block);
    if (!node) return undefined;
    const known = this.#numbers.get(node) ?? new Map<number, number>();
    this.#numbers.set(node, known);
    const number = known.get(start) ?? this.#next++;
    known.set(start, number);
    return number;
  }
}
