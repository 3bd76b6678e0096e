/**
 * What the reader makes: pins, notes, names of their own, rules and, where switched on, history. Each record lies in the
 * reader's database as `{id, value, clock, device, deleted}`; these are the values.
 */
import type { Reference } from './ids';
import type { LanguageTag } from './localized';
import type { EdtfText, EntityType } from './pack';

/**
 * A record of a pack as it is stored: found again by its reference, or, once the pack has changed, by a name and an
 * address that say the same (`sameAs`); shown by its name where no pack knows it any more.
 */
export interface RecordSubject {
  readonly kind: 'record';
  /** In long form, `pack:type/slug`. */
  readonly reference: Reference;
  readonly type: EntityType | 'event';
  /** Its name in the languages that the pack had; at least one. */
  readonly name: Readonly<Record<string, string>>;
  /** Addresses of the same thing elsewhere (Wikidata …); an event has none. */
  readonly sameAs: readonly string[];
  /** Of an event, its date: beside an article of an earlier day it is not shown unasked. */
  readonly date?: EdtfText | undefined;
}

/** An article, and with it its briefing. */
export interface ArticleSubject {
  readonly kind: 'article';
  /** Without fragment. */
  readonly url: string;
  readonly host: string;
  readonly title: string;
  readonly siteName: string;
  readonly lang: LanguageTag;
  /** As-of date, `2025-09-08`; `null` where none was found. */
  readonly day: string | null;
}

/** What a pin or a note is about. */
export type Subject = RecordSubject | ArticleSubject;

/** Times are ms since 1970 by the clock of the device. */
export interface Pin {
  readonly subject: Subject;
  readonly at: number;
}

export interface Note {
  readonly subject: Subject;
  /** Plain text. */
  readonly text: string;
  readonly at: number;
}

/** A name that the reader added. It is found like a pack's, and never painted. */
export interface OwnName {
  readonly text: string;
  /** Something of a pack, or something of the reader's own: what it is called, and a sentence on it. */
  readonly means: RecordSubject | { readonly kind: 'own'; readonly title: string; readonly sentence: string };
  readonly at: number;
}

/** Where a rule holds. */
export type RuleScope =
  | { readonly kind: 'article'; readonly url: string }
  | { readonly kind: 'site'; readonly host: string }
  | { readonly kind: 'everywhere' };

/** "Not it, always": what was taken for somebody is not them. */
export interface Rule {
  /** The words in the text, as the reader saw them; `null`: whatever the name's form. */
  readonly form: string | null;
  /** What they were taken for. */
  readonly subject: RecordSubject;
  readonly scope: RuleScope;
  /** What they mean instead; `null`: nothing, the name is muted. */
  readonly instead: RecordSubject | null;
  readonly at: number;
}

/** An article that was read. Never synchronised; really deleted when it goes. */
export interface HistoryEntry {
  readonly article: ArticleSubject;
  /** When it was read last. */
  readonly at: number;
  /** Its names, most salient first, as they were shown. */
  readonly names: readonly string[];
}

/** The tables of what the reader made on purpose, each with its values. */
export interface OwnValues {
  readonly pins: Pin;
  readonly notes: Note;
  readonly names: OwnName;
  readonly rules: Rule;
}
export const OWN_TABLES = ['pins', 'notes', 'names', 'rules'] as const satisfies readonly (keyof OwnValues)[];
export type OwnTable = (typeof OWN_TABLES)[number];

/** A record of one table with its id. */
export interface OwnRecord<T extends OwnTable = OwnTable> {
  readonly id: string;
  readonly value: OwnValues[T];
}

/** A record that is to be written. */
export type OwnPut = { [T in OwnTable]: { readonly table: T; readonly value: OwnValues[T] } }[OwnTable];
