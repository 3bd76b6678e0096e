/** The offices that targets hold, eight bytes each as a rule: posts and countries are few, and days lie near our own. */
import type { Section, SectionReader } from './binary';
import { DAY_MAX, DAY_MIN } from './index-layout';

/** An office: post and country (target numbers, or -1) and the asserted days. */
export interface Office {
  readonly post: number;
  readonly of: number;
  readonly from: number;
  readonly to: number;
}

/** An office that somebody holds. */
export interface HeldPost extends Office {
  /** Number of the office among all offices of the index. */
  readonly number: number;
}

/** Day 0 of a narrow column; its ends mean: no bound. 1880 to 2059. */
const EPOCH = 32_768;
const NARROW_MAX = 65_535;
/** Sections of one column: the narrow one and the wide one, of which one is empty, and what narrow numbers stand for. */
const COLUMNS = 4;

const toNarrowDay = (day: number): number => (day === DAY_MIN ? 0 : day === DAY_MAX ? NARROW_MAX : day + EPOCH);
const fromNarrowDay = (day: number): number => (day === 0 ? DAY_MIN : day === NARROW_MAX ? DAY_MAX : day - EPOCH);
const isNear = (day: number): boolean => day === DAY_MIN || day === DAY_MAX || (day > -EPOCH && day < EPOCH - 1);

/** Offices as columns: entry `i` of each is of office `i`. */
export interface OfficeColumns {
  readonly post: Int32Array;
  readonly of: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The sections of some offices. */
export const writeOffices = ({ post, of, from, to }: OfficeColumns): Section[] => [
  ...writeTargets(post),
  ...writeTargets(of),
  ...writeDays(from),
  ...writeDays(to),
];

/** Target numbers by way of a table of those that occur, while they are few. */
function writeTargets(targets: Int32Array): Section[] {
  const numbers = new Map<number, number>();
  for (const target of targets) {
    if (!numbers.has(target)) numbers.set(target, numbers.size);
    if (numbers.size > NARROW_MAX) return [new Uint16Array(0), targets, new Int32Array(0)];
  }
  return [
    Uint16Array.from(targets, (target) => numbers.get(target) ?? 0),
    new Int32Array(0),
    Int32Array.from(numbers.keys()),
  ];
}

function writeDays(days: Int32Array): Section[] {
  const isNarrow = days.every(isNear);
  return [
    isNarrow ? Uint16Array.from(days, toNarrowDay) : new Uint16Array(0),
    isNarrow ? new Int32Array(0) : days,
    new Int32Array(0),
  ];
}

interface Column {
  readonly narrow: Uint16Array;
  readonly wide: Int32Array;
  readonly table: Int32Array;
}

/** The offices of an index, opened, by their numbers. */
export class Offices {
  readonly #columns: readonly Column[];

  constructor(reader: SectionReader) {
    this.#columns = Array.from({ length: COLUMNS }, () => ({
      narrow: reader.u16(),
      wide: reader.i32(),
      table: reader.i32(),
    }));
  }

  /** How many there are. */
  get count(): number {
    const [{ narrow, wide }] = this.#columns as [Column, Column, Column, Column];
    return Math.max(narrow.length, wide.length);
  }

  /** `null` for a number that is no office's. */
  at(number: number): HeldPost | null {
    const [posts, of, from, to] = this.#columns as [Column, Column, Column, Column];
    const last = toDay(to, number);
    if (last === undefined) return null;
    return {
      post: toTarget(posts, number) ?? -1,
      of: toTarget(of, number) ?? -1,
      from: toDay(from, number) ?? DAY_MAX,
      to: last,
      number,
    };
  }
}

const toTarget = ({ narrow, wide, table }: Column, number: number): number | undefined =>
  wide.length > 0 ? wide[number] : table[narrow[number] ?? -1];

function toDay({ narrow, wide }: Column, number: number): number | undefined {
  if (wide.length > 0) return wide[number];
  const day = narrow[number];
  return day === undefined ? undefined : fromNarrowDay(day);
}
