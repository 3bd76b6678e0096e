/**
 * The compiled index as recognition uses it: views over the head of the file, opened without any work per name.
 * Everything is addressed by number: forms (distinct folded texts), names (a form meaning a target) and targets
 * (entities and events). A damaged section, which is noticed later only, gives wrong numbers and never a crash.
 */
import type { Reference } from '../model/ids';
import { NAME_KINDS, type NameKind, PLACE_KINDS, type PlaceKind } from '../model/pack';
import { readString, type SectionReader, type StringTable } from './binary';
import { type HeldPost, Offices } from './held-offices';
import type { Hit } from './hit';
import {
  FLAG_CAPITALISED,
  FLAG_CASE_SENSITIVE,
  FLAG_NEEDS_CONTEXT,
  FLAG_NEEDS_TITLE,
  KIND_MASK,
  PLACE_SHIFT,
  PROMINENCE_STEPS,
  TARGET_TYPES,
  type TargetType,
  TYPE_MASK,
} from './index-layout';
import { lateReference } from './late-references';
import { entriesOf, firstNotBelow, type Lists } from './lists';
import { HIT_NUMBERS, Matcher } from './matcher';
import { readMatcherSections } from './matcher-sections';
import { Names } from './names';
import { Places, type RecordPlace } from './places';

export type { HeldPost };

/** What recognition asks of an index. Numbers are the index's own. */
export type NameFacts = Pick<
  NameIndex,
  | 'find'
  | 'namesOf'
  | 'target'
  | 'kind'
  | 'isCaseSensitive'
  | 'isCapitalised'
  | 'needsContext'
  | 'needsTitle'
  | 'traits'
  | 'weight'
  | 'original'
  | 'isValidOn'
  | 'type'
  | 'placeKind'
  | 'country'
  | 'prominence'
  | 'pack'
  | 'posts'
  | 'titles'
  | 'holders'
  | 'companions'
  | 'reference'
>;

export class NameIndex {
  /** The reference of a target, or what stands for it. */
  readonly reference: (target: number) => Reference;
  readonly #matcher: Matcher;
  readonly #names: Names;
  readonly #kinds: Uint8Array;
  readonly #countryOf: Uint8Array | Uint32Array;
  readonly #countries: Uint32Array;
  readonly #prominence: Uint8Array;
  readonly #postLists: Lists;
  readonly #offices: Offices;
  /** Of each office, the titles of its holder's role; and the texts of all titles. */
  readonly #titleLists: Lists;
  readonly #titles: Uint32Array;
  readonly #titleTexts: StringTable;
  /** Offices in the order of what they are: the post, the office's number, and who holds it. */
  readonly #heldPosts: Uint32Array;
  readonly #heldNumbers: Uint32Array;
  readonly #holders: Uint32Array;
  readonly #companionLists: Lists;
  readonly #companions: Uint32Array;
  readonly #places: Places;

  /**
   * Opens the head of an index whose header has been read (`openIndexFile`). `referenceOf` knows the ids of the targets
   * where the records are in memory; else `reference` gives what stands for them (`late-references.ts`).
   */
  constructor(reader: SectionReader, referenceOf: (target: number) => Reference = lateReference) {
    this.reference = referenceOf;
    this.#matcher = new Matcher(readMatcherSections(reader));
    this.#names = new Names(reader);
    this.#kinds = reader.u8();
    const [few, many] = [reader.u8(), reader.u32()];
    this.#countryOf = many.length > 0 ? many : few;
    this.#countries = reader.u32();
    this.#prominence = reader.u8();
    this.#postLists = { counts: reader.u8(), bases: reader.u32() };
    this.#offices = new Offices(reader);
    this.#titleLists = { counts: reader.u8(), bases: reader.u32() };
    this.#titles = reader.u32();
    this.#titleTexts = { offsets: reader.u32(), pool: reader.u16() };
    this.#heldPosts = reader.u32();
    this.#heldNumbers = reader.u32();
    this.#holders = reader.u32();
    this.#companionLists = { counts: reader.u8(), bases: reader.u32() };
    this.#companions = reader.u32();
    this.#places = new Places(reader);
  }

  /** Finds all names at word boundaries, overlapping ones too, in order of start and the longest first at each. */
  find(text: string): readonly Hit[] {
    const count = this.#matcher.find(text);
    const { hits } = this.#matcher;
    return Array.from({ length: count }, (_, i) => ({
      form: hits[i * HIT_NUMBERS] as number,
      start: hits[i * HIT_NUMBERS + 1] as number,
      end: hits[i * HIT_NUMBERS + 2] as number,
    }));
  }

  get formCount(): number {
    return this.#names.formCount;
  }

  /** Names of all forms: numbers below this are names. */
  get nameCount(): number {
    return this.#names.count;
  }

  /** Offices of all targets. */
  get officeCount(): number {
    return this.#offices.count;
  }

  get targetCount(): number {
    return this.#kinds.length;
  }

  /** Numbers of the names that a form can be: `[first, end)`. */
  namesOf = (form: number): readonly [first: number, end: number] => this.#names.of(form);

  target = (name: number): number => this.#names.target(name);
  kind = (name: number): NameKind => NAME_KINDS[this.#names.flags(name) & KIND_MASK] as NameKind;
  isCaseSensitive = (name: number): boolean => (this.#names.flags(name) & FLAG_CASE_SENSITIVE) !== 0;
  isCapitalised = (name: number): boolean => (this.#names.flags(name) & FLAG_CAPITALISED) !== 0;
  needsContext = (name: number): boolean => (this.#names.flags(name) & FLAG_NEEDS_CONTEXT) !== 0;
  needsTitle = (name: number): boolean => (this.#names.flags(name) & FLAG_NEEDS_TITLE) !== 0;
  /** What the form tells of the name: see `name-traits.ts`. */
  traits = (name: number): number => this.#names.traits(name);
  /** Share among the same pack's holders of the form, 0 to 1 in steps of 1/255; 0 when the pack gives no weights. */
  weight = (name: number): number => this.#names.share(name);
  /** The spelling of a case-sensitive name; empty for every other. */
  original = (name: number): string => this.#names.spelling(name);
  isValidOn = (name: number, day: number): boolean => this.#names.isValidOn(name, day);
  /** False for a name that came into use after the day. */
  wasUsedBy = (name: number, day: number): boolean => this.#names.wasUsedBy(name, day);

  type = (target: number): TargetType => TARGET_TYPES[(this.#kinds[target] ?? 0) & TYPE_MASK] ?? 'thing';
  placeKind = (target: number): PlaceKind | null =>
    PLACE_KINDS[((this.#kinds[target] ?? 0) >> PLACE_SHIFT) - 1] ?? null;
  /** Target number of the country, or -1. */
  country = (target: number): number => (this.#countries[this.#countryOf[target] ?? 0] ?? 0) - 1;
  /** 0 to 1 in steps of 1/255. */
  prominence = (target: number): number => (this.#prominence[target] ?? 0) / PROMINENCE_STEPS;

  /** Offices of a target, in the pack's order. */
  *posts(target: number): Generator<HeldPost> {
    const [first, end] = entriesOf(this.#postLists, target);
    for (let number = first; number < end; number++) {
      const held = this.post(number);
      if (held) yield held;
    }
  }

  /** An office by its number among all offices of the index; `null` for none. */
  post = (number: number): HeldPost | null => this.#offices.at(number);

  /** Titles of an office's role, by the office's number, in the languages that the pack has; folded. */
  *titles(number: number): Generator<string> {
    const [first, end] = entriesOf(this.#titleLists, number);
    for (let i = first; i < end; i++) yield readString(this.#titleTexts, this.#titles[i] ?? -1);
  }

  /** Who held a post, with the asserted days, in stored order. */
  *holders(post: number): Generator<{ readonly holder: number; readonly held: HeldPost }> {
    for (let i = firstNotBelow(this.#heldPosts, post); this.#heldPosts[i] === post; i++) {
      const held = this.post(this.#heldNumbers[i] ?? -1);
      const holder = this.#holders[i];
      if (held && holder !== undefined) yield { holder, held };
    }
  }

  /** Those a target shares events with; for an event, who and where. */
  companions(target: number): ArrayLike<number> & Iterable<number> {
    const [first, end] = entriesOf(this.#companionLists, target);
    return this.#companions.subarray(first, end);
  }

  /** The number of the pack that a target's first record is of: the earlier packs come first. */
  pack = (target: number): number => this.placeOf(target)?.pack ?? 0;

  /** Where the record of a target is stored; `null` for a number that is no target's. */
  placeOf(target: number): RecordPlace | null {
    const record = this.#places.recordOf(target);
    return record < 0 ? null : this.#places.of(record);
  }

  /** Records of all packs by their numbers: where each is stored, and which target it is. */
  get places(): Places {
    return this.#places;
  }
}
