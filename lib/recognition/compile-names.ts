/** The names' part of the index: the matcher, the distinct folded forms in sorted order, and what each can mean. */
import type { Entity, Name, PackEvent } from '../model/pack';
import { parseEdtf } from '../text/edtf';
import { startsWithCapital } from '../text/letter-case';
import { MAX_NAME_UNITS } from '../text/limits';
import { isUnspaced, MARK, OTHER, scriptClass } from '../text/scripts';
import type { Section } from './binary';
import { bytes, Column, floats, groupBy, shorts, signed, words } from './columns';
import { compileMatcherInSlices } from './compile-matcher';
import { type CompileSteps, part } from './compile-steps';
import { FormBook, type SortedForms } from './form-book';
import {
  DAY_MAX,
  DAY_MIN,
  FLAG_CAPITALISED,
  FLAG_CASE_SENSITIVE,
  FLAG_NEEDS_CONTEXT,
  FLAG_NEEDS_TITLE,
  KIND_MASK,
  kindCode,
} from './index-layout';
import { indexIn } from './lists';
import { foldNames, matchableForms } from './matchable-forms';
import { listSections } from './matcher-sections';
import { fullForms, nameTraits } from './name-traits';
import { type NameColumns, writeNames } from './names';
import { CAPITALISED } from './tables/english';

/** Records that names can mean. */
export type Named = Entity | PackEvent;

function nameDays(name: Name): { from: number; to: number } {
  return {
    from: (name.from === undefined ? null : parseEdtf(name.from))?.first ?? DAY_MIN,
    to: (name.to === undefined ? null : parseEdtf(name.to))?.last ?? DAY_MAX,
  };
}

/**
 * A single Latin word without a capital ("life"), or one that is capitalised for another reason ("Tuesday", "May"), is
 * found all over: it counts only with context, unless the pack asks for its exact spelling.
 */
function isOrdinaryWord({ text, caseSensitive }: Name): boolean {
  if (caseSensitive || !/^\p{sc=Latin}+$/u.test(text)) return false;
  return !/\p{Lu}/u.test(text) || CAPITALISED.has(text.toLowerCase());
}

const nameFlags = (name: Name): number =>
  kindCode(name.kind) |
  (startsWithCapital(name.text) === true ? FLAG_CAPITALISED : 0) |
  (name.caseSensitive ? FLAG_CASE_SENSITIVE : 0) |
  (name.needs === 'context' || isOrdinaryWord(name) ? FLAG_NEEDS_CONTEXT : 0) |
  (name.needs === 'title' ? FLAG_NEEDS_TITLE : 0);

const TITLE = kindCode('title');
/** Titles are written in small letters as often as not. */
const isCapitalised = (flags: number): boolean => (flags & FLAG_CAPITALISED) !== 0 && (flags & KIND_MASK) !== TITLE;

/** How many names may be expected, and how long they are together: what the columns have room for. */
export interface NamesExpected {
  readonly names: number;
  readonly units: number;
}

/** A form more in ten names is made of them ("the New York Times"). */
const MORE = 1.1;

/** Holders of one form that are kept: a name that fits more is no name to be decided by a reader (T37). */
const MAX_HOLDERS = 50;

/** What is compiled of the names. */
export interface CompiledNames {
  readonly forms: SortedForms;
  readonly matcher: readonly Section[];
  readonly names: readonly Section[];
}

/** Takes the names of targets one by one. */
export class NamesCompiler {
  readonly #forms: FormBook;
  /** Of each name: its form, what it means, and what is to be known of it. */
  readonly #form: Column<Uint32Array>;
  readonly #target: Column<Uint32Array>;
  readonly #traits: Column<Uint16Array>;
  readonly #flags: Column<Uint8Array>;
  /** The first name of each pack: packs weigh by different measures. */
  readonly #packStarts: number[] = [];
  /** Of the few names that have some: weights, days and spellings. */
  readonly #weighted = new Column(words);
  readonly #weights = new Column(floats);
  readonly #dated = new Column(words);
  readonly #days = new Column(signed);
  readonly #spelled = new Column(words);
  readonly #spellings: string[] = [];

  constructor({ names, units }: NamesExpected) {
    this.#forms = new FormBook(names * MORE, units * MORE);
    this.#form = new Column(words, names * MORE);
    this.#target = new Column(words, names * MORE);
    this.#traits = new Column(shorts, names * MORE);
    this.#flags = new Column(bytes, names * MORE);
  }

  /** Takes the names of a record, which mean a target. Packs come one after the other. */
  add(record: Named, target: number, pack: number): void {
    while (this.#packStarts.length <= pack) this.#packStarts.push(this.#form.length);
    if (!record.names) return;
    const names = foldNames(record);
    const full = fullForms(record, names);
    for (const [form, name] of matchableForms(record, names)) {
      if (!isFindable(form)) continue;
      const number = this.#form.length;
      this.#form.push(this.#forms.add(form));
      this.#target.push(target);
      this.#traits.push(nameTraits(form, name, full));
      this.#flags.push(nameFlags(name));
      if (name.weight !== undefined) {
        this.#weighted.push(number);
        this.#weights.push(name.weight);
      }
      if (name.from !== undefined || name.to !== undefined) {
        const { from, to } = nameDays(name);
        this.#dated.push(number);
        this.#days.push(from);
        this.#days.push(to);
      }
      if (name.caseSensitive) {
        this.#spelled.push(number);
        this.#spellings.push(name.text);
      }
    }
  }

  /** Compiles what was taken, in steps. */
  *finish(prominenceOf: (target: number) => number, fingerprint: string): CompileSteps<CompiledNames> {
    const forms = yield* part(0, 0.3, this.#forms.sort());
    const columns = this.#columns(forms, prominenceOf);
    yield 0.4;
    const { offsets, names } = columns;
    const flags = this.#flags.values();
    const capitals = new Uint8Array(forms.count);
    for (let form = 0; form < forms.count; form++) {
      let every = 1;
      for (let i = offsets[form] as number; i < (offsets[form + 1] as number); i++)
        if (!isCapitalised(flags[names[i] as number] as number)) every = 0;
      capitals[form] = every;
    }
    const written = writeNames(columns);
    yield 0.5;
    const matcher = yield* part(0.5, 1, compileMatcherInSlices({ ...forms, capitals }, fingerprint));
    return { forms, matcher: listSections(matcher), names: written };
  }

  /** The names of each form, in sorted order of forms and, within one, in the order in which they came. */
  #columns(forms: SortedForms, prominenceOf: (target: number) => number): NameColumns {
    const places = this.#form.values();
    for (let i = 0; i < places.length; i++) places[i] = forms.placeOf[places[i] as number] as number;
    const { offsets, places: names } = groupBy(places, forms.count);
    const [targets, traits, flags] = [this.#target.values(), this.#traits.values(), this.#flags.values()];
    const [weighted, weights] = [this.#weighted.values(), this.#weights.values()];
    const [dated, days] = [this.#dated.values(), this.#days.values()];
    const spelled = this.#spelled.values();
    const prominence = (name: number) => prominenceOf(targets[name] as number);
    // Who is left out of a crowded form leaves a gap: what follows moves up.
    let end = 0;
    for (let form = 0; form < forms.count; form++) {
      const own = names.subarray(offsets[form], offsets[form + 1]);
      offsets[form] = end;
      if (own.length > MAX_HOLDERS) {
        const kept = [...own].sort((a, b) => prominence(b) - prominence(a)).slice(0, MAX_HOLDERS);
        names.set(kept, end);
        end += kept.length;
      } else {
        names.copyWithin(end, own.byteOffset / 4, own.byteOffset / 4 + own.length);
        end += own.length;
      }
    }
    offsets[forms.count] = end;
    const packStarts = this.#packStarts;
    return {
      offsets,
      names: names.subarray(0, end),
      target: (name) => targets[name] as number,
      flags: (name) => flags[name] as number,
      traits: (name) => traits[name] as number,
      pack: (name) => packStarts.findLastIndex((start) => start <= name),
      weight(name) {
        const at = weighted.length === 0 ? -1 : indexIn(weighted, name);
        return at < 0 ? 0 : (weights[at] as number);
      },
      days(name) {
        const at = dated.length === 0 ? -1 : indexIn(dated, name);
        return at < 0 ? null : [days[at * 2] as number, days[at * 2 + 1] as number];
      },
      spelling: (name) => this.#spellings[indexIn(spelled, name)] ?? '',
    };
  }
}

/**
 * False for what would be found everywhere or is no name: punctuation alone, and one letter or digit of a script with
 * spaces (T35). One Han character stays: 日 is a newspaper's Japan.
 */
function isFindable(form: string): boolean {
  if (form.length > MAX_NAME_UNITS) return false;
  let letters = 0;
  for (const character of form) {
    const cls = scriptClass(character.codePointAt(0) ?? 0);
    if (cls === OTHER || cls === MARK) continue;
    if (isUnspaced(cls) || letters > 0) return true;
    letters++;
  }
  return false;
}
