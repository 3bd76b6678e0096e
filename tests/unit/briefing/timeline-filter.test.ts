/** What a timeline is narrowed to: that nothing is shown which was not, and that nothing untrue is said of the rest. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBriefing } from '../../../lib/briefing/build-briefing';
import {
  filterChoices,
  filterTimeline,
  hiddenBy,
  isFiltering,
  NO_FILTER,
  type TimelineFilter,
} from '../../../lib/briefing/timeline-filter';
import type { TimelineModel } from '../../../lib/briefing/view-models';
import type { Reference } from '../../../lib/model/ids';
import { parseEdtf } from '../../../lib/text/edtf';
import { buildScene, bundledKnowledge } from '../../support/build-facts';

const DAY = '2025-09-08';
const PACK = 'japan-rok-defense';
const person = (slug: string) => `${PACK}:person/${slug}` as Reference;
const article = { url: '', host: 'news.example', title: '', siteName: '', lang: 'en' };

let visits: TimelineModel;
let all: readonly TimelineModel[];
beforeAll(async () => {
  const named = [person('gen-nakatani'), person('ahn-gyu-back'), person('shigeru-ishiba')];
  const { facts, context } = await buildScene(await bundledKnowledge(), { day: DAY, named });
  all = buildBriefing(facts, article, new Map(), context).timelines;
  visits = all[0] as TimelineModel;
});

const narrowed = (given: Partial<TimelineFilter>) => filterTimeline(visits, { ...NO_FILTER, ...given });
const past = ({ events }: TimelineModel) => events.filter(({ part }) => part !== 'since');
const titles = (model: TimelineModel) => past(model).map(({ date }) => date);

describe('the visits', () => {
  it('are the flagship’s', () => {
    expect(visits.reference).toBe(`${PACK}:timeline/japan-rok-defense-visits`);
    expect(visits).toMatchObject({ before: 19, sameDay: 1, since: 2 });
  });

  it('of one direction keep its gap and lose the other’s', () => {
    const [there, back] = visits.lanes.map(({ key }) => key);
    const one = narrowed({ lane: there as string });
    expect(one.events.every(({ lane }) => lane === there)).toBe(true);
    expect(one.gaps).toEqual(visits.gaps.filter(({ lane }) => lane === there));
    expect(one.gaps).toMatchObject([{ years: 9, months: 10, current: true }]);
    expect(narrowed({ lane: back as string }).gaps).toMatchObject([{ years: 15, months: 3 }]);
    expect(one.before + one.sameDay + narrowed({ lane: back as string }).before).toBe(20);
  });

  it('of one person are those that the person took part in', () => {
    expect(titles(narrowed({ person: person('gen-nakatani') }))).toEqual([
      '2002-04-20',
      '2015-10-20/2015-10-22',
      '2024-12-04',
      '2025-09-08/2025-09-09',
    ]);
    // What was put off is shown and not counted.
    expect(narrowed({ person: person('gen-nakatani') })).toMatchObject({ before: 2, sameDay: 1 });
  });

  it('of a period begin on 1 January of its year, and a gap that began before it is not told', () => {
    const recent = narrowed({ fromYear: 2016 });
    expect(recent.firstDay).toBe(parseEdtf('2016-01-01')?.first);
    expect(recent.gaps).toEqual([]);
    expect(recent.coverage.every(({ toDay }) => toDay >= recent.firstDay)).toBe(true);
    expect(narrowed({ fromYear: 2015 }).gaps).toMatchObject([{ years: 9, months: 10 }]);
  });

  it('without a filter are the very same', () => {
    expect(filterTimeline(visits, NO_FILTER)).toBe(visits);
    expect(isFiltering(NO_FILTER)).toBe(false);
  });
});

describe('the choices', () => {
  it('name both directions, those of the article first, and periods that hide something', () => {
    const choices = filterChoices(visits, NO_FILTER, false);
    expect(choices.lanes).toHaveLength(2);
    expect(choices.kinds).toEqual([]);
    expect(choices.people.slice(0, 3).map(({ reference }) => reference)).toEqual(
      expect.arrayContaining([person('gen-nakatani'), person('ahn-gyu-back'), person('shigeru-ishiba')]),
    );
    expect(choices.years).toEqual([2020, 2015, 2000]);
  });

  it('give away nobody who took part later only', () => {
    const later = new Set(visits.events.filter(({ part }) => part === 'since').flatMap(({ people }) => people));
    const earlier = new Set(past(visits).flatMap(({ people }) => people));
    const hidden = [...later].filter((who) => !earlier.has(who));
    expect(hidden.length).toBeGreaterThan(0);
    const offered = (sinceOpen: boolean) =>
      filterChoices(visits, NO_FILTER, sinceOpen).people.map(({ reference }) => reference);
    expect(offered(false).filter((who) => hidden.includes(who))).toEqual([]);
    expect(offered(true)).toEqual(expect.arrayContaining(hidden));
  });

  it('keep in sight what is chosen', () => {
    const choices = filterChoices(visits, { ...NO_FILTER, kind: 'summit', fromYear: 1900 }, false);
    expect(choices.kinds).toEqual(['visit', 'summit']);
    expect(choices.years).toContain(1900);
  });
});

it('whatever is chosen, the counts are those of what is shown, and both ends of a gap are', () => {
  const aChoice = fc.record({
    timeline: fc.nat(),
    lane: fc.option(fc.nat()),
    kind: fc.option(fc.constantFrom('visit', 'meeting', 'summit', 'agreement', 'exercise')),
    person: fc.option(fc.nat()),
    fromYear: fc.option(fc.integer({ min: 1960, max: 2030 })),
    sinceOpen: fc.boolean(),
  });
  fc.assert(
    fc.property(aChoice, ({ timeline, lane, kind, person: nth, fromYear, sinceOpen }) => {
      const whole = all[timeline % all.length] as TimelineModel;
      const filter: TimelineFilter = {
        lane: lane === null ? null : (whole.lanes[lane % whole.lanes.length]?.key ?? null),
        kind,
        person: nth === null ? null : (whole.people[nth % Math.max(1, whole.people.length)]?.reference ?? null),
        fromYear,
      };
      const model = filterTimeline(whole, filter);
      expect(whole.events).toEqual(expect.arrayContaining([...model.events]));
      for (const [part, count] of [
        ['before', model.before],
        ['same-day', model.sameDay],
        ['since', model.since],
      ] as const)
        expect(model.events.filter((event) => event.part === part && event.counted)).toHaveLength(count);
      const days = (own: string) => model.events.filter(({ lane: key }) => key === own).map(({ firstDay }) => firstDay);
      for (const gap of model.gaps) expect(days(gap.lane)).toEqual(expect.arrayContaining([gap.fromDay, gap.toDay]));
      const inSight = (of: TimelineModel) => (sinceOpen ? of.events : past(of)).length;
      expect(hiddenBy(whole, model, sinceOpen)).toBe(inSight(whole) - inSight(model));
    }),
    { seed: 1, numRuns: 300 },
  );
});
