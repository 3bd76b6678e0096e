/** Codes and flags that the compiler writes and the reader understands: one list for both. */
import { ENTITY_TYPES, NAME_KINDS, PLACE_KINDS } from '../model/pack';

/** Types of what a name can mean: those of entities, then events. */
export const TARGET_TYPES = [...ENTITY_TYPES, 'event'] as const;
export type TargetType = (typeof TARGET_TYPES)[number];

export const KIND_MASK = 0x07;
/** The only holder of its form, to whom the pack gives a weight. */
export const FLAG_WEIGHTED = 0x08;
export const FLAG_CASE_SENSITIVE = 0x10;
export const FLAG_NEEDS_CONTEXT = 0x20;
export const FLAG_NEEDS_TITLE = 0x40;
/** The first letter that has case is a capital. */
export const FLAG_CAPITALISED = 0x80;

export const kindCode = (kind: (typeof NAME_KINDS)[number]): number => NAME_KINDS.indexOf(kind);
export const typeCode = (type: TargetType): number => TARGET_TYPES.indexOf(type);
/** 0 means none. */
export const placeCode = (kind: (typeof PLACE_KINDS)[number] | undefined): number =>
  kind === undefined ? 0 : PLACE_KINDS.indexOf(kind) + 1;

/** Kinds of records that are listed, with who and what they are about: a few are looked at for an article. */
export const LISTED_KINDS = ['series', 'timeline'] as const;
export type ListedKind = (typeof LISTED_KINDS)[number];

/** Stands for a target in the list of what is about whom: what is about nobody in particular is about everybody. */
export const ANYBODY = 0xffff_ffff;

/** No bound: a day before or after anything. */
export const DAY_MIN = -2_147_483_648;
export const DAY_MAX = 2_147_483_647;

/** A target's byte: its type, and above it the kind of place (0 for none). */
export const TYPE_MASK = 0x0f;
export const PLACE_SHIFT = 4;
/** Prominence is kept as a byte; what it adds to a score is a tenth of it, so a step is 0.0004. */
export const PROMINENCE_STEPS = 255;
