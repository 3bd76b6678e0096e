/** The card beyond its roles and rows: events, accounts, descriptions, sources, and why a name was taken for it. */
import { describe, expect, it } from 'vitest';
import { buildCard } from '../../../lib/briefing/build-card';
import type { Account, PackRecord, Source } from '../../../lib/model/pack';
import { anEntity, anEvent, aRole, aSource, ref, sceneOf } from '../../support/build-facts';

const mention = (surface: string) => ({ surface, articleLang: 'en', evidence: [], rivals: [], position: null });

async function card(records: readonly PackRecord[], id: string, { day = '2025-09-08', surface = '' } = {}) {
  const { facts, context } = await sceneOf(records, { day, named: [id] });
  return buildCard(facts, ref(id), context, surface ? mention(surface) : null);
}

describe('the card of an event', () => {
  const place = anEntity('place/seoul', { placeKind: 'capital' });
  const vote = anEvent('vote', '2025-10-04', {
    title: { en: 'Takaichi is elected on 4 October 2025' },
    summary: { en: 'She won.' },
    places: ['place/seoul' as never],
  });

  it('says when, where and what of one that is past', async () => {
    expect(await card([place, vote], 'event/vote', { day: '2025-10-05', surface: 'the vote' })).toMatchObject({
      name: { text: 'Takaichi is elected on 4 October 2025' },
      articleForm: { text: 'the vote' },
      date: '2025-10-04',
      place: { text: 'Seoul' },
      description: { text: 'She won.' },
      sources: [{ publisher: 'Gazette' }],
    });
  });

  it('says the article’s own words, and nothing else, of one that is still to come', async () => {
    expect(await card([place, vote], 'event/vote', { surface: 'the vote' })).toMatchObject({
      name: { text: 'the vote' },
      articleForm: null,
      date: null,
      place: null,
      description: null,
      accounts: [],
      sources: [],
    });
  });
});

describe('accounts', () => {
  const account = (by: string, date?: string): Account => ({
    by: `place/${by}` as never,
    text: { en: `${by} says so` },
    sources: ['source/gazette' as never],
    ...(date ? { date } : {}),
  });
  const parties = [anEntity('place/japan'), anEntity('place/korea')];
  it.each<[what: string, accounts: Account[], day: string, by: string[]]>([
    ['both, in the order of the pack', [account('korea'), account('japan')], '2018-12-30', ['Korea', 'Japan']],
    [
      'both once both have spoken',
      [account('japan', '2018-12-21'), account('korea', '2018-12-22')],
      '2018-12-22',
      ['Japan', 'Korea'],
    ],
    ['neither while one has', [account('japan', '2018-12-21'), account('korea', '2018-12-22')], '2018-12-21', []],
    [
      'neither while a coarse date leaves it open',
      [account('japan', '2018-12-21'), account('korea', '2018-12')],
      '2018-12-22',
      [],
    ],
    [
      'two of one party beside one of the other',
      [account('japan'), account('korea'), account('japan', '2019-01-21')],
      '2020-01-01',
      ['Japan', 'Korea', 'Japan'],
    ],
    ['none of a party alone', [account('japan'), account('japan')], '2020-01-01', []],
  ])('are %s', async (_, accounts, day, by) => {
    const event = anEvent('radar', '2018-12-20', { kind: 'incident', accounts });
    expect((await card([...parties, event], 'event/radar', { day }))?.accounts.map((one) => one.by.text)).toEqual(by);
  });

  it('each have sources of their own', async () => {
    const event = anEvent('radar', '2018-12-20', { accounts: [account('japan'), account('korea')] });
    const accounts = (await card([...parties, event], 'event/radar'))?.accounts ?? [];
    expect(accounts.map(({ sources }) => sources.length)).toEqual([1, 1]);
  });
});

describe('the description', () => {
  it.each([
    ['of what was founded before', '2016-11-23', true],
    ['of what is founded on the day', '2025-09-08', true],
    ['of what was founded in a year past', '2024', true],
    ['not of what is founded later', '2025-09-09', false],
    ['not where the year alone leaves it open', '2025', false],
  ])('is shown %s', async (_, founded, shown) => {
    const pact = anEntity('agreement/pact', { founded, description: { en: 'A pact.' } });
    expect((await card([pact], 'agreement/pact'))?.description?.text ?? null).toBe(shown ? 'A pact.' : null);
  });
});

describe('sources', () => {
  const source = (id: string, fields: Partial<Source>) => aSource(`source/${id}`, { publisher: id, ...fields });
  const kinds = [
    source('dataset', { kind: 'dataset' }),
    source('paper', { kind: 'news' }),
    source('agency', { kind: 'agency' }),
    source('office', { kind: 'official' }),
    source('book', { kind: 'reference' }),
  ];
  const of = (sources: readonly Source[]) => anEntity('person/ito', { sources: sources.map(({ id }) => id) });

  it('are named official first, then agency, newspaper, reference, data set', async () => {
    const model = await card([...kinds, of(kinds)], 'person/ito');
    expect(model?.sources.map(({ publisher }) => publisher)).toEqual(['office', 'agency', 'paper', 'book', 'dataset']);
  });

  it.each<[what: string, fields: Partial<Source>, title: string, published: string | null]>([
    ['of the day', { title: 'Now', published: '2025-09-08' }, 'Now', '2025-09-08'],
    ['of a month past', { title: 'Then', published: '2025-08' }, 'Then', '2025-08'],
    ['of a later day, by its publisher alone', { title: 'New cabinet', published: '2025-10-21' }, 'paper', null],
    ['of a month that is not over, likewise', { title: 'New cabinet', published: '2025-09' }, 'paper', null],
    ['without a day', { title: 'Talks in Seoul' }, 'Talks in Seoul', null],
    ['without a day that names a year past', { title: 'Defense of Japan 2014' }, 'Defense of Japan 2014', null],
    [
      'without a day that names this year or a later one, by its publisher alone',
      { title: 'Vote of 4 October 2025' },
      'paper',
      null,
    ],
    ['with a number that is no year', { title: 'Item 20251 of the archive' }, 'Item 20251 of the archive', null],
  ])('are cited, one %s', async (_, fields, title, published) => {
    const one = source('paper', { kind: 'news', ...fields });
    expect((await card([one, of([one])], 'person/ito'))?.sources).toMatchObject([
      { title, published, publisher: 'paper' },
    ]);
  });

  it('of later days come last, whatever their kind', async () => {
    const late = source('late', { kind: 'official', published: '2025-12-01' });
    const early = source('early', { kind: 'dataset', published: '2025-01-01' });
    const model = await card([late, early, of([late, early])], 'person/ito');
    expect(model?.sources.map(({ publisher }) => publisher)).toEqual(['early', 'late']);
  });

  it('are those of every office up to the day, and of the entity, each once', async () => {
    const list = ['one', 'two', 'three', 'own'].map((id) => source(id, {}));
    const role = (id: string, from: string) => aRole(id, { from, sources: [`source/${id}` as never] });
    const ito = anEntity('person/ito', {
      roles: [role('one', '2001-01-01'), role('two', '2024-01-01'), role('three', '2026-01-01')],
      sources: ['source/own', 'source/one'] as never,
    });
    expect((await card([...list, ito], 'person/ito'))?.sources.map(({ publisher }) => publisher)).toEqual([
      'two',
      'one',
      'own',
    ]);
  });

  it('that are gone are left out', async () => {
    expect(
      (await card([anEntity('person/ito', { sources: ['source/gone' as never] })], 'person/ito'))?.sources,
    ).toEqual([]);
  });
});

it('is none of a record that is gone', async () => {
  expect(await card([anEntity('person/ito')], 'person/nobody')).toBeNull();
});
