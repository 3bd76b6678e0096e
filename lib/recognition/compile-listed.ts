/** Series and timelines, and whom and what they are about: for an article only those that concern it are read. */
import { expandRef, parseReference } from '../model/ids';
import type { Series, Timeline } from '../model/pack';
import { type Section, writeStrings } from './binary';
import { bytes, Column, orderOf, words } from './columns';
import { ANYBODY, LISTED_KINDS } from './index-layout';
import type { LookUp } from './look-up';

export class ListedCompiler {
  readonly #lookUp: LookUp;
  readonly #kinds = new Column(bytes);
  readonly #references: string[] = [];
  /** An event or participant, and the number of what holds it. */
  readonly #about = new Column(words);
  readonly #numbers = new Column(words);
  /** Timelines that take their events from series: those of the series are their own. */
  readonly #series = new Map<string, number>();
  readonly #takers: { readonly number: number; readonly series: string }[] = [];

  constructor(lookUp: LookUp) {
    this.#lookUp = lookUp;
  }

  add(record: Series | Timeline, reference: string, pack: number): void {
    const number = this.#references.length;
    this.#kinds.push(LISTED_KINDS.indexOf(record.record));
    this.#references.push(reference);
    for (const event of record.events ?? []) this.#note(this.#lookUp(event, pack), number);
    if (record.record === 'series') {
      this.#series.set(reference, number);
      return;
    }
    const { participants = [], series = [] } = record.rule ?? {};
    for (const participant of participants) this.#note(this.#lookUp(participant, pack), number);
    const own = parseReference(reference)?.pack;
    if (own) for (const id of series) this.#takers.push({ number, series: expandRef(id, own) });
    if (!record.events && participants.length === 0 && series.length === 0) this.#note(ANYBODY, number);
  }

  #note(target: number | undefined, number: number): void {
    if (target === undefined) return;
    this.#about.push(target);
    this.#numbers.push(number);
  }

  /** Targets in their order, with the number of one series or timeline each. */
  #pairs(): readonly [about: Uint32Array, numbers: Uint32Array] {
    const held = new Map<number, number[]>();
    const count = this.#about.length;
    const takers = Map.groupBy(this.#takers, ({ series }) => this.#series.get(series) ?? -1);
    if (takers.size > 0) {
      for (let i = 0; i < count; i++) {
        const number = this.#numbers.at(i);
        if (!takers.has(number)) continue;
        const own = held.get(number) ?? [];
        own.push(this.#about.at(i));
        held.set(number, own);
      }
    }
    for (const [series, timelines] of takers)
      for (const { number } of timelines) for (const target of held.get(series) ?? []) this.#note(target, number);
    const order = orderOf(this.#about.values());
    return [order.map((i) => this.#about.at(i)), order.map((i) => this.#numbers.at(i))];
  }

  /** Kinds and references by number, then whom they are about. */
  sections(): Section[] {
    const table = writeStrings(this.#references);
    return [this.#kinds.values(), table.offsets, table.pool, ...this.#pairs()];
  }
}
