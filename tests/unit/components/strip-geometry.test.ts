/** The picture of a timeline, `UX.md` 5: where things stand, and that words never stand on each other. */
import { describe, expect, it } from 'vitest';
import { layOutStrip, type StripSpace } from '../../../components/panel/strip-geometry';
import type { GapModel, TimelineEvent, TimelineModel } from '../../../lib/briefing/view-models';
import type { Reference } from '../../../lib/model/ids';
import { parseEdtf } from '../../../lib/text/edtf';

const AS_OF = '2025-09-08';
const dayOf = (date: string): number => parseEdtf(date)?.first ?? Number.NaN;

function anEvent(date: string, given: Partial<TimelineEvent> = {}): TimelineEvent {
  const parsed = parseEdtf(date);
  const firstDay = parsed?.first ?? Number.NaN;
  return {
    reference: `pack:event/${date.replaceAll('/', '-')}` as Reference,
    date,
    firstDay,
    lastDay: parsed?.last ?? Number.NaN,
    precision: parsed?.precision !== 'day' ? 'vague' : parsed.interval ? 'span' : 'point',
    title: { text: `of ${date}`, lang: 'en' },
    summary: null,
    kind: 'visit',
    status: 'held',
    lane: 'there',
    counted: true,
    part: firstDay > dayOf(AS_OF) ? 'since' : date.startsWith(AS_OF) ? 'same-day' : 'before',
    doubt: null,
    sources: [],
    people: [],
    ...given,
  };
}

function aGap(from: string, to: string, given: Partial<GapModel> = {}): GapModel {
  return { lane: 'there', fromDay: dayOf(from), toDay: dayOf(to), years: 9, months: 10, current: true, ...given };
}

function aTimeline(events: readonly TimelineEvent[], given: Partial<TimelineModel> = {}): TimelineModel {
  const name = (text: string) => ({ text, lang: 'en' });
  return {
    reference: 'pack:timeline/visits' as Reference,
    title: name('Visits'),
    counts: null,
    ofVisits: true,
    lanes: [
      { key: 'there', from: name('Japan'), to: name('South Korea') },
      { key: 'back', from: name('South Korea'), to: name('Japan') },
    ],
    events,
    people: [],
    gaps: [],
    coverage: [],
    asOfDay: dayOf(AS_OF),
    firstDay: events[0]?.firstDay ?? dayOf(AS_OF),
    lastDay: dayOf('2026-10-06'),
    before: events.length,
    sameDay: 0,
    since: 0,
    ...given,
  };
}

const SPACE: StripSpace = { width: 328, scale: 1, laneName: () => 120, duration: () => 64, year: 28 };
const layOut = (model: TimelineModel, space: Partial<StripSpace> = {}) =>
  layOutStrip(model, model.events, { ...SPACE, ...space });

const visits = aTimeline([
  anEvent('1979-07-25/1979-07-26'),
  anEvent('1994-04', { lane: 'back' }),
  anEvent('2008', { status: 'cancelled' }),
  anEvent('2015-10-20/2015-10-22'),
  anEvent('2025-09-08/2025-09-09'),
  anEvent('2026-06-28'),
]);

describe('layOutStrip', () => {
  it('is 128 high with two lanes 46 apart, and 82 with one', () => {
    const { height, lanes } = layOut(visits);
    expect(height).toBe(128);
    expect((lanes[1]?.y ?? 0) - (lanes[0]?.y ?? 0)).toBe(46);
    expect(layOut({ ...visits, lanes: visits.lanes.slice(0, 1) }).height).toBe(82);
  });

  it('has no lane for a direction that only later events have', () => {
    const past = visits.events.filter(({ lane, part }) => lane === 'there' && part !== 'since');
    const model = { ...visits, events: [...past, anEvent('2026-01-30', { lane: 'back' })] };
    const closed = layOutStrip(model, past, SPACE);
    expect(closed.lanes.map(({ key }) => key)).toEqual(['there']);
    expect(layOut(model).lanes.map(({ key }) => key)).toEqual(['there', 'back']);
  });

  it('runs linearly in days from the first year to the end of the record, inset by 4', () => {
    const { shapes, asOf } = layOut(visits);
    const start = dayOf('1979-01-01');
    const expected = (date: string) => 4 + ((dayOf(date) - start) / (visits.lastDay - start)) * 320;
    expect(shapes[3]?.x).toBeCloseTo(expected('2015-10-20'));
    expect(asOf).toBeCloseTo(expected(AS_OF));
  });

  it('draws each kind of event as what it is', () => {
    expect(layOut(visits).shapes.map(({ kind }) => kind)).toEqual(['held', 'vague', 'ring', 'held', 'own', 'since']);
  });

  it('draws the article’s own event taller, and a vague one at least 3 wide', () => {
    const { shapes } = layOut(visits);
    expect(shapes[4]).toMatchObject({ width: 3, height: 20 });
    expect(shapes[3]).toMatchObject({ width: 3, height: 16 });
    expect(shapes[1]?.width).toBeGreaterThanOrEqual(3);
  });

  it('draws a year as wide as the year is', () => {
    const { shapes } = layOut(aTimeline([anEvent('2020', { lane: 'there' }), anEvent('2024-01-01')]));
    const year = (366 / (dayOf('2026-10-06') - dayOf('2020-01-01'))) * 320;
    expect(shapes[0]?.width).toBeCloseTo(year, 0);
  });

  it('puts what did not take place 13 under its lane', () => {
    const { shapes, lanes } = layOut(visits);
    expect((shapes[2]?.y ?? 0) - (lanes[0]?.y ?? 0)).toBe(13);
  });

  it('grows with the text', () => {
    expect(layOut(visits, { scale: 2, year: 56 }).height).toBe(256);
  });

  it('names the as-of year, and no year within 28 of it', () => {
    const { years } = layOut(visits);
    expect(years.filter(({ current }) => current).map(({ year }) => year)).toEqual([2025]);
    const asOf = years.find(({ current }) => current);
    for (const { x, current } of years) if (!current) expect(Math.abs(x - (asOf?.x ?? 0))).toBeGreaterThanOrEqual(28);
  });

  it('names the year of the as-of date once, where all began in it', () => {
    const { years } = layOut(aTimeline([anEvent('2025-01-20'), anEvent(AS_OF)]), { width: 760 });
    expect(years.map(({ year }) => year).sort()).toEqual([2025, 2026]);
  });

  it.each([200, 248, 328, 460, 760])('keeps the years apart and inside %i px', (width) => {
    const { years } = layOut(visits, { width });
    const inOrder = [...years].sort((a, b) => a.x - b.x);
    for (const [i, { x }] of inOrder.entries()) {
      expect(x).toBeGreaterThanOrEqual(14);
      expect(x).toBeLessThanOrEqual(width - 14);
      const next = inOrder[i + 1];
      if (next) expect(next.x - x).toBeGreaterThanOrEqual(28);
    }
  });

  describe('a gap', () => {
    const withGap = { ...visits, gaps: [aGap('2015-10-20', AS_OF)] };

    it('stands 16 above its lane, from event to event, with its duration before the as-of line', () => {
      const { brackets, lanes, asOf, shapes } = layOut(withGap);
      const [bracket] = brackets;
      expect((lanes[0]?.y ?? 0) - (bracket?.y ?? 0)).toBe(16);
      expect(bracket?.from).toBe(shapes[3]?.x);
      expect((bracket?.labelX ?? 0) + 32).toBeLessThanOrEqual(asOf);
    });

    it('gets a line of its own under the lane’s name where the two would meet', () => {
      const early = { ...visits, gaps: [aGap('1979-07-25', '1990-12-07', { current: false })] };
      const { brackets, lanes, height } = layOut(early);
      expect(height).toBe(128 + 14);
      expect((brackets[0]?.labelY ?? 0) - (lanes[0]?.nameY ?? 0)).toBeGreaterThanOrEqual(14);
      expect(layOut(early, { laneName: () => 0 }).height).toBe(128);
    });

    it.each([200, 328, 760])('keeps its duration inside %i px', (width) => {
      const [bracket] = layOut(withGap, { width }).brackets;
      expect(bracket?.labelX).toBeGreaterThanOrEqual(32);
      expect((bracket?.labelX ?? 0) + 32).toBeLessThanOrEqual(width);
    });
  });

  describe('with more events than fit as ticks', () => {
    const start = dayOf('1979-01-01');
    const many = aTimeline(
      Array.from({ length: 200 }, (_, i) => ({
        ...anEvent('1979-01-01'),
        reference: `pack:event/${i}` as Reference,
        firstDay: start + i * 80,
        lastDay: start + i * 80,
      })),
    );

    it('draws columns of 4 px, at most 16 high', () => {
      const { bins, shapes } = layOut(many);
      expect(shapes.every(({ binned }) => binned)).toBe(true);
      expect(bins.length).toBeLessThanOrEqual(328 / 4);
      expect(Math.max(...bins.map(({ height }) => height))).toBe(16);
      expect(bins.every(({ x }) => x % 4 === 0)).toBe(true);
    });

    it('keeps a place for each, so that the keyboard walks them one by one', () => {
      expect(layOut(many).shapes).toHaveLength(200);
    });
  });

  it('cuts what the record covers to the axis', () => {
    const { coverage } = layOut({
      ...visits,
      coverage: [
        { fromDay: dayOf('1970-01-01'), toDay: dayOf('1993-12-31'), from: '1970', completeness: 'sample' },
        { fromDay: dayOf('1994-01-01'), toDay: dayOf('2030-01-01'), from: '1994', completeness: 'complete' },
      ],
    });
    expect(coverage[0]?.from).toBe(4);
    expect(coverage[1]?.to).toBe(324);
  });
});
