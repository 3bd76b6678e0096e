/** The geometry of a timeline's picture: `UX.md` 5, Strip. Pure numbers, CSS px; a day is a place on one linear axis. */
import type { CoverageModel, GapModel, TimelineEvent, TimelineModel } from '../../lib/briefing/view-models';
import { dayToFields, toDay } from '../../lib/text/edtf';

export const INSET = 4;
const LANE_TOP = 34;
export const LANE_GAP = 46;
const TWO_LANES_HEIGHT = 128;
const ONE_LANE_HEIGHT = 82;
const RING_DROP = 13;
const MIN_LABEL_DISTANCE = 44;
const AS_OF_LABEL_CLEARANCE = 28;
const MIN_BAR = 3;
const YEAR_STEPS = [1, 2, 5, 10, 25, 100];
const LABEL_WIDTH = 28;
const AS_OF_GUTTER = 4;

export interface Shape {
  readonly event: TimelineEvent;
  readonly kind: 'held' | 'own' | 'vague' | 'span' | 'ring' | 'since';
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Bracket {
  readonly gap: GapModel;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  /** Middle of the label, kept inside the picture. */
  readonly label: number;
}

export interface StripGeometry {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly { readonly key: string; readonly y: number }[];
  readonly shapes: readonly Shape[];
  readonly brackets: readonly Bracket[];
  readonly asOf: number;
  readonly axisY: number;
  readonly labels: readonly { readonly year: number; readonly x: number; readonly current: boolean }[];
  readonly coverage: readonly {
    readonly from: number;
    readonly to: number;
    readonly completeness: CoverageModel['completeness'];
  }[];
}

/** `open`: later events are drawn too. `labelWidth`: px that the label of a gap takes. */
export function layOutStrip(
  model: TimelineModel,
  width: number,
  open: boolean,
  labelWidth: (gap: GapModel) => number,
): StripGeometry {
  const firstYear = dayToFields(model.firstDay).year;
  const start = toDay(firstYear, 1, 1);
  const span = Math.max(1, model.lastDay - start);
  const place = (day: number): number => INSET + ((day - start) / span) * (width - 2 * INSET);
  const height = model.lanes.length > 1 ? TWO_LANES_HEIGHT + (model.lanes.length - 2) * LANE_GAP : ONE_LANE_HEIGHT;
  const lanes = model.lanes.map(({ key }, i) => ({ key, y: LANE_TOP + i * LANE_GAP }));
  const laneY = new Map(lanes.map(({ key, y }) => [key, y]));
  const asOf = place(model.asOfDay);
  const shown = model.events.filter(({ part }) => open || part !== 'since');
  return {
    width,
    height,
    lanes,
    shapes: shown.map((event) => toShape(event, place, laneY.get(event.lane) ?? LANE_TOP)),
    brackets: model.gaps.map((gap) =>
      toBracket(gap, place, laneY.get(gap.lane) ?? LANE_TOP, width, labelWidth(gap), asOf),
    ),
    asOf,
    axisY: height - 18,
    labels: yearLabels(firstYear, model, place, width, asOf),
    coverage: model.coverage.map(({ fromDay, toDay: end, completeness }) => ({
      from: place(Math.max(fromDay, start)),
      to: place(Math.min(end, model.lastDay)),
      completeness,
    })),
  };
}

function toShape(event: TimelineEvent, place: (day: number) => number, laneY: number): Shape {
  const x = place(event.firstDay);
  const width = Math.max(MIN_BAR, place(event.lastDay) - x);
  if (event.status !== 'held')
    return { event, kind: 'ring', x: x + (place(event.lastDay) - x) / 2, y: laneY + RING_DROP, width: 6 };
  if (event.part === 'since') return { event, kind: 'since', x, y: laneY, width: MIN_BAR };
  if (event.precision === 'vague') return { event, kind: 'vague', x, y: laneY, width };
  if (event.part === 'same-day') return { event, kind: 'own', x, y: laneY, width: MIN_BAR };
  return { event, kind: event.precision === 'span' && width > MIN_BAR ? 'span' : 'held', x, y: laneY, width };
}

function toBracket(
  gap: GapModel,
  place: (day: number) => number,
  laneY: number,
  width: number,
  labelWidth: number,
  asOf: number,
): Bracket {
  const from = place(gap.fromDay);
  const to = place(gap.toDay);
  const half = labelWidth / 2;
  // Before the as-of line, which would run through the words.
  const end = Math.min(width, to <= asOf ? asOf - AS_OF_GUTTER : width);
  return { gap, from, to, y: laneY - 16, label: Math.max(half, Math.min((from + to) / 2, end - half)) };
}

function yearLabels(
  firstYear: number,
  model: TimelineModel,
  place: (day: number) => number,
  width: number,
  asOf: number,
) {
  const lastYear = dayToFields(model.lastDay).year;
  const perYear = (width - 2 * INSET) / Math.max(1, lastYear - firstYear + 1);
  const step = YEAR_STEPS.find((years) => years * perYear >= MIN_LABEL_DISTANCE) ?? 100;
  const inside = (x: number): number => Math.max(LABEL_WIDTH / 2, Math.min(x, width - LABEL_WIDTH / 2));
  const current = { year: dayToFields(model.asOfDay).year, x: inside(asOf), current: true };
  const labels: { year: number; x: number; current: boolean }[] = [];
  for (let year = Math.ceil(firstYear / step) * step; year <= lastYear; year += step) {
    const x = inside(place(toDay(year, 1, 1)));
    if (Math.abs(x - current.x) >= AS_OF_LABEL_CLEARANCE + LABEL_WIDTH / 4) labels.push({ year, x, current: false });
  }
  return [...labels, current];
}
