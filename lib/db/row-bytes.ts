/**
 * How records lie in a row of the database: as lines of JSON, like in a pack, in UTF-8. A card wants one of the many
 * records of a row; the others are then neither copied letter by letter nor parsed. Measured (Chromium 156, 76 rows of
 * 64 records): as objects 70 ms, as text 37, as bytes 19; of 32 records as bytes 12.
 */
import { isRecordId } from '../model/ids';
import type { PackRecord } from '../model/pack';
import { hasShape } from '../packs/has-shape';
import type { StoredRow } from '../services/ports';

const NEWLINE = 10;

/** A row of these records. */
export const toRow = (records: readonly PackRecord[]): Uint8Array =>
  new TextEncoder().encode(records.map((record) => JSON.stringify(record)).join('\n'));

/** All records of a row, in their order. Throws a `SyntaxError` where it is damaged. */
export function recordsOf(row: Uint8Array): PackRecord[] {
  if (row.length === 0) return [];
  const lines = new TextDecoder().decode(row).split('\n');
  return lines.map((line) => JSON.parse(line) as PackRecord);
}

/** A row of which records are taken one by one. */
export const toStoredRow = (row: Uint8Array): StoredRow => ({
  at(place) {
    const record = parse(lineAt(row, place));
    return hasShape(record) ? record : null;
  },
  id(place) {
    const line = lineAt(row, place);
    const id = (parse(line) as { id?: unknown } | null)?.id ?? ID.exec(line)?.[1];
    return typeof id === 'string' && isRecordId(id) ? id : null;
  },
});

/** The id in a line that is no JSON any more. */
const ID = /"id":"([a-z]+\/[a-z0-9-]+)"/;

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The record at a place as it is written; empty where there is none. */
function lineAt(row: Uint8Array, place: number): string {
  let from = 0;
  for (let i = 0; i < place; i++) {
    from = row.indexOf(NEWLINE, from) + 1;
    if (from === 0) return '';
  }
  const end = row.indexOf(NEWLINE, from);
  return new TextDecoder().decode(row.subarray(from, end < 0 ? row.length : end));
}
