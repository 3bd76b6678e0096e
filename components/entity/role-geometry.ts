/** Where the bars of offices lie on their axis, in shares of its width: pure, so that it is tested without a browser. */
import type { RoleAxis, RoleBar, RoleLane } from '../../lib/briefing/entity-models';
import { type Day, dayToFields, toDay } from '../../lib/text/edtf';

/** A bar to draw. Shares run from 0 to 1 in the reading direction. */
export interface DrawnBar {
  readonly bar: RoleBar;
  readonly from: number;
  readonly to: number;
  /** Fades at its end: still going on where the record ends, or nobody knows until when. */
  readonly fades: boolean;
  /** Its beginning is not known. */
  readonly fadesIn: boolean;
}

export interface DrawnLane {
  readonly key: string;
  readonly bars: readonly DrawnBar[];
}

interface YearMark {
  readonly year: number;
  readonly at: number;
}

export interface RoleDrawing {
  readonly lanes: readonly DrawnLane[];
  readonly years: readonly YearMark[];
  readonly asOf: YearMark;
}

/** As for the pictures of timelines. */
const YEAR_STEPS = [1, 2, 5, 10, 25, 100];
/** Labels that fit into the narrowest panel with the largest text, the as-of year's among them. */
const MAX_YEARS = 4;
/** Share of the width that a label needs for itself, in the narrowest panel with the largest text. */
const LABEL_ROOM = 0.25;
/** A bar of a few days is seen all the same. */
const MIN_SHARE = 0.012;

/** Lanes with a bar to show: what began after the day, and how what was going on went on, only when `sinceOpen`. */
export function layOutRoles(lanes: readonly RoleLane[], axis: RoleAxis, sinceOpen: boolean): RoleDrawing {
  const first = toDay(dayToFields(axis.firstDay).year, 1, 1);
  const width = Math.max(1, axis.lastDay - first);
  const shareOf = (day: Day): number => Math.min(1, Math.max(0, (day - first) / width));
  const draw = (bar: RoleBar): DrawnBar => {
    const isCut = bar.part === 'current' && !sinceOpen;
    const from = shareOf(bar.firstDay);
    const to = shareOf(isCut ? axis.asOfDay : bar.lastDay);
    const wide = Math.max(to, from + MIN_SHARE);
    return {
      bar,
      from: Math.max(0, from - Math.max(0, wide - 1)),
      to: Math.min(1, wide),
      fades: !isCut && bar.to === null,
      fadesIn: bar.from === null,
    };
  };
  const asOf = { year: dayToFields(axis.asOfDay).year, at: shareOf(axis.asOfDay) };
  return {
    lanes: lanes
      .map(({ key, bars }) => ({ key, bars: bars.filter(({ part }) => sinceOpen || part !== 'since').map(draw) }))
      .filter(({ bars }) => bars.length > 0),
    years: yearMarks(first, axis.lastDay, shareOf, asOf.at),
    asOf,
  };
}

function yearMarks(first: Day, last: Day, shareOf: (day: Day) => number, asOfAt: number): YearMark[] {
  const [from, to] = [dayToFields(first).year, dayToFields(last).year];
  const step = YEAR_STEPS.find((years) => (to - from) / years < MAX_YEARS) ?? 100;
  const marks: YearMark[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    const at = shareOf(toDay(year, 1, 1));
    if (Math.abs(at - asOfAt) >= LABEL_ROOM) marks.push({ year, at });
  }
  return marks;
}
