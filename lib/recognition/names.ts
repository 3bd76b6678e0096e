/**
 * What the names of the matcher's forms mean, in seven bytes a name. Nearly every form has one holder: its name has the
 * form's own number. The names of a form with several lie together behind those, and the form's entry says where.
 */
import { readString, type Section, type SectionReader, type StringTable, writeStrings } from './binary';
import { Column, signed, words } from './columns';
import { DAY_MAX, DAY_MIN, FLAG_CASE_SENSITIVE, FLAG_WEIGHTED } from './index-layout';
import { indexIn } from './lists';

/** The names of all forms as the compiler has them, by numbers of its own: those of form `i` from `offsets[i]` on. */
export interface NameColumns {
  readonly offsets: Uint32Array;
  readonly names: Uint32Array;
  readonly target: (name: number) => number;
  readonly flags: (name: number) => number;
  /** See `name-traits.ts`. */
  readonly traits: (name: number) => number;
  readonly pack: (name: number) => number;
  /** How often its pack says that the form means this; 0 where it does not say. */
  readonly weight: (name: number) => number;
  /** The first and the last day on which it is valid; `null`: always. */
  readonly days: (name: number) => readonly [from: number, to: number] | null;
  /** The original spelling; only asked of names whose case decides. */
  readonly spelling: (name: number) => string;
}

/** In the entry of a form with several holders; the other bits say where its names begin, its flags how many. */
const SEVERAL = 0x80000000;
/** A share is kept as a byte: a step is 0.004, and weighs 0.0016 beside the 0.1 that decides between two readings. */
const SHARE_STEPS = 255;

/** A share that is not 0 stays so: that a pack gives weights is told by it. */
const toByte = (share: number): number => (share > 0 ? Math.max(1, Math.round(share * SHARE_STEPS)) : 0);

/**
 * The sections of the names: target and flags of each; shares, only of names that share a form; days, only of those
 * that have some; spellings, only where case decides.
 */
export function writeNames(columns: NameColumns): Section[] {
  const { offsets, names } = columns;
  const forms = offsets.length - 1;
  let several = 0;
  for (let form = 0; form < forms; form++) {
    const own = (offsets[form + 1] as number) - (offsets[form] as number);
    if (own !== 1) several += own;
  }
  const targets = new Uint32Array(forms + several);
  const flags = new Uint8Array(forms + several);
  const traits = new Uint16Array(forms + several);
  const shares = new Uint8Array(several);
  const dated = new Column(words);
  const days = new Column(signed);
  const spelled = new Column(words);
  const spellings: string[] = [];
  /** Takes a name over under its new number. */
  const take = (name: number, number: number) => {
    targets[number] = columns.target(name);
    flags[number] = columns.flags(name);
    traits[number] = columns.traits(name);
    const valid = columns.days(name);
    if (valid && (valid[0] !== DAY_MIN || valid[1] !== DAY_MAX)) {
      dated.push(number);
      days.push(valid[0]);
      days.push(valid[1]);
    }
    if ((columns.flags(name) & FLAG_CASE_SENSITIVE) === 0) return;
    spelled.push(number);
    spellings.push(columns.spelling(name));
  };
  for (let form = 0; form < forms; form++) {
    const first = offsets[form] as number;
    if ((offsets[form + 1] as number) - first !== 1) continue;
    const name = names[first] as number;
    take(name, form);
    if (columns.weight(name) > 0) flags[form] = (flags[form] as number) | FLAG_WEIGHTED;
  }
  let next = forms;
  for (let form = 0; form < forms; form++) {
    const own = names.subarray(offsets[form], offsets[form + 1]);
    if (own.length === 1) continue;
    targets[form] = (SEVERAL | (next - forms)) >>> 0;
    flags[form] = own.length;
    for (const [i, share] of sharesOf(own, columns).entries()) {
      take(own[i] as number, next);
      shares[next - forms] = toByte(share);
      next++;
    }
  }
  const table = writeStrings(spellings);
  return [targets, flags, traits, shares, dated.values(), days.values(), spelled.values(), table.offsets, table.pool];
}

/** The weights of the names of one form as shares among those of the same pack. */
function sharesOf(names: Uint32Array, { pack, weight }: NameColumns): number[] {
  const own = Array.from(names, (name) => ({ pack: pack(name), weight: weight(name) }));
  const totals = new Map<number, number>();
  for (const name of own) totals.set(name.pack, (totals.get(name.pack) ?? 0) + name.weight);
  return own.map((name) => name.weight / (totals.get(name.pack) || 1));
}

/** The names of an index, opened. Numbers that are no name's, which only damage makes, have target -1. */
export class Names {
  readonly #forms: number;
  readonly #targets: Uint32Array;
  readonly #flags: Uint8Array;
  readonly #traits: Uint16Array;
  readonly #shares: Uint8Array;
  readonly #dated: Uint32Array;
  readonly #days: Int32Array;
  readonly #spelled: Uint32Array;
  readonly #spellings: StringTable;

  constructor(reader: SectionReader) {
    this.#targets = reader.u32();
    this.#flags = reader.u8();
    this.#traits = reader.u16();
    this.#shares = reader.u8();
    this.#dated = reader.u32();
    this.#days = reader.i32();
    this.#spelled = reader.u32();
    this.#spellings = { offsets: reader.u32(), pool: reader.u16() };
    this.#forms = this.#targets.length - this.#shares.length;
  }

  /** Names of all forms together. */
  get count(): number {
    return this.#targets.length;
  }

  get formCount(): number {
    return this.#forms;
  }

  /** Numbers of the names that a form can be: `[first, end)`. */
  of(form: number): readonly [first: number, end: number] {
    const target = this.#targets[form] ?? SEVERAL;
    if ((target & SEVERAL) === 0) return [form, form + 1];
    const first = this.#forms + (target & ~SEVERAL);
    return [first, Math.min(first + (this.#flags[form] ?? 0), this.#targets.length)];
  }

  target = (name: number): number => this.#targets[name] ?? -1;
  flags = (name: number): number => this.#flags[name] ?? 0;
  traits = (name: number): number => this.#traits[name] ?? 0;

  /** Share among the same pack's holders of the form, 0 to 1 in steps of 1/255; 0 when the pack gives no weights. */
  share(name: number): number {
    if (name >= this.#forms) return (this.#shares[name - this.#forms] ?? 0) / SHARE_STEPS;
    return (this.flags(name) & FLAG_WEIGHTED) === 0 ? 0 : 1;
  }

  /** How a name is written, for those whose case decides; empty for the others. */
  spelling(name: number): string {
    const at = indexIn(this.#spelled, name);
    return at < 0 ? '' : readString(this.#spellings, at);
  }

  /** False for a name that came into use later. */
  wasUsedBy(name: number, day: number): boolean {
    const at = indexIn(this.#dated, name);
    return at < 0 || (this.#days[at * 2] ?? DAY_MIN) <= day;
  }

  isValidOn(name: number, day: number): boolean {
    const at = indexIn(this.#dated, name);
    return at < 0 || ((this.#days[at * 2] ?? DAY_MIN) <= day && day <= (this.#days[at * 2 + 1] ?? DAY_MAX));
  }
}
