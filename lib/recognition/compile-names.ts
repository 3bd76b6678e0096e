/**
 * The matcher's half of the index: distinct folded forms in sorted order, what each can mean, and the step map by which
 * a scan walks them.
 */
import type { Reference } from '../model/ids';
import type { Entity, Name, PackEvent } from '../model/pack';
import { parseEdtf } from '../text/edtf';
import { startsWithCapital } from '../text/letter-case';
import { MAX_NAME_UNITS } from '../text/limits';
import { isUnspaced, MARK, OTHER, type ScriptClass, scriptClass } from '../text/scripts';
import { writeStrings } from './binary';
import {
  DAY_MAX,
  DAY_MIN,
  FLAG_CAPITALISED,
  FLAG_CASE_SENSITIVE,
  FLAG_NEEDS_CONTEXT,
  FLAG_NEEDS_TITLE,
  kindCode,
  STEP_CONTINUES,
} from './index-layout';
import { matchableForms } from './matchable-forms';
import { fullForms, nameTraits } from './name-traits';
import { HASH_SEED, isStep, rollHash } from './steps';
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
  readonly name: Name;
  readonly traits: number;
}

/** Sections of the matcher, in the order in which `NameIndex` reads them. */
export function compileNames(targets: readonly Target[]) {
  const byForm = new Map<string, NameEntry[]>();
  targets.forEach(({ record }, target) => {
    const full = fullForms(record);
    for (const [form, name] of matchableForms(record)) {
      if (!isFindable(form)) continue;
      const entry = { target, name, traits: nameTraits(form, name, full) };
      const entries = byForm.get(form);
      if (entries) entries.push(entry);
      else byForm.set(form, [entry]);
    }
  });
  const forms = [...byForm.keys()].sort(compareUnits);
  const formTable = writeStrings(forms);

  const entries = forms.map((form) => mostProminent(targets, byForm.get(form) ?? []));
  const flat = entries.flat();
  const nameOffsets = new Uint32Array(forms.length + 1);
  let total = 0;
  entries.forEach((list, i) => {
    nameOffsets[i] = total;
    total += list.length;
  });
  nameOffsets[forms.length] = total;

  const languages = [...new Set(flat.map(({ name }) => name.lang))].sort();
  const languageNumber = new Map(languages.map((lang, i) => [lang, i]));
  const languageTable = writeStrings(languages);
  const originals = writeStrings(flat.map(({ name }) => name.text));
  const days = new Int32Array(flat.length * 2);
  flat.forEach(({ name }, i) => {
    const { from, to } = nameDays(name);
    days[i * 2] = from;
    days[i * 2 + 1] = to;
  });

  return [
    compileSteps(forms),
    formTable.offsets,
    formTable.pool,
    nameOffsets,
    Uint32Array.from(flat, ({ target }) => target),
    Uint8Array.from(flat, ({ name }) => nameFlags(name)),
    Uint16Array.from(flat, ({ traits }) => traits),
    Uint16Array.from(flat, ({ name }) => languageNumber.get(name.lang) ?? 0),
    days,
    Float32Array.from(entries.flatMap((list) => shares(targets, list))),
    originals.offsets,
    originals.pool,
    languageTable.offsets,
    languageTable.pool,
  ] as const;
}

/**
 * False for what would be found everywhere or is no name: punctuation alone, and one letter or digit of a script with
 * spaces (T35). One Han character stays: 日 is a newspaper's Japan.
 */
function isFindable(form: string): boolean {
  if (form.length > MAX_NAME_UNITS) return false;
  const classes = Array.from(form, (character) => scriptClass(character.codePointAt(0) ?? OTHER));
  const words = classes.filter((cls) => cls !== OTHER && cls !== MARK);
  return words.length > 1 || (words.length === 1 && isUnspaced(words[0] as ScriptClass));
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

/** A name's weight as its share among the same pack's holders of the form: packs count by different measures. */
function shares(targets: readonly Target[], entries: readonly NameEntry[]): number[] {
  const totals = new Map<number | undefined, number>();
  const packOf = ({ target }: NameEntry) => targets[target]?.pack;
  for (const entry of entries) totals.set(packOf(entry), (totals.get(packOf(entry)) ?? 0) + (entry.name.weight ?? 0));
  return entries.map((entry) => (entry.name.weight ?? 0) / (totals.get(packOf(entry)) || 1));
}

/** Order of UTF-16 units: the order in which a sorted table is searched. */
export const compareUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The step map: open addressing over the hashes of every name's beginnings up to a step. A slot says whether a name
 * goes on from here and which form, if any, is complete. Hashes may collide; the scan compares the text of every hit.
 */
function compileSteps(forms: readonly string[]): Uint32Array {
  const values = new Map<number, number>();
  const merge = (hash: number, value: number) => {
    const old = values.get(hash) ?? 0;
    values.set(
      hash,
      ((old | value) & STEP_CONTINUES) | (value & ~STEP_CONTINUES ? value & ~STEP_CONTINUES : old & ~STEP_CONTINUES),
    );
  };
  const collided = new Set<number>();
  forms.forEach((form, i) => {
    let hash = HASH_SEED;
    for (let k = 0; k < form.length; k++) {
      hash = rollHash(hash, form.charCodeAt(k));
      if (!isStep(form, k + 1)) continue;
      if (k + 1 < form.length) merge(hash, STEP_CONTINUES);
      else if (((values.get(hash) ?? 0) & ~STEP_CONTINUES) !== 0) collided.add(i);
      else merge(hash, i + 1);
    }
  });
  let capacity = 8;
  while (capacity < (values.size + collided.size) * 2) capacity *= 2;
  const slots = new Uint32Array(capacity * 2);
  for (const [hash, value] of values) {
    let slot = hash & (capacity - 1);
    while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & (capacity - 1);
    slots[slot * 2] = hash;
    slots[slot * 2 + 1] = value >>> 0;
  }
  // Two different names with one 32-bit hash: about one pair in a set of 90,000. The second stays findable through a
  // slot of its own, further along the same chain.
  for (const i of collided) {
    const form = forms[i] as string;
    let hash = HASH_SEED;
    for (let k = 0; k < form.length; k++) hash = rollHash(hash, form.charCodeAt(k));
    let slot = hash & (capacity - 1);
    while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & (capacity - 1);
    slots[slot * 2] = hash;
    slots[slot * 2 + 1] = i + 1;
  }
  return slots;
}
