/** What lies between two names, step by step, and that nothing of it is later than the day. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPair } from '../../../lib/briefing/build-pair';
import { entityOf, eventOf } from '../../../lib/briefing/facts';
import type { PairModel } from '../../../lib/briefing/pair-models';
import { readText } from '../../../lib/cli/files';
import type { Reference } from '../../../lib/model/ids';
import type { PackRecord } from '../../../lib/model/pack';
import { gatherPair } from '../../../lib/services/gather-pair';
import type { Knowledge } from '../../../lib/services/knowledge';
import { parseEdtf, partRelativeTo } from '../../../lib/text/edtf';
import {
  anEntity,
  anEvent,
  aRole,
  aSeries,
  buildKnowledge,
  bundledKnowledge,
  ref,
  took,
} from '../../support/build-facts';
import { laterDatesIn, textsOf } from '../../support/later-dates';
import { readArticle } from '../../support/read-article';
import { hasShared, readShared, SAMPLE } from '../../support/shared';

async function between(
  knowledge: Knowledge,
  [a, b]: readonly [Reference, Reference],
  day: string,
): Promise<PairModel | null> {
  const gathered = await gatherPair(knowledge, [a, b], { day, origin: 'json-ld' }, 'en');
  return gathered && buildPair(gathered.facts, [a, b], gathered.events, gathered.context);
}

const countries: readonly PackRecord[] = [
  anEntity('place/norland', { placeKind: 'country' }),
  anEntity('place/sudland', { placeKind: 'country' }),
  anEntity('post/norland-minister'),
  anEntity('post/sudland-minister'),
];
const of = (country: string) => ({
  relations: [{ kind: 'citizen', to: `place/${country}` as never, sources: ['source/gazette' as never] }],
});
const minister = (country: string, from: string, to: string) =>
  aRole(`Minister of ${country}`, {
    post: `post/${country}-minister` as never,
    of: `place/${country}` as never,
    from,
    to,
  });
const people: readonly PackRecord[] = [
  anEntity('person/ann', { ...of('norland'), roles: [minister('norland', '2020-01-01', '2026-01-01')] }),
  anEntity('person/ada', { ...of('norland'), roles: [minister('norland', '2010-01-01', '2019-12-31')] }),
  anEntity('person/bob', { ...of('sudland'), roles: [minister('sudland', '2018-01-01', '2026-01-01')] }),
  anEntity('person/ben', of('sudland')),
  anEntity('person/amy', of('norland')),
];
const events: readonly PackRecord[] = [
  anEvent('of-predecessor', '2018-06-01', {
    participants: took('person/ada as post/norland-minister', 'person/bob as post/sudland-minister'),
  }),
  anEvent('of-office-unsaid', '2019-06-01', { participants: took('person/ada', 'person/bob') }),
  anEvent('of-both', '2024-05-01', {
    participants: took('person/ann as post/norland-minister', 'person/bob as post/sudland-minister'),
  }),
  anEvent('put-off', '2024-08-01', { status: 'postponed', participants: took('person/ann', 'person/bob') }),
  anEvent('as-guest', '2024-09-01', { participants: took('person/ann as post/sudland-minister', 'person/ben') }),
  anEvent('of-strangers', '2024-10-01', { participants: took('person/amy', 'person/ben') }),
  anEvent('later', '2025-10-01', { participants: took('person/ann', 'person/bob') }),
];
const records = [...countries, ...people, ...events];
const made = buildKnowledge(records);
const pairOf = async (a: string, b: string, day = '2025-09-08') =>
  (await between(await made, [ref(`person/${a}`), ref(`person/${b}`)], day)) as PairModel;
const shownIn = ({ steps }: PairModel, at: number) =>
  steps[at]?.timeline?.events.filter(({ part }) => part !== 'since').map(({ reference }) => reference.split('/')[1]);

describe('two ministers', () => {
  it('have had their own events, counted without those that were not held', async () => {
    const pair = await pairOf('ann', 'bob');
    expect(shownIn(pair, 0)).toEqual(['of-both', 'put-off']);
    expect(pair.steps[0]).toMatchObject({ kind: 'names', count: 1, timeline: { since: 1 } });
  });

  it('have the events of their posts, whoever held them, by the event’s word or by the day', async () => {
    const pair = await pairOf('ann', 'bob');
    expect(shownIn(pair, 1)).toEqual(['of-predecessor', 'of-office-unsaid', 'of-both', 'put-off']);
    expect(pair.steps[1]?.between?.map(({ text }) => text)).toEqual(['Minister of norland', 'Minister of sudland']);
  });

  it('have the events of their countries', async () => {
    const pair = await pairOf('ann', 'bob');
    expect(shownIn(pair, 2)).toEqual([
      'of-predecessor',
      'of-office-unsaid',
      'of-both',
      'put-off',
      'as-guest',
      'of-strangers',
    ]);
    expect(pair.steps[2]?.between?.map(({ text }) => text)).toEqual(['Norland', 'Sudland']);
  });

  it('look the same from the other side', async () => {
    const [there, back] = [await pairOf('ann', 'bob'), await pairOf('bob', 'ann')];
    expect(back.steps.map(({ count }) => count)).toEqual(there.steps.map(({ count }) => count));
    expect(back.sides.map(({ name }) => name.text)).toEqual(['Bob', 'Ann']);
  });
});

describe('a step that cannot be taken says so', () => {
  it('where one holds no post on the day', async () => {
    const pair = await pairOf('ann', 'ben');
    expect(pair.steps[1]).toEqual({ kind: 'posts', between: null, timeline: null, count: 0 });
    expect(pair.steps[2]?.count).toBeGreaterThan(0);
  });

  it('where both are of one country', async () => {
    expect((await pairOf('ann', 'amy')).steps[2]).toMatchObject({ between: null, timeline: null });
  });

  it('where the posts were not yet held', async () => {
    expect((await pairOf('ann', 'bob', '2019-01-01')).steps[1]?.between).toBeNull();
  });

  it('where nothing is as old as the day', async () => {
    const pair = await pairOf('ann', 'bob', '2020-06-01');
    expect(pair.steps.map(({ count, timeline }) => [count, timeline !== null])).toEqual([
      [0, false],
      [2, true],
      [2, true],
    ]);
  });
});

it('there is nothing between a name and itself, or one that no pack has', async () => {
  const knowledge = await made;
  const ann = ref('person/ann');
  expect(await between(knowledge, [ann, ann], '2025-09-08')).toBeNull();
  expect(await between(knowledge, [ann, ref('person/nobody')], '2025-09-08')).toBeNull();
});

it('silence is told of only where every event is counted by a series', async () => {
  const dates = ['2021-01-01', '2021-03-01', '2021-05-01', '2024-05-01'];
  const talks = dates.map((date) => anEvent(`on-${date}`, date, { participants: took('person/ann', 'person/bob') }));
  const ids = talks.map(({ id }) => id.slice('event/'.length));
  const names = [ref('person/ann'), ref('person/bob')] as const;
  const gaps = async (...series: readonly string[]) => {
    const knowledge = await buildKnowledge([...countries, ...people, ...talks, aSeries('s', series)]);
    return (await between(knowledge, names, '2025-09-08'))?.steps[0]?.timeline?.gaps;
  };
  expect(await gaps(...ids)).toMatchObject([{ years: 3, months: 0 }]);
  expect(await gaps(...ids.slice(1))).toEqual([]);
});

describe('every pair of the flagship’s cast', () => {
  let knowledge: Knowledge;
  let names: Reference[];
  beforeAll(async () => {
    knowledge = await bundledKnowledge();
    const html = hasShared
      ? readShared('article/article.html')
      : readText(join(import.meta.dirname, '../../sites', `${SAMPLE.slice('https://'.length)}.html`));
    const { briefing } = await readArticle(html, knowledge, { day: '2025-09-08' });
    names = briefing.cast.filter(({ type }) => type !== 'event').map(({ reference }) => reference);
  });

  it.each(['2011-06-15', '2015-10-21', '2025-09-08'])(
    'says nothing later than %s',
    { timeout: 60_000 },
    async (day) => {
      const asOfDay = parseEdtf(day)?.first ?? 0;
      const skip = new Set('now coverageTo asOf url archived reference lane lanes'.split(' '));
      const wrong: string[] = [];
      const seen = new Set<Reference>();
      let pairs = 0;
      let found = 0;
      for (const [i, a] of names.entries())
        for (const b of names.slice(i + 1)) {
          const gathered = await gatherPair(knowledge, [a, b], { day, origin: 'json-ld' }, 'en');
          if (!gathered) throw new Error(`${a} and ${b}`);
          const pair = buildPair(gathered.facts, [a, b], gathered.events, gathered.context);
          pairs += 1;
          const held = pair.steps.map(({ timeline }) => timeline?.events.filter(({ part }) => part !== 'since') ?? []);
          found += held.flat().length;
          for (const { reference } of held.flat()) {
            const date = parseEdtf(eventOf(gathered.facts, reference)?.date ?? '');
            if (!date || partRelativeTo(date, asOfDay) === 'since') wrong.push(`${a} ${b}: ${reference}`);
          }
          for (const [at, { count, timeline, between: both }] of pair.steps.entries()) {
            if (count !== (held[at] ?? []).filter(({ counted }) => counted).length)
              wrong.push(`${a} ${b}: counts ${count}`);
            if (timeline?.gaps.some(({ toDay }) => toDay > asOfDay)) wrong.push(`${a} ${b}: a later gap`);
            if (
              at === 1 &&
              both &&
              both.some(({ text }, side) => !titlesOn(gathered.facts, side === 0 ? a : b, asOfDay).has(text))
            )
              wrong.push(`${a} ${b}: ${both.map(({ text }) => text).join()}`);
          }
          const told = [
            ...pair.sides,
            ...pair.steps.map(({ timeline, ...step }) => ({ ...step, timeline: { ...timeline, events: [] } })),
            // One event is told in one way, between whomever.
            ...held.flat().filter(({ reference }) => !seen.has(reference) && seen.add(reference)),
          ];
          for (const part of told)
            for (const [path, text] of textsOf(part, skip))
              if (laterDatesIn(text, asOfDay).length > 0) wrong.push(`${a} ${b} ${path}: ${text}`);
        }
      expect(wrong).toEqual([]);
      expect(pairs).toBeGreaterThan(100);
      expect(found).toBeGreaterThan(100);
    },
  );
});

/** Titles of the roles whose asserted days hold this one, by the pack format's own words. */
function titlesOn(facts: Parameters<typeof entityOf>[0], name: Reference, day: number): Set<string> {
  const days = (text: string | undefined) => (text === undefined || text === '..' ? null : parseEdtf(text));
  return new Set(
    (entityOf(facts, name)?.roles ?? [])
      .filter(({ from, to, asOf }) => {
        const first = (days(from) ?? days(asOf) ?? days(to))?.first ?? Number.POSITIVE_INFINITY;
        const last = (days(to) ?? days(asOf) ?? days(from))?.last ?? Number.NEGATIVE_INFINITY;
        return first <= day && day <= last;
      })
      .map(({ title }) => String(title.en)),
  );
}
