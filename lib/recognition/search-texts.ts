/**
 * Texts by which targets are searched for and never recognised: titles of events, in all languages, readings of names,
 * and labels that are no names. Behind the sorted names in the group that only a search needs.
 */
import type { Localized } from '../model/localized';
import { foldName } from '../text/fold';
import { alike } from '../text/search-query';
import type { Section, SectionReader } from './binary';
import { Column, shorts, words } from './columns';
import type { Named } from './compile-names';

/** A longer title is searched by its beginning. */
const MAX_TEXT_UNITS = 300;
/** Units of all texts together, 16 MB: of more events than a newspaper reports in decades the last have names only. */
const MAX_UNITS = 8 * 1024 * 1024;

/** What nobody has verified is searched for all the same: whoever types it means it. */
const textsIn = (localized: Localized | undefined): string[] =>
  Object.values(localized ?? {}).flatMap((value) =>
    value === undefined ? [] : typeof value === 'string' ? value : value.text,
  );

/** Takes the texts of targets one by one. */
export class SearchTextsWriter {
  readonly #targets = new Column(words);
  readonly #lengths = new Column(shorts);
  readonly #units = new Column(shorts);

  add(record: Named, target: number): void {
    const names = new Set((record.names ?? []).map(({ text }) => text));
    const texts =
      record.record === 'event' ? textsIn(record.title) : [...textsIn(record.label), ...textsIn(record.reading)];
    for (const text of new Set(texts.filter((text) => !names.has(text)))) {
      const folded = foldName(text).slice(0, MAX_TEXT_UNITS);
      if (folded === '' || this.#units.length + folded.length > MAX_UNITS) continue;
      this.#targets.push(target);
      this.#lengths.push(folded.length);
      for (let i = 0; i < folded.length; i++) this.#units.push(alike(folded.charCodeAt(i)));
    }
  }

  sections(): Section[] {
    return [this.#targets.values(), this.#lengths.values(), this.#units.values()];
  }
}

export class SearchTexts {
  readonly #targets: Uint32Array;
  readonly #lengths: Uint16Array;
  readonly #units: Uint16Array;

  constructor(reader: SectionReader) {
    this.#targets = reader.u32();
    this.#lengths = reader.u16();
    this.#units = reader.u16();
  }

  /** Walks through all texts, made alike for comparing: each is the units `[from, end)`. */
  each(visit: (target: number, units: Uint16Array, from: number, end: number) => void): void {
    let from = 0;
    for (let i = 0; i < this.#targets.length; i++) {
      // Beyond the units only damage leads.
      const end = Math.min(from + (this.#lengths[i] ?? 0), this.#units.length);
      visit(this.#targets[i] as number, this.#units, from, end);
      from = end;
    }
  }
}
