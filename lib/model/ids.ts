/**
 * Identifiers. A record id is `type/slug` and is unique within its pack; a stored reference to a record is always
 * `pack-id:type/slug`, so that two packs may both know `person/kim` without meeting.
 */
declare const brand: unique symbol;
type Branded<T, B> = T & { readonly [brand]: B };

/** `person/gen-nakatani`: unique over all records of one pack. */
export type RecordId = Branded<string, 'RecordId'>;
/** `japan-rok-defense`. */
export type PackId = Branded<string, 'PackId'>;
/** `japan-rok-defense:person/gen-nakatani`: unique over all packs; the form that is stored. */
export type Reference = Branded<string, 'Reference'>;

/** Form of a record id, without its bound. */
export const RECORD_ID = /^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Form of a pack id, without its bound. */
export const PACK_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** UTF-16 units of a record id. */
export const MAX_RECORD_ID_CHARS = 120;
/** UTF-16 units of a pack id. */
export const MAX_PACK_ID_CHARS = 64;

/** True for a record id. */
export const isRecordId = (value: string): value is RecordId =>
  value.length <= MAX_RECORD_ID_CHARS && RECORD_ID.test(value);
/** True for a pack id. */
export const isPackId = (value: string): value is PackId => value.length <= MAX_PACK_ID_CHARS && PACK_ID.test(value);

/** The stored form of a record's id. */
export function toReference(pack: PackId, id: RecordId): Reference {
  return `${pack}:${id}` as Reference;
}

/** Takes a stored reference apart; `null` when it is not one. */
export function parseReference(value: string): { pack: PackId; id: RecordId } | null {
  const colon = value.indexOf(':');
  const pack = value.slice(0, colon);
  const id = value.slice(colon + 1);
  return colon > 0 && isPackId(pack) && isRecordId(id) ? { pack, id } : null;
}

/** True for a stored reference. */
export const isReference = (value: unknown): value is Reference =>
  typeof value === 'string' && parseReference(value) !== null;

/** A reference inside a pack in its stored form: `person/x` is the pack's own, `other:person/x` another pack's. */
export function expandRef(ref: RecordId | Reference, pack: PackId): Reference {
  return ref.includes(':') ? (ref as Reference) : toReference(pack, ref as RecordId);
}
