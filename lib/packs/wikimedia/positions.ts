/**
 * Positions held, as roles. An end that Wikidata does not give is unknown, and nobody is in office by omission: an
 * office counts as still held on the day of the look-up only where Wikidata says so (a preferred statement, or one with
 * "no end"), or where it began a short while ago and nothing speaks against it.
 */
import type { Localized } from '../../model/localized';
import type { EdtfText, Ref, Role } from '../../model/pack';
import { dayToFields, parseEdtf, toDay } from '../../text/edtf';
import type { Statement } from './answers';
import { dateOf, itemOf } from './snaks';

const START = 'P580';
const END = 'P582';
const REPLACED_BY = 'P1366';
/** As long as one lasts that the packs' own builders believe without an end (`build/holdings`). */
const MAX_OPEN_YEARS = 5;

/** What positions are read with. */
export interface PositionContext {
  /** The day of the look-up. */
  readonly retrieved: EdtfText;
  /** Titles of posts by their items; a position without one is left out. */
  readonly titles: ReadonlyMap<string, Localized>;
  readonly source: Ref;
  readonly isDead: boolean;
}

interface Held {
  readonly post: string;
  readonly from: EdtfText | null;
  readonly to: EdtfText | null;
  readonly hasNoEnd: boolean;
  readonly isOver: boolean;
  readonly isPreferred: boolean;
}

/** Items of the posts held, each once, in the order of the statements. */
export const postsOf = (statements: readonly Statement[]): string[] => [
  ...new Set(statements.flatMap(({ mainsnak, rank }) => (rank === 'deprecated' ? [] : (itemOf(mainsnak) ?? [])))),
];

/** The roles that the statements assert, in order of time; those without any date assert nothing. */
export function rolesOf(statements: readonly Statement[], context: PositionContext): Role[] {
  const today = parseEdtf(context.retrieved)?.first ?? 0;
  const held = statements.flatMap((statement) => toHeld(statement, today) ?? []);
  return held
    .flatMap((position) => toRole(position, held, today, context) ?? [])
    .sort((a, b) => startOf(a) - startOf(b));
}

const startOf = ({ from, to }: Role): number => parseEdtf(from ?? to ?? '')?.first ?? 0;

function toHeld({ mainsnak, rank, qualifiers }: Statement, today: number): Held | null {
  const post = itemOf(mainsnak);
  if (rank === 'deprecated' || post === null) return null;
  const ends = qualifiers[END] ?? [];
  const end = dateOf(ends[0]);
  // An end that is still to come is a plan.
  const isPlanned = end !== null && (parseEdtf(end)?.first ?? 0) > today;
  return {
    post,
    from: dateOf(qualifiers[START]?.[0]),
    to: isPlanned ? null : end,
    hasNoEnd: isPlanned || ends[0]?.snaktype === 'novalue',
    isOver: (ends.length > 0 && !isPlanned && ends[0]?.snaktype !== 'novalue') || qualifiers[REPLACED_BY] !== undefined,
    isPreferred: rank === 'preferred',
  };
}

function toRole(position: Held, all: readonly Held[], today: number, context: PositionContext): Role | null {
  const { post, from, to } = position;
  const title = context.titles.get(post);
  const start = from === null ? null : parseEdtf(from);
  const end = to === null ? null : parseEdtf(to);
  if (!title || (!start && !end)) return null;
  // What is still to begin, and what ends before it begins, is not asserted.
  if ((start && start.first > today) || (start && end && end.last < start.first)) return null;
  const common = { title, sources: [context.source], ...(from === null ? {} : { from }) };
  if (to !== null) return { ...common, to };
  return isStillHeld(position, all, today, context) ? { ...common, to: '..', asOf: context.retrieved } : common;
}

function isStillHeld(position: Held, all: readonly Held[], today: number, { isDead }: PositionContext): boolean {
  const { post, from, hasNoEnd, isOver, isPreferred } = position;
  const start = from === null ? null : parseEdtf(from);
  if (!start || isDead || isOver) return false;
  if (hasNoEnd || isPreferred) return true;
  const isFollowed = all.some(
    (other) => other.post === post && other.from !== null && (parseEdtf(other.from)?.first ?? 0) > start.first,
  );
  const { year, month, day } = dayToFields(today);
  return !isFollowed && start.first >= toDay(year - MAX_OPEN_YEARS, month, day);
}
