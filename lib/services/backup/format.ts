/**
 * Everything that is the reader's in one file, `sidelight-backup/1`: JSON Lines like a pack. A header; settings, records
 * and packs, each line an array that begins with its kind; and an `end` with the number of lines between and the digest
 * of all before it. Kinds, settings and tables that a version does not know are left out and counted: a file of a newer
 * version is read as far as it is understood. Nothing secret is in it: passwords and passphrases are no settings.
 */
import type { PackHeader, PackRecord } from '../../model/pack';
import type { BackupRecord } from './reader-records';

export const BACKUP_FORMAT = 'sidelight-backup/1';

export interface BackupHeader {
  readonly format: typeof BACKUP_FORMAT;
  /** An ISO instant; absent from a copy that is compared by its digest. */
  readonly made?: string;
}

/** A pack that the reader added as a file; its records follow, a line each. */
export interface BackupPack {
  readonly name: string;
  readonly isPrivate: boolean;
  readonly header: PackHeader;
}

export type BackupLine =
  | readonly ['setting', key: string, value: unknown]
  | readonly ['record', table: string, record: BackupRecord]
  | readonly ['pack', pack: BackupPack]
  | readonly ['line', record: PackRecord]
  /** The pack before could not be read to its end, and is not in the file. */
  | readonly ['cut'];

export interface BackupEnd {
  readonly end: number;
  readonly sha256: string;
}
