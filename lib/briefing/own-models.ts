/** What the views show of the reader's own records: plain data, ready to send by message. */
import type { Reference } from '../model/ids';
import type { ShownText } from '../model/localized';
import type { ArticleSubject, HistoryEntry, OwnRecord, RecordSubject } from '../model/own';

/** Pins, notes, names and rules, each the latest first. */
export interface OwnModel {
  readonly pins: readonly OwnRecord<'pins'>[];
  readonly notes: readonly OwnRecord<'notes'>[];
  readonly names: readonly OwnRecord<'names'>[];
  readonly rules: readonly OwnRecord<'rules'>[];
  /** The article in front; `null` where there is none. */
  readonly article: ArticleSubject | null;
  /** Of what the article names, today's reference and the one under which a pin or a note has it. */
  readonly storedAs: Readonly<Record<string, Reference>>;
  /** A private window: what is changed here goes with it. */
  readonly isPrivate: boolean;
}

/** For how many days history is kept; 0: for ever. */
export const HISTORY_DAYS = [7, 30, 90, 0] as const;
export type HistoryDays = (typeof HISTORY_DAYS)[number];

export interface HistoryModel {
  readonly isOn: boolean;
  readonly days: HistoryDays;
  /** The latest first; not all where there are very many. */
  readonly entries: readonly HistoryEntry[];
  readonly count: number;
}

/** Somebody or something of the packs that is called so. */
export interface FoundSubject {
  readonly subject: RecordSubject;
  /** The office on the article's day, else what it is. */
  readonly role: ShownText | null;
}

/** What the reader wants to do in the panel, asked for elsewhere: a rule by the card, a name by the context menu. */
export type OwnRequest =
  | { readonly kind: 'not-it'; readonly reference: Reference; readonly surface: string }
  | { readonly kind: 'name'; readonly text: string };
