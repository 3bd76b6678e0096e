/** The names' part of the index: the matcher, the distinct folded forms in sorted order, and what each can mean. */
import type { Reference } from '../model/ids';
import type { Entity, Name, PackEvent } from '../model/pack';
import { parseEdtf } from '../text/edtf';
import { startsWithCapital } from '../text/letter-case';
import { MAX_NAME_UNITS } from '../text/limits';
import { isUnspaced, MARK, OTHER, scriptClass } from '../text/scripts';
import { type Section, writeStrings } from './binary';
import { compileMatcherInSlices } from './compile-matcher';
import { type CompileSteps, part, RECORDS_PER_STEP } from './compile-steps';
import {
  DAY_MAX,
  DAY_MIN,
  FLAG_CAPITALISED,
  FLAG_CASE_SENSITIVE,
  FLAG_NEEDS_CONTEXT,
  FLAG_NEEDS_TITLE,
  kindCode,
} from './index-layout';
import { foldNames, matchableForms } from './matchable-forms';
import { listSections } from './matcher-sections';
import { fullForms, nameTraits } from './name-traits';
import type { NameColumns } from './names';
import { CAPITALISED } from './tables/english';

/** Records that names can mean. */
export type Named = Entity | PackEvent;

/** What a name can mean, with the number of its pack. */
export interface Target {
  readonly reference: Reference;
  readonly pack: number;
  readonly record: Named;
}

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

interface NameEntry {
  readonly target: number;
  /** Whose name it is: packs weigh by different measures. */
  readonly pack: number;
  readonly name: Name;
  readonly traits: number;
}

/** What is compiled of the names: the distinct forms in sorted order, the matcher's sections, and what each form can mean. */
export interface CompiledNames {
  readonly forms: readonly string[];
  readonly matcher: readonly Section[];
  readonly columns: NameColumns;
}

/** Compiles the names of targets, in steps. */
export function* compileNames(
  targets: readonly Target[],
  same: Uint32Array,
  fingerprint: string,
): CompileSteps<CompiledNames> {
  const byForm = yield* part(0, 0.5, collectForms(targets, same));
  const forms = [...byForm.keys()].sort(compareUnits);
  yield 0.55;
  const entries = forms.map((form) => mostProminent(targets, byForm.get(form) ?? []));
  const capitals = Uint8Array.from(entries, (list) => (list.every(isCapitalised) ? 1 : 0));
  yield 0.6;
  const matcher = yield* part(0.6, 0.9, compileMatcherInSlices({ ...writeStrings(forms), capitals }, fingerprint));
  return { forms, matcher: listSections(matcher), columns: columnsOf(entries) };
}

/** Every form that is looked for, with the names that it can be. */
function* collectForms(targets: readonly Target[], same: Uint32Array): CompileSteps<Map<string, NameEntry[]>> {
  const byForm = new Map<string, NameEntry[]>();
  for (const [number, { record, pack }] of targets.entries()) {
    if (number % RECORDS_PER_STEP === 0) yield number / targets.length;
    const target = same[number] as number;
    const names = foldNames(record);
    const full = fullForms(record, names);
    for (const [form, name] of matchableForms(record, names)) {
      if (!isFindable(form)) continue;
      const entry = { target, pack, name, traits: nameTraits(form, name, full) };
      const entries = byForm.get(form);
      if (entries) entries.push(entry);
      else byForm.set(form, [entry]);
    }
  }
  return byForm;
}

/** Titles are written in small letters as often as not. */
const isCapitalised = ({ name }: NameEntry): boolean => name.kind !== 'title' && startsWithCapital(name.text) === true;

function columnsOf(entries: readonly (readonly NameEntry[])[]): NameColumns {
  const flat = entries.flat();
  const offsets = new Uint32Array(entries.length + 1);
  let total = 0;
  entries.forEach((list, i) => {
    total += list.length;
    offsets[i + 1] = total;
  });
  const days = new Int32Array(flat.length * 2);
  flat.forEach(({ name }, i) => {
    const { from, to } = nameDays(name);
    days[i * 2] = from;
    days[i * 2 + 1] = to;
  });
  return {
    offsets,
    targets: Uint32Array.from(flat, ({ target }) => target),
    flags: Uint8Array.from(flat, ({ name }) => nameFlags(name)),
    traits: Uint16Array.from(flat, ({ traits }) => traits),
    days,
    shares: Float32Array.from(entries.flatMap(shares)),
    spelling: (name) => flat[name]?.name.text ?? '',
  };
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

/** Holders of one form that are kept: a name that fits more is no name to be decided by a reader (T37). */
const MAX_HOLDERS = 50;

function mostProminent(targets: readonly Target[], entries: readonly NameEntry[]): readonly NameEntry[] {
  if (entries.length <= MAX_HOLDERS) return entries;
  const prominence = ({ target }: NameEntry): number => {
    const record = targets[target]?.record;
    return record?.record === 'entity' ? (record.prominence ?? 0) : 0;
  };
  return entries.toSorted((a, b) => prominence(b) - prominence(a)).slice(0, MAX_HOLDERS);
}

/** A name's weight as its share among the same pack's holders of the form. */
function shares(entries: readonly NameEntry[]): number[] {
  const totals = new Map<number, number>();
  for (const { pack, name } of entries) totals.set(pack, (totals.get(pack) ?? 0) + (name.weight ?? 0));
  return entries.map(({ pack, name }) => (name.weight ?? 0) / (totals.get(pack) || 1));
}

/** Order of UTF-16 units: the order in which a sorted table is searched. */
export const compareUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
