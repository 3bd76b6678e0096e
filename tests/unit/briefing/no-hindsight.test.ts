/**
 * Nothing later than the as-of date is shown unasked, whoever is named: cards, cast and timelines of everything in the
 * shipped pack, at three dates and in three languages. Allowed are the Now-line, the day on which the record ends, and
 * how many later events there are.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { roleDates } from '../../../components/entity/role-dates';
import { buildBriefing } from '../../../lib/briefing/build-briefing';
import { buildCard } from '../../../lib/briefing/build-card';
import { buildEntityPage } from '../../../lib/briefing/build-entity-page';
import { entityOf, eventOf } from '../../../lib/briefing/facts';
import type { CardModel } from '../../../lib/briefing/view-models';
import { parseReference, type Reference } from '../../../lib/model/ids';
import { INTERFACE_LANGUAGES } from '../../../lib/model/localized';
import type { Entity, Role } from '../../../lib/model/pack';
import type { Knowledge } from '../../../lib/services/knowledge';
import { searchKnowledge } from '../../../lib/services/search';
import { dayToIso, parseEdtf, partRelativeTo } from '../../../lib/text/edtf';
import { createWords } from '../../../lib/ui/words';
import { buildScene, bundledKnowledge, type Scene } from '../../support/build-facts';
import { datesIn, laterDatesIn, textsOf } from '../../support/later-dates';

const DAYS = ['2011-06-15', '2015-10-21', '2025-09-08'] as const;
const CASES = DAYS.flatMap((day) => INTERFACE_LANGUAGES.map((lang) => ({ day, lang })));

/** The Now-line, the record's end, and what is no text for a reader: addresses, ids, versions. */
const ALLOWED = new Set(
  'now coverageTo horizon asOf url archived reference event lane lanes version packs article host'.split(' '),
);

const catalogueOf = (lang: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../../public/_locales/${lang}/messages.json`), 'utf8'));

const article = { url: '', host: 'news.example', title: '', siteName: '', lang: 'en' };

let knowledge: Knowledge;
let named: Reference[];
beforeAll(async () => {
  knowledge = await bundledKnowledge();
  named = Array.from({ length: knowledge.index.targetCount }, (_, target) => knowledge.index.reference(target));
});

const scene = (day: string, lang: string): Promise<Scene> => buildScene(knowledge, { day, named, lang });

/** First and last day on which a role is asserted, by the pack format's own words. */
function assertedDays({ from, to, asOf }: Role): { from: number; to: number } {
  const days = (text: string | undefined) => (text === undefined || text === '..' ? null : parseEdtf(text));
  return {
    from: (days(from) ?? days(asOf) ?? days(to))?.first ?? Number.POSITIVE_INFINITY,
    to: (days(to) ?? days(asOf) ?? days(from))?.last ?? Number.NEGATIVE_INFINITY,
  };
}

/** Texts of a model that say something later than the day. */
const hindsight = (model: object, day: number): string[] =>
  [...textsOf(model, ALLOWED)]
    // "2025 APEC summit": that much says an article that names it.
    .filter(([path]) => ('type' in model && model.type === 'event') || path !== '.name.text')
    .flatMap(([path, text]) => laterDatesIn(text, day).map((date) => `${path}: ${text} (${date})`));

const isLater = ({ facts }: Scene, reference: Reference, day: number): boolean => {
  const date = parseEdtf(eventOf(facts, reference)?.date ?? '');
  return date === null || partRelativeTo(date, day) === 'since';
};

describe('the dates of a text', () => {
  it.each([
    ['since 2024-10-01', ['2024-10-01']],
    ['2025-07', ['2025-07']],
    ['2015-10-20/2015-10-22', ['2015-10-20/2015-10-22']],
    ['signed on November 23, 2016, for', ['2016-11-23']],
    ['8 May 2001 report', ['2001-05-08']],
    ['Report of August 2025 on', ['2025-08']],
    ['2016年11月23日に署名、2018年12月', ['2016-11-23', '2018-12']],
    ['2024년 7월 28일, 1965년', ['2024-07-28', '1965']],
    ['founded in 1955', ['1955']],
    ['62 000 of 90 000 names', []],
  ])('are read from “%s”', (text, dates) => {
    expect(datesIn(text)).toEqual(dates);
  });
});

describe.each(CASES)('as of $day in $lang', ({ day, lang }) => {
  let at: Scene;
  let asOfDay: number;
  let cards: CardModel[];
  beforeAll(async () => {
    at = await scene(day, lang);
    asOfDay = at.context.asOfDay;
    cards = named.map((reference) => {
      const card = buildCard(at.facts, reference, at.context, null);
      if (!card) throw new Error(`no card of ${reference}`);
      return card;
    });
  });

  it('no card says anything later', () => {
    expect(cards.length).toBeGreaterThan(250);
    expect(cards.flatMap((card) => hindsight(card, asOfDay).map((line) => `${card.reference} ${line}`))).toEqual([]);
  });

  it('no row behind the article is a later event', () => {
    const rows = cards.flatMap(({ behind }) => behind);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ event }) => isLater(at, event, asOfDay))).toEqual([]);
  });

  it('every role shown as held, and every office of a country, is asserted on the day', () => {
    const titlesOnDay = (reference: Reference) =>
      (entityOf(at.facts, reference)?.roles ?? [])
        .filter((role) => assertedDays(role).from <= asOfDay && asOfDay <= assertedDays(role).to)
        .map(({ title }) => title);
    const says = (reference: Reference, text: string) =>
      titlesOnDay(reference).some((title) => Object.values(title).includes(text));
    const held = cards.flatMap(({ reference, roles, offices }) => [
      ...(roles?.lines ?? [])
        .filter(({ when }) => when === 'since' || when === 'starts' || when === 'ends')
        .map(({ title }) => [reference, title.text] as const),
      ...(offices?.holders ?? []).map((holder) => [holder.reference, holder.office.text] as const),
    ]);
    expect(held.length).toBeGreaterThan(0);
    expect(held.filter(([reference, text]) => !says(reference, text))).toEqual([]);
  });

  it('no page of an entity says anything later, but of an event that was asked for', () => {
    const later = named.filter((reference) => eventOf(at.facts, reference) && isLater(at, reference, asOfDay));
    const words = createWords(lang, catalogueOf(lang));
    const found = named.flatMap((reference) => {
      const page = buildEntityPage(at.facts, reference, at.context, { later, older: 0 });
      if (!page) throw new Error(`no page of ${reference}`);
      if (page.isLater) return [];
      const bars = page.lanes.flatMap((lane) => lane.bars).filter(({ part }) => part !== 'since');
      const told = bars.map((bar) => ({ title: bar.title, dates: roleDates(bar, false, words), sources: bar.sources }));
      const events = page.events?.events.filter(({ part }) => part !== 'since') ?? [];
      const shown = [page.card, ...told, ...events, ...page.participants];
      return shown.flatMap((model) => hindsight(model, asOfDay)).map((line) => `${reference} ${line}`);
    });
    expect(later.length).toBeGreaterThan(1);
    expect(found).toEqual([]);
  });

  it('no result of a search is later, or says so', async () => {
    const typed = [
      'a',
      'se',
      'nakat',
      'visit',
      '2025',
      'koizumi',
      'takaichi',
      '訪韓',
      '高市',
      '방한',
      '고이',
      'ministry',
    ];
    const reading = { asOf: at.context.asOf, beside: [], lang };
    const results = await Promise.all(typed.map((text) => searchKnowledge(knowledge, { text, ...reading }, day)));
    const unasked = results.flatMap(({ names, events }) => [...names, ...events]);
    expect(unasked.length).toBeGreaterThan(50);
    expect(unasked.filter(({ type, reference }) => type === 'event' && isLater(at, reference, asOfDay))).toEqual([]);
    expect(unasked.flatMap((hit) => hindsight({ ...hit, form: null }, asOfDay))).toEqual([]);
  });

  it('every line of the cast is an office of the day or a description', () => {
    const occurrences = new Map(
      named.map((reference, i) => [reference, [{ at: i / named.length, kind: 'text' as const }]]),
    );
    const { cast } = buildBriefing(at.facts, article, occurrences, at.context);
    expect(cast.length).toBeGreaterThan(250);
    expect(cast.flatMap((row) => hindsight(row, asOfDay))).toEqual([]);
    expect(cast.filter(({ reference, type }) => type === 'event' && isLater(at, reference, asOfDay))).toEqual([]);
    const later = cast.filter(({ reference, role }) => {
      const entity = entityOf(at.facts, reference) as Entity | null;
      const titles = (entity?.roles ?? [])
        .filter((role) => assertedDays(role).from > asOfDay)
        .map(({ title }) => title);
      const now = (entity?.roles ?? []).filter((role) => assertedDays(role).from <= asOfDay).map(({ title }) => title);
      return (
        role !== null &&
        titles.some((title) => Object.values(title).includes(role.text)) &&
        !now.some((title) => Object.values(title).includes(role.text))
      );
    });
    expect(later.map(({ reference }) => reference)).toEqual([]);
  });

  it('no timeline shows a later event before it is asked for, nor exists because of one', () => {
    const { timelines } = buildBriefing(at.facts, article, new Map(), at.context);
    expect(timelines.length).toBeGreaterThan(0);
    for (const timeline of timelines) {
      const shown = timeline.events.filter(({ part }) => part !== 'since');
      expect(shown.length, timeline.title.text).toBeGreaterThan(0);
      expect(shown.filter(({ reference }) => isLater(at, reference, asOfDay))).toEqual([]);
      expect([...shown, { ...timeline, events: [] }].flatMap((part) => hindsight(part as object, asOfDay))).toEqual([]);
      expect(timeline.gaps.filter(({ toDay }) => toDay > asOfDay)).toEqual([]);
      expect(timeline.coverage.filter(({ fromDay }) => fromDay > asOfDay)).toEqual([]);
    }
  });
});

it('on any day, in any article that names eight of them, nothing says more than its day', {
  timeout: 60_000,
}, async () => {
  const first = parseEdtf('1985-01-01')?.first ?? 0;
  const last = parseEdtf('2026-10-06')?.first ?? 0;
  const anArticle = fc.record({
    day: fc.integer({ min: first, max: last }),
    picks: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
    lang: fc.constantFrom(...INTERFACE_LANGUAGES),
  });
  await fc.assert(
    fc.asyncProperty(anArticle, async ({ day, picks, lang }) => {
      const few = picks.map((pick) => named[pick % named.length] as Reference);
      const { facts, context } = await buildScene(knowledge, { day: dayToIso(day), named: few, lang });
      const cards = few.flatMap((reference) => buildCard(facts, reference, context, null) ?? []);
      const { cast, timelines } = buildBriefing(facts, article, new Map(few.map((name) => [name, []])), context);
      const shown = timelines.flatMap(({ events, ...timeline }) => [
        timeline,
        ...events.filter(({ part }) => part !== 'since'),
      ]);
      expect([...cards, ...cast, ...shown].flatMap((model) => hindsight(model, day))).toEqual([]);
    }),
    { seed: 20250908, numRuns: 100 },
  );
});

it('walks everything that the pack can name', () => {
  expect(new Set(named.map((reference) => parseReference(reference)?.id.split('/')[0])).size).toBeGreaterThan(5);
});
