/** What the Data section shows of saving a backup and of taking one back. */
import type { ShownText } from '../model/localized';

/** What a file would change. */
export interface RestoreModel {
  /** An ISO instant. */
  readonly made: string | null;
  readonly settings: number;
  /** By table of the reader's database: how many records are newer than those here. */
  readonly records: readonly { readonly table: string; readonly count: number }[];
  readonly packs: readonly { readonly title: ShownText; readonly version: string }[];
  /** Entries that this version does not know. */
  readonly unknown: number;
}

export type BackupModel =
  | { readonly state: 'idle' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly name: string }
  | { readonly state: 'failed'; readonly what: 'save' | 'restore' }
  | { readonly state: 'reading' }
  | { readonly state: 'refused'; readonly problem: 'not-a-backup' | 'newer' | 'damaged'; readonly line: number }
  | { readonly state: 'offered'; readonly restore: RestoreModel }
  | { readonly state: 'restoring' }
  | { readonly state: 'restored'; readonly packs: number };
