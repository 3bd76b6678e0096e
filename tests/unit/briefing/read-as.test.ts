/** "Read as of …": the days that a timeline offers, and a briefing as of one of them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBriefing } from '../../../lib/briefing/build-briefing';
import { readingStops, stopAt } from '../../../lib/briefing/read-as';
import type { BriefingModel, TimelineModel } from '../../../lib/briefing/view-models';
import type { Reference } from '../../../lib/model/ids';
import { dayToIso, parseEdtf } from '../../../lib/text/edtf';
import {
  anEntity,
  anEvent,
  aSeries,
  aTimeline,
  buildScene,
  bundledKnowledge,
  sceneOf,
  took,
} from '../../support/build-facts';
import { laterDatesIn, textsOf } from '../../support/later-dates';

const DAY = '2025-09-08';
const dayOf = (day: string): number => parseEdtf(day)?.first ?? Number.NaN;
const article = { url: '', host: 'news.example', title: '', siteName: '', lang: 'en' };

/** Timelines of these events, by date, as of the day. */
async function timelineOf(...dates: readonly string[]): Promise<TimelineModel> {
  const events = dates.map((date, i) => anEvent(`e${i}`, date, { participants: took('person/ito') }));
  const ids = events.map(({ id }) => id.slice('event/'.length));
  const records = [anEntity('person/ito'), ...events, aSeries('s', ids), aTimeline('t', ids)];
  const { facts, context } = await sceneOf(records, { day: DAY, named: ['person/ito'] });
  return buildBriefing(facts, article, new Map(), context).timelines[0] as TimelineModel;
}

describe('the stops of a timeline', () => {
  it.each<[what: string, dates: readonly string[], stops: readonly string[]]>([
    ['are its events and the article’s own day', ['2001-02-03', '2015-10-20'], ['2001-02-03', '2015-10-20', DAY]],
    ['are one for one day', ['2001-02-03', '2001-02-03'], ['2001-02-03', DAY]],
    ['lie at the first of several days', ['2015-10-20/2015-10-22'], ['2015-10-20', DAY]],
    ['lie behind a month and a year', ['2001', '2015-10'], ['2002-01-01', '2015-11-01', DAY]],
    ['join what goes on on the article’s day', ['2001-02-03', '2025-09-07/2025-09-09'], ['2001-02-03', DAY]],
    ['leave out what is later', ['2001-02-03', '2026-01-01'], ['2001-02-03', DAY]],
  ])('%s', async (_, dates, stops) => {
    expect(readingStops(await timelineOf(...dates), false).map(({ day }) => dayToIso(day))).toEqual(stops);
  });

  it('go on to later ones once these have been asked for', async () => {
    const stops = readingStops(await timelineOf('2001-02-03', '2026-01-01'), true);
    expect(stops.map(({ day, isArticle }) => [dayToIso(day), isArticle])).toEqual([
      ['2001-02-03', false],
      [DAY, true],
      ['2026-01-01', false],
    ]);
  });

  it('are found by a day: the last that is not later', async () => {
    const stops = readingStops(await timelineOf('2001-02-03', '2015-10-20'), false);
    expect(
      ['1990-01-01', '2001-02-03', '2010-01-01', '2015-10-20', DAY].map((day) => stopAt(stops, dayOf(day))),
    ).toEqual([0, 0, 0, 1, 2]);
  });
});

describe('the briefing of the flagship’s people', () => {
  const named = ['gen-nakatani', 'ahn-gyu-back', 'shigeru-ishiba', 'lee-jae-myung', 'shin-won-sik'].map(
    (slug) => `japan-rok-defense:person/${slug}` as Reference,
  );
  const occurrences = new Map(named.map((name, i) => [name, [{ at: i / 10, kind: 'text' as const }]]));
  let readAs: (day: string) => BriefingModel;
  beforeAll(async () => {
    const { facts, context } = await buildScene(await bundledKnowledge(), { day: DAY, named });
    readAs = (day) => buildBriefing(facts, article, occurrences, context, [], { day, origin: 'reader' });
  });

  it('follows to the day: offices, cut, gaps and counts', () => {
    const model = readAs('2015-10-20');
    const [visits] = model.timelines as [TimelineModel];
    expect(model.asOf).toEqual({ day: '2015-10-20', origin: 'reader' });
    expect(visits).toMatchObject({ asOfDay: parseEdtf('2015-10-20')?.first, before: 17, sameDay: 1, since: 4 });
    expect(visits.gaps.every(({ toDay }) => toDay <= visits.asOfDay)).toBe(true);
    const roleOf = (slug: string) => model.cast.find(({ reference }) => reference.endsWith(`/${slug}`))?.role?.text;
    expect(roleOf('gen-nakatani')).toBe('Minister of Defense of Japan');
    expect(roleOf('shigeru-ishiba')).not.toMatch(/Prime Minister/);
  });

  it('keeps the order that fits the article, and is the article’s own on its day', () => {
    const own = readAs(DAY);
    const moved = readAs('2015-10-20');
    const order = ({ timelines }: BriefingModel) => timelines.map(({ reference }) => reference);
    expect(order(moved)).toEqual(order(own).filter((reference) => order(moved).includes(reference)));
    expect(order(moved)[0]).toBe(order(own)[0]);
    expect(moved.cast.map(({ reference }) => reference)).toEqual(own.cast.map(({ reference }) => reference));
  });

  it('says at each stop of each timeline nothing later than that', () => {
    const own = readAs(DAY);
    const skip = new Set(
      'now coverageTo horizon asOf url archived reference event lane lanes version packs'.split(' '),
    );
    let walked = 0;
    const later: string[] = [];
    for (const timeline of own.timelines) {
      for (const stop of readingStops(timeline, false)) {
        const day = dayToIso(stop.day);
        const model = readAs(day);
        const last = stop.day;
        const shown = model.timelines.flatMap(({ events, ...rest }) => [
          rest,
          ...events.filter(({ part }) => part !== 'since'),
        ]);
        for (const part of [...model.cast, ...shown])
          for (const [path, text] of textsOf(part, skip))
            if (laterDatesIn(text, last).length > 0) later.push(`${day} ${path}: ${text}`);
        // The timeline itself is never lost on the way: the slider would go with it.
        expect(model.timelines.map(({ reference }) => reference)).toContain(timeline.reference);
        walked += 1;
      }
    }
    expect(later).toEqual([]);
    expect(walked).toBeGreaterThan(60);
  });
});
