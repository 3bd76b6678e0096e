/** The geometry of a timeline's picture: `UX.md` 5, Strip. Pure numbers, CSS px; a day is a place on one linear axis. */
import type { CoverageModel, GapModel, TimelineEvent, TimelineModel } from '../../lib/briefing/view-models';
import { dayToFields, toDay } from '../../lib/text/edtf';

const INSET = 4;
const LANE_TOP = 34;
const LANE_DISTANCE = 46;
/** From the lowest lane to the axis, and from the axis to the lower edge. */
const LANE_TO_AXIS = 30;
const UNDER_AXIS = 18;
const BRACKET_RISE = 16;
const LABEL_RISE = 4;
const LANE_NAME_RISE = 22;
/** A line of its own for the name of a lane, where a duration would stand on it. */
const LABEL_LINE = 14;
const LABEL_GAP = 8;
const RING_DROP = 13;
const TICK = 3;
const TICK_HEIGHT = 16;
const OWN_HEIGHT = 20;
const RING_SIZE = 6;
const BIN = 4;
const MIN_YEAR_DISTANCE = 44;
const AS_OF_YEAR_CLEARANCE = 28;
const AS_OF_GUTTER = 4;
const YEAR_STEPS = [1, 2, 5, 10, 25, 100];

/** One event in the picture. `x` is its middle, `y` that of its lane or ring. */
export interface Shape {
  readonly event: TimelineEvent;
  /** `held` a tick, `own` this article's, `vague` an outlined bar, `span` a filled one, `since` an outlined tick. */
  readonly kind: 'held' | 'own' | 'vague' | 'span' | 'since' | 'ring';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Stands in a column with others instead of being drawn by itself. */
  readonly binned: boolean;
}

/** Events of a lane that stand too close for ticks. */
interface Bin {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Bracket {
  readonly gap: GapModel;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  /** Middle and baseline of the duration. */
  readonly labelX: number;
  readonly labelY: number;
}

interface YearLabel {
  readonly year: number;
  readonly x: number;
  /** The year of the as-of date. */
  readonly current: boolean;
}

export interface StripGeometry {
  readonly height: number;
  readonly axisY: number;
  /** Place of the as-of day. */
  readonly asOf: number;
  readonly lanes: readonly { readonly key: string; readonly y: number; readonly nameY: number }[];
  readonly shapes: readonly Shape[];
  readonly bins: readonly Bin[];
  readonly brackets: readonly Bracket[];
  readonly years: readonly YearLabel[];
  readonly coverage: readonly {
    readonly from: number;
    readonly to: number;
    readonly completeness: CoverageModel['completeness'];
  }[];
}

export interface StripSpace {
  readonly width: number;
  /** Root font size over 16 px: the picture grows with the reader's text. */
  readonly scale: number;
  /** Px that the words take. */
  readonly laneName: (key: string) => number;
  readonly duration: (gap: GapModel) => number;
  readonly year: number;
}

/** `events`: those to draw, so that later ones appear only once they are asked for. */
export function layOutStrip(
  model: TimelineModel,
  events: readonly TimelineEvent[],
  { width, scale, laneName, duration, year }: StripSpace,
): StripGeometry {
  const start = toDay(dayToFields(model.firstDay).year, 1, 1);
  const days = Math.max(1, model.lastDay - start);
  const place = (day: number): number => INSET + ((day - start) / days) * (width - 2 * INSET);
  const asOf = place(model.asOfDay);

  /** Middle of a duration: over its bracket, inside the picture, and before the as-of line, which would cut it. */
  const labelX = (gap: GapModel): number => {
    const half = duration(gap) / 2;
    const to = place(gap.toDay);
    const end = to <= asOf ? asOf - AS_OF_GUTTER : width;
    return Math.max(half, Math.min((place(gap.fromDay) + to) / 2, end - half));
  };
  const meetsName = (gap: GapModel): boolean =>
    labelX(gap) - duration(gap) / 2 < laneName(gap.lane) + LABEL_GAP && laneName(gap.lane) > 0;
  let extra = 0;
  // A lane that only later events have would tell that there are some, and which way they went.
  const shownLanes = model.lanes.filter(({ key }) => events.some((event) => event.lane === key));
  const lanes = shownLanes.map(({ key }, i) => {
    const nameY = (LANE_TOP - LANE_NAME_RISE + i * LANE_DISTANCE) * scale + extra;
    if (model.gaps.some((gap) => gap.lane === key && meetsName(gap))) extra += LABEL_LINE * scale;
    return { key, y: (LANE_TOP + i * LANE_DISTANCE) * scale + extra, nameY };
  });
  const laneY = (key: string): number => lanes.find((lane) => lane.key === key)?.y ?? LANE_TOP * scale;
  const axisY = (lanes.at(-1)?.y ?? LANE_TOP * scale) + LANE_TO_AXIS * scale;

  const dense = new Set(
    lanes
      .map(({ key }) => key)
      .filter((key) => events.filter((event) => event.lane === key && isTick(event)).length > width / BIN),
  );
  const shapes = events.map((event) => toShape(event, { place, laneY, scale, dense }));
  return {
    height: axisY + UNDER_AXIS * scale,
    axisY,
    asOf,
    lanes,
    shapes,
    bins: toBins(shapes, scale),
    brackets: model.gaps.map((gap) => {
      const y = laneY(gap.lane) - BRACKET_RISE * scale;
      return {
        gap,
        from: place(gap.fromDay),
        to: place(gap.toDay),
        y,
        labelX: labelX(gap),
        labelY: y - LABEL_RISE * scale,
      };
    }),
    years: yearLabels(model, { place, width, asOf, scale, label: year }),
    coverage: model.coverage.map(({ fromDay, toDay: end, completeness }) => ({
      from: place(Math.max(fromDay, start)),
      to: place(Math.min(end, model.lastDay)),
      completeness,
    })),
  };
}

/** Height of a picture with so many lanes, in rem, where no name of a lane is in the way of a duration. */
export const usualHeightRem = (lanes: number): number =>
  (LANE_TOP + Math.max(0, lanes - 1) * LANE_DISTANCE + LANE_TO_AXIS + UNDER_AXIS) / DESIGN_ROOT;
/** Px of a rem for which the distances are given. */
const DESIGN_ROOT = 16;

const isTick = ({ status }: TimelineEvent): boolean => status === 'held';

interface Frame {
  readonly place: (day: number) => number;
  readonly laneY: (lane: string) => number;
  readonly scale: number;
  readonly dense: ReadonlySet<string>;
}

function toShape(event: TimelineEvent, { place, laneY, scale, dense }: Frame): Shape {
  const from = place(event.firstDay);
  const to = place(event.lastDay);
  const y = laneY(event.lane);
  const size = { width: TICK, height: TICK_HEIGHT * scale };
  const tick = { event, x: from, y, ...size, binned: dense.has(event.lane) };
  if (!isTick(event)) {
    return {
      event,
      kind: 'ring',
      x: (from + to) / 2,
      y: y + RING_DROP * scale,
      width: RING_SIZE,
      height: RING_SIZE,
      binned: false,
    };
  }
  if (event.part === 'since') return { ...tick, kind: 'since' };
  if (event.part === 'same-day') return { ...tick, kind: 'own', height: OWN_HEIGHT * scale, binned: false };
  const width = Math.max(TICK, to - from);
  if (event.precision === 'vague') return { ...tick, kind: 'vague', x: (from + to) / 2, width };
  // Two days are less than a px here: an interval is a bar only where it can be seen to be one.
  if (width > TICK) return { ...tick, kind: 'span', x: (from + to) / 2, width };
  return { ...tick, kind: 'held' };
}

function toBins(shapes: readonly Shape[], scale: number): Bin[] {
  const counts = new Map<string, { column: number; y: number; count: number }>();
  for (const { x, y, binned } of shapes) {
    if (!binned) continue;
    const column = Math.floor(x / BIN);
    const key = `${y} ${column}`;
    const known = counts.get(key) ?? { column, y, count: 0 };
    known.count += 1;
    counts.set(key, known);
  }
  const columns = [...counts.values()];
  const most = Math.max(1, ...columns.map(({ count }) => count));
  return columns.map(({ column, y, count }) => {
    const height = Math.max(2, (count / most) * TICK_HEIGHT) * scale;
    return { x: column * BIN, y: y + (TICK_HEIGHT / 2) * scale - height, width: BIN - 1, height };
  });
}

interface Axis {
  readonly place: (day: number) => number;
  readonly width: number;
  readonly asOf: number;
  readonly scale: number;
  /** Px that a year takes. */
  readonly label: number;
}

function yearLabels(model: TimelineModel, { place, width, asOf, scale, label }: Axis): YearLabel[] {
  const firstYear = dayToFields(model.firstDay).year;
  const lastYear = dayToFields(model.lastDay).year;
  const perYear = (width - 2 * INSET) / Math.max(1, lastYear - firstYear + 1);
  const step = YEAR_STEPS.find((years) => years * perYear >= MIN_YEAR_DISTANCE * scale) ?? 100;
  const half = label / 2;
  const inside = (x: number): number => Math.max(half, Math.min(x, width - half));
  const current: YearLabel = { year: dayToFields(model.asOfDay).year, x: inside(asOf), current: true };
  const labels: YearLabel[] = [];
  for (let year = Math.ceil(firstYear / step) * step; year <= lastYear; year += step) {
    const x = inside(place(toDay(year, 1, 1)));
    const isClear =
      year !== current.year && Math.abs(x - current.x) >= Math.max(AS_OF_YEAR_CLEARANCE * scale, label + LABEL_GAP / 2);
    // Two labels that were both pushed inside would stand on each other.
    const previous = labels.at(-1);
    if (isClear && (!previous || x - previous.x >= 2 * half)) labels.push({ year, x, current: false });
  }
  return [...labels, current];
}
