/**
 * The compiled index as it is used: views over one buffer, opened without any work per name. Everything is addressed
 * by number: forms (distinct folded texts), names (a form meaning a target) and targets (entities and events).
 */
import type { Reference } from '../model/ids';
import { NAME_KINDS, type NameKind, PLACE_KINDS, type PlaceKind } from '../model/pack';
import { compareString, type IndexProblem, lowerBound, readString, SectionReader, type StringTable } from './binary';
import {
  FLAG_CAPITALISED,
  FLAG_CASE_SENSITIVE,
  FLAG_NEEDS_CONTEXT,
  FLAG_NEEDS_TITLE,
  KIND_MASK,
  RECORD_KINDS,
  type RecordKind,
  TARGET_TYPES,
  type TargetType,
} from './index-layout';
import { Matcher } from './matcher';
import { readMatcherSections } from './matcher-sections';

/** An office held: post and country (target numbers, or -1) and the asserted days. */
export interface HeldPost {
  readonly post: number;
  readonly of: number;
  readonly from: number;
  readonly to: number;
  /** Number of the role among all: see `roleTitles`. */
  readonly role: number;
}

/** Where a record is stored. */
export interface RecordPlace {
  readonly pack: number;
  readonly kind: RecordKind;
  readonly row: number;
}

export class NameIndex {
  readonly matcher: Matcher;
  readonly forms: StringTable;
  readonly #nameOffsets: Uint32Array;
  readonly #nameTarget: Uint32Array;
  readonly #nameFlags: Uint8Array;
  readonly #nameTraits: Uint16Array;
  readonly #nameLang: Uint16Array;
  readonly #nameDays: Int32Array;
  readonly #nameWeight: Float32Array;
  readonly #originals: StringTable;
  readonly #languages: StringTable;
  readonly #types: Uint8Array;
  readonly #places: Uint8Array;
  readonly #countries: Uint32Array;
  readonly #prominence: Float32Array;
  readonly #postOffsets: Uint32Array;
  readonly #posts: Int32Array;
  readonly #roleTitleOffsets: Uint32Array;
  readonly #roleTitles: Uint32Array;
  readonly #titles: StringTable;
  readonly #holderOffsets: Uint32Array;
  readonly #holderRoles: Uint32Array;
  readonly #holderTargets: Uint32Array;
  readonly #companionOffsets: Uint32Array;
  readonly #companions: Uint32Array;
  readonly #eventOffsets: Uint32Array;
  readonly #events: Uint32Array;
  readonly #eventDays: Int32Array;
  readonly #targetKeys: Uint32Array;
  readonly #keyTargets: Uint32Array;
  readonly #keys: StringTable;
  readonly #recordKinds: Uint8Array;
  readonly #recordRows: Uint32Array;
  readonly #recordPacks: Uint16Array;
  readonly #references: Reference[] = [];

  private constructor(reader: SectionReader) {
    this.matcher = new Matcher(readMatcherSections(reader));
    this.forms = { offsets: reader.u32(), pool: reader.u16() };
    this.#nameOffsets = reader.u32();
    this.#nameTarget = reader.u32();
    this.#nameFlags = reader.u8();
    this.#nameTraits = reader.u16();
    this.#nameLang = reader.u16();
    this.#nameDays = reader.i32();
    this.#nameWeight = reader.f32();
    this.#originals = { offsets: reader.u32(), pool: reader.u16() };
    this.#languages = { offsets: reader.u32(), pool: reader.u16() };
    this.#types = reader.u8();
    this.#places = reader.u8();
    this.#countries = reader.u32();
    this.#prominence = reader.f32();
    this.#postOffsets = reader.u32();
    this.#posts = reader.i32();
    this.#roleTitleOffsets = reader.u32();
    this.#roleTitles = reader.u32();
    this.#titles = { offsets: reader.u32(), pool: reader.u16() };
    this.#holderOffsets = reader.u32();
    this.#holderRoles = reader.u32();
    this.#holderTargets = reader.u32();
    this.#companionOffsets = reader.u32();
    this.#companions = reader.u32();
    this.#eventOffsets = reader.u32();
    this.#events = reader.u32();
    this.#eventDays = reader.i32();
    this.#targetKeys = reader.u32();
    this.#keyTargets = reader.u32();
    this.#keys = { offsets: reader.u32(), pool: reader.u16() };
    this.#recordKinds = reader.u8();
    this.#recordRows = reader.u32();
    this.#recordPacks = reader.u16();
  }

  /** Opens a buffer; a problem means: throw it away and compile again. */
  static open(buffer: ArrayBuffer, fingerprint: string): NameIndex | IndexProblem {
    const reader = SectionReader.open(buffer, fingerprint);
    return typeof reader === 'string' ? reader : new NameIndex(reader);
  }

  get formCount(): number {
    return this.forms.offsets.length - 1;
  }

  get targetCount(): number {
    return this.#types.length;
  }

  /** Numbers of the names that a form can be: `[first, end)`. */
  namesOf(form: number): readonly [first: number, end: number] {
    return [this.#nameOffsets[form] as number, this.#nameOffsets[form + 1] as number];
  }

  target = (name: number): number => this.#nameTarget[name] as number;
  kind = (name: number): NameKind => NAME_KINDS[(this.#nameFlags[name] as number) & KIND_MASK] as NameKind;
  isCaseSensitive = (name: number): boolean => ((this.#nameFlags[name] as number) & FLAG_CASE_SENSITIVE) !== 0;
  isCapitalised = (name: number): boolean => ((this.#nameFlags[name] as number) & FLAG_CAPITALISED) !== 0;
  needsContext = (name: number): boolean => ((this.#nameFlags[name] as number) & FLAG_NEEDS_CONTEXT) !== 0;
  needsTitle = (name: number): boolean => ((this.#nameFlags[name] as number) & FLAG_NEEDS_TITLE) !== 0;
  /** What the form tells of the name: see `name-traits.ts`. */
  traits = (name: number): number => this.#nameTraits[name] as number;
  /** Share among the same pack's holders of the form, 0 to 1; 0 when the pack gives no weights. */
  weight = (name: number): number => this.#nameWeight[name] as number;
  original = (name: number): string => readString(this.#originals, name);
  language = (name: number): string => readString(this.#languages, this.#nameLang[name] as number);
  isValidOn = (name: number, day: number): boolean =>
    (this.#nameDays[name * 2] as number) <= day && day <= (this.#nameDays[name * 2 + 1] as number);

  type = (target: number): TargetType => TARGET_TYPES[this.#types[target] as number] as TargetType;
  placeKind = (target: number): PlaceKind | null => PLACE_KINDS[(this.#places[target] as number) - 1] ?? null;
  /** Target number of the country, or -1. */
  country = (target: number): number => (this.#countries[target] as number) - 1;
  prominence = (target: number): number => this.#prominence[target] as number;

  /** Offices of a target, in the pack's order. */
  *posts(target: number): Generator<HeldPost> {
    const end = this.#postOffsets[target + 1] as number;
    for (let i = this.#postOffsets[target] as number; i < end; i += 4) {
      const [post, of, from, to] = this.#posts.subarray(i, i + 4) as unknown as [number, number, number, number];
      yield { post: post - 1, of: of - 1, from, to, role: i / 4 };
    }
  }

  /** Titles of a role in the languages that the pack has, folded. */
  *roleTitles(role: number): Generator<string> {
    const end = this.#roleTitleOffsets[role + 1] as number;
    for (let i = this.#roleTitleOffsets[role] as number; i < end; i++) yield readString(this.#titles, this.#roleTitles[i] as number);
  }

  /** Who held an office, with the asserted days, in the packs' order. */
  *holders(post: number): Generator<{ readonly holder: number; readonly from: number; readonly to: number }> {
    const end = this.#holderOffsets[post + 1] as number;
    for (let i = this.#holderOffsets[post] as number; i < end; i++) {
      const at = this.#holderRoles[i] as number;
      yield {
        holder: this.#holderTargets[i] as number,
        from: this.#posts[at + 2] as number,
        to: this.#posts[at + 3] as number,
      };
    }
  }

  /** Those a target shares events with; for an event, who and where. */
  companions(target: number): Uint32Array {
    return this.#companions.subarray(this.#companionOffsets[target], this.#companionOffsets[target + 1]);
  }

  /** Events that a target took part in or that happened there, in order of time. */
  events(target: number): Uint32Array {
    return this.#events.subarray(this.#eventOffsets[target], this.#eventOffsets[target + 1]);
  }

  /** First and last day of an event target. */
  eventDays(target: number): readonly [number, number] {
    return [this.#eventDays[target * 2] as number, this.#eventDays[target * 2 + 1] as number];
  }

  /** Number of a reference's record among all records in sorted order, or -1. */
  #keyOf(reference: Reference): number {
    const key = lowerBound(this.#keys, reference);
    return key < this.#recordKinds.length && compareString(this.#keys, key, reference) === 0 ? key : -1;
  }

  /** Number of the target of a reference; -1 when no pack has it, or when it is neither entity nor event. */
  targetOf(reference: Reference): number {
    const key = this.#keyOf(reference);
    return key < 0 ? -1 : (this.#keyTargets[key] as number) - 1;
  }

  /** The stored form of a target's id; read once from the pool for those that are asked for. */
  reference = (target: number): Reference => {
    this.#references[target] ??= readString(this.#keys, this.#targetKeys[target] as number) as Reference;
    return this.#references[target];
  };

  /** Where the record of a reference is stored; `null` when no pack has it. */
  locate(reference: Reference): RecordPlace | null {
    const i = this.#keyOf(reference);
    if (i < 0) return null;
    return {
      pack: this.#recordPacks[i] as number,
      kind: RECORD_KINDS[this.#recordKinds[i] as number] as RecordKind,
      row: this.#recordRows[i] as number,
    };
  }

  /** References of all records of a kind, in sorted order. */
  *references(kind: RecordKind): Generator<Reference> {
    const code = RECORD_KINDS.indexOf(kind);
    for (let i = 0; i < this.#recordKinds.length; i++) {
      if (this.#recordKinds[i] === code) yield readString(this.#keys, i) as Reference;
    }
  }

  /** Forms that begin with a folded text, in sorted order; at most `limit`. */
  *formsWithPrefix(prefix: string, limit: number): Generator<number> {
    const first = lowerBound(this.forms, prefix);
    for (let form = first; form < Math.min(first + limit, this.formCount); form++) {
      if (!readString(this.forms, form).startsWith(prefix)) return;
      yield form;
    }
  }
}
