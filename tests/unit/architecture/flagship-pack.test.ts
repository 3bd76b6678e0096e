/** The bundled flagship pack: sound, complete in three languages, and counting what it says it counts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../lib/cli/files';
import type { Entity, PackEvent, PackRecord, Series, Source, Timeline } from '../../../lib/model/pack';
import { type CheckedPack, checkPack } from '../../../lib/packs/check-pack';
import {
  inadmissibleSources,
  LANGUAGES,
  laterThanTheEvent,
  loneDisputedNames,
  missingLanguages,
  offHouseStyle,
  ofKind,
  outOfOffice,
  overlappingHolders,
  prose,
  riskyNames,
  timeInDescriptions,
  tooLong,
  undatedOrUnsourced,
  unequalAccounts,
  unusedSources,
  unverifiedLabels,
  unverifiedProse,
  wordingOf,
  wrongMembers,
} from '../../support/pack-review';

const PATH = join(import.meta.dirname, '../../../public/packs/japan-rok-defense.jsonl');

const TO_ROK = { from: 'place/japan', to: 'place/south-korea' };
const TO_JAPAN = { from: 'place/south-korea', to: 'place/japan' };

/** What may be a member of each series: a port call, a band or a put-off trip is no minister's visit. */
const MEMBERS = {
  'series/japan-defense-ministers-to-rok': { kinds: ['visit'], direction: TO_ROK },
  'series/rok-defense-ministers-to-japan': { kinds: ['visit'], direction: TO_JAPAN },
  'series/defense-ministers-meetings': { kinds: ['visit', 'meeting', 'agreement'] },
  'series/trilateral-defense-ministers-meetings': { kinds: ['meeting'] },
  'series/leaders-rok-to-japan': { kinds: ['summit'], direction: TO_JAPAN },
  'series/leaders-japan-to-rok': { kinds: ['summit'], direction: TO_ROK },
  'series/radar-dispute': { kinds: ['incident', 'meeting', 'agreement'] },
  'series/gsomia': { kinds: ['agreement'] },
  'series/freedom-edge': { kinds: ['exercise'] },
  'series/leaders-joint-texts': { kinds: ['summit'] },
};

/** Japanese and Korean labels in a form that no source shows. May only fall: a found source takes one away. */
const UNVERIFIED_LABELS_LEFT = 119;

let pack: CheckedPack;
let byId: Map<string, PackRecord>;

beforeAll(async () => {
  const checked = await checkPack(readFileSync(PATH, 'utf8'), sha256);
  if ('problems' in checked)
    throw new Error(checked.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  pack = checked.pack;
  byId = new Map(pack.records.map((record) => [record.id, record]));
});

const eventOf = (id: string) => byId.get(id) as PackEvent;

describe('the texts of the flagship pack', () => {
  it('are there in English, Japanese and Korean: 0 fallbacks', () => {
    const labels = ofKind(pack.records, 'entity').map(({ id, label }) => [`${id} label`, label] as const);
    expect(missingLanguages([['header title', pack.header.title], ...labels, ...prose(pack.records)])).toEqual([]);
    expect(unverifiedProse(pack.records)).toEqual([]);
  });

  it('mark as unverified only forms of names, and no more of them than before', () => {
    const left = unverifiedLabels(pack.records);
    expect(left.filter(({ type }) => ['post', 'topic', 'agreement'].includes(type))).toEqual([]);
    expect(left.length).toBeLessThanOrEqual(UNVERIFIED_LABELS_LEFT);
  });

  it('know nothing later than their own day', () => {
    expect(timeInDescriptions(ofKind(pack.records, 'entity'))).toEqual([]);
    expect(laterThanTheEvent(ofKind(pack.records, 'event'))).toEqual([]);
  });

  it('give both names of a disputed place', () => {
    const labels = ofKind(pack.records, 'entity').map(({ id, label }) => [`${id} label`, label] as const);
    expect(loneDisputedNames([...labels, ...prose(pack.records)])).toEqual([]);
  });

  it('are in the house style and short enough for a card', () => {
    expect(offHouseStyle(prose(pack.records))).toEqual([]);
    expect(tooLong(pack.records)).toEqual([]);
  });
});

describe('the facts of the flagship pack', () => {
  it('rest on sources that may stand, and on all that are listed', () => {
    expect(inadmissibleSources(pack.records)).toEqual([]);
    expect(unusedSources(pack.records)).toEqual([]);
  });

  it('are dated and sourced', () => {
    expect(undatedOrUnsourced(pack.records)).toEqual([]);
  });

  it('put one holder at a time into an office', () => {
    expect(overlappingHolders(pack.records)).toEqual([]);
  });

  it('let nobody take part in an event in an office that the record does not give them on that day', () => {
    expect(outOfOffice(pack.records)).toEqual([]);
  });

  it('say how well known each entity is', () => {
    const odd = ofKind(pack.records, 'entity').filter(({ prominence = -1 }) => prominence < 0.1 || prominence > 1);
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it('ask for evidence where a form of a name often means something else', () => {
    expect(riskyNames(ofKind(pack.records, 'entity'))).toEqual([]);
  });

  it.each([
    ['post/japan-defense-minister', '2025-09-08', 'person/gen-nakatani'],
    ['post/rok-defense-minister', '2025-09-08', 'person/ahn-gyu-back'],
    ['post/japan-defense-minister', '2015-10-20', 'person/gen-nakatani'],
    ['post/rok-defense-minister', '2015-10-20', 'person/han-min-koo'],
    ['post/japan-defense-agency-director-general', '1979-07-25', 'person/ganri-yamashita'],
    ['post/rok-defense-minister', '2007-02-25', 'person/kim-jang-soo'],
    ['post/japan-defense-minister', '2018-12-20', 'person/takeshi-iwaya'],
    ['post/rok-president', '2025-01-15', 'person/choi-sang-mok'],
  ])('know the holder of %s on %s', (post, day, holder) => {
    const holders = ofKind(pack.records, 'entity').filter(({ roles }) =>
      roles?.some(
        ({ post: held, from = '', to = '..', asOf = '' }) =>
          held === post && from <= day && day <= (to === '..' ? asOf : to),
      ),
    );
    // An acting holder stands beside the one acted for.
    expect(holders.map(({ id }) => id)).toContain(holder);
    expect(holders.length).toBeLessThanOrEqual(post === 'post/rok-president' ? 2 : 1);
  });
});

describe('the series of the flagship pack', () => {
  it('name held events of the right kind and direction only', () => {
    expect(wrongMembers(pack.records, MEMBERS)).toEqual([]);
  });

  it('say in words what they cover, and from when to when', () => {
    expect(ofKind(pack.records, 'series').filter(({ coverage }) => coverage.length === 0)).toEqual([]);
  });

  it.each([
    ['series/japan-defense-ministers-to-rok', 12],
    ['series/rok-defense-ministers-to-japan', 10],
  ])('count in %s %i visits held', (id, held) => {
    expect((byId.get(id) as Series).events).toHaveLength(held);
  });

  it('leave out the put-off trips of 2008, 2012 and 2024, which the first timeline draws', () => {
    const timeline = ofKind(pack.records, 'timeline')[0] as Timeline;
    expect(timeline.title.en).toBe('Japan–South Korea defense visits');
    const visits = ['series/japan-defense-ministers-to-rok', 'series/rok-defense-ministers-to-japan'];
    const counted = visits.flatMap((id) => (byId.get(id) as Series).events);
    const drawn = timeline.events ?? [];
    expect(counted.filter((id) => !drawn.includes(id))).toEqual([]);
    const notCounted = drawn.filter((id) => !counted.includes(id)).map(eventOf);
    expect(notCounted.map(({ date, status }) => `${date.slice(0, 7)} ${status}`)).toEqual([
      '2008 cancelled',
      '2012-05 postponed',
      '2024-12 postponed',
    ]);
  });
});

describe('the accounts of the flagship pack', () => {
  it('are two or more, of about the same length, each with a source of its own', () => {
    // One newspaper report carries both statements of September 1995.
    const events = ofKind(pack.records, 'event').filter(({ id }) => id !== 'event/1995-09-22-eto-seoul');
    expect(unequalAccounts(events)).toEqual([]);
  });

  it('give each side of the radar dispute an official source of its own, and the event neither side', () => {
    const { accounts = [], title, summary } = eventOf('event/2018-12-20-radar-lock-on');
    expect(accounts.map(({ by }) => by)).toEqual(['place/japan', 'place/south-korea']);
    const [ours = [], theirs = []] = accounts.map(({ sources }) => sources as readonly string[]);
    expect(ours.filter((id) => theirs.includes(id))).toEqual([]);
    for (const sources of [ours, theirs])
      expect(sources.map((id) => (byId.get(id) as Source).kind)).toContain('official');
    for (const lang of LANGUAGES)
      expect(`${wordingOf(title, lang)} ${wordingOf(summary, lang)}`).not.toMatch(
        /radar|threat|照射|レーダー|威嚇|레이더|위협/i,
      );
  });
});

describe('the review finds', () => {
  const entity = (fields: Partial<Entity>): Entity => ({
    record: 'entity',
    id: 'person/x' as Entity['id'],
    type: 'person',
    label: { en: 'X' },
    names: [],
    sources: [],
    ...fields,
  });
  const event = (fields: Partial<PackEvent>): PackEvent => ({
    record: 'event',
    id: 'event/x' as PackEvent['id'],
    date: '2015-10-20',
    kind: 'visit',
    status: 'held',
    title: { en: 'X visits Seoul', ja: 'X', ko: 'X' },
    participants: [],
    sources: ['source/x' as Source['id']],
    ...fields,
  });
  const term = (from: string, to: string, fields = {}) => ({
    title: { en: 'Minister' },
    post: 'post/m' as Entity['id'],
    sources: [],
    from,
    to,
    ...fields,
  });

  it('a missing language and an unverified sentence', () => {
    const records = [entity({ description: { en: 'Politician.', ja: { text: '政治家', auto: true } } })];
    expect(missingLanguages(prose(records))).toEqual(['person/x description ko']);
    expect(unverifiedProse(records)).toEqual(['person/x description ja']);
  });

  it.each(['Former prime minister.', 'Politician until 2019.', 'Former lawmaker.', 'Minister of Defense.'])(
    'what passes with time in "%s"',
    (en) => {
      expect(timeInDescriptions([entity({ description: { en } })])).not.toEqual([]);
    },
  );

  it.each(['元防衛大臣', '現職の議員'])('what passes with time in 「%s」', (ja) => {
    expect(timeInDescriptions([entity({ description: { ja } })])).not.toEqual([]);
  });

  it('hindsight of an event, by year and by word', () => {
    expect(laterThanTheEvent([event({ summary: { en: 'The last visit before 2025.' } })])).toHaveLength(1);
    expect(laterThanTheEvent([event({ summary: { en: 'The plan was later dropped.' } })])).toHaveLength(1);
  });

  it('two holders of one post, but not one who acts for another', () => {
    const rest = entity({ id: 'person/y' as Entity['id'], roles: [term('2015-01-01', '2016-01-01')] });
    expect(overlappingHolders([entity({ roles: [term('2014-01-01', '2015-02-01')] }), rest])).toHaveLength(1);
    expect(overlappingHolders([entity({ roles: [term('2014-01-01', '2015-01-01')] }), rest])).toEqual([]);
    const acting = entity({ roles: [term('2014-01-01', '2015-02-01', { capacity: 'acting' })] });
    expect(overlappingHolders([acting, rest])).toEqual([]);
  });

  it('somebody who takes part in an office before holding it', () => {
    const participants = [{ entity: 'person/x' as Entity['id'], as: 'post/m' as Entity['id'] }];
    const held = entity({ roles: [term('2015-01-01', '2016-01-01')] });
    expect(outOfOffice([held, event({ participants })])).toEqual([]);
    expect(outOfOffice([held, event({ participants, date: '2014-10-20' })])).toHaveLength(1);
  });

  it('a mirror, a repository that poses as news, a source that nobody cites', () => {
    const source = (url: string): Source => ({
      record: 'source',
      id: 'source/y' as Source['id'],
      title: 'Y',
      publisher: 'Y',
      kind: 'news',
      url,
    });
    expect(inadmissibleSources([source('https://ja-wiki.pages.dev/wiki/Y')])).toHaveLength(1);
    expect(inadmissibleSources([source('https://github.com/y/news')])).toHaveLength(1);
    expect(unusedSources([source('https://example.org/'), event({})])).toEqual(['source/y']);
  });

  it('an undated role and an event without a source', () => {
    expect(undatedOrUnsourced([entity({ roles: [{ title: {}, sources: [] }] }), event({ sources: [] })])).toHaveLength(
      3,
    );
  });

  it('a put-off trip, a port call and a stranger in a series', () => {
    const series = (id: string): Series => ({
      record: 'series',
      id: id as Series['id'],
      title: {},
      counts: {},
      events: ['event/x' as PackEvent['id']],
      coverage: [],
    });
    const rules = { 'series/s': { kinds: ['visit'], direction: TO_ROK } };
    const direction = TO_ROK as PackEvent['direction'] & object;
    expect(wrongMembers([series('series/s'), event({ direction })], rules)).toEqual([]);
    expect(wrongMembers([series('series/s'), event({ direction, status: 'postponed' })], rules)).toHaveLength(1);
    expect(wrongMembers([series('series/s'), event({ direction, kind: 'exercise' })], rules)).toHaveLength(1);
    expect(wrongMembers([series('series/s'), event({})], rules)).toHaveLength(1);
    expect(wrongMembers([series('series/t'), event({})], rules)).toHaveLength(1);
  });

  it('a disputed place under one name, a British spelling, a title too long for a card', () => {
    expect(loneDisputedNames([['x', { en: 'A flight near Dokdo' }]])).toHaveLength(1);
    expect(loneDisputedNames([['x', { ko: '독도(다케시마) 부근 비행' }]])).toEqual([]);
    expect(offHouseStyle([['x', { en: 'The defence minister', ja: '韓日の会談', ko: '일한 회담' }]])).toHaveLength(3);
    expect(tooLong([event({ title: { en: 'visit '.repeat(20) } })])).toHaveLength(1);
  });

  it('an abbreviation, a title and a two-character name that ask for nothing', () => {
    const name = (text: string, kind: 'abbreviation' | 'title' | 'full', lang = 'en') => ({ text, kind, lang });
    const names = [name('AP', 'abbreviation'), name('President', 'title'), name('서욱', 'full', 'ko')];
    expect(riskyNames([entity({ names })])).toHaveLength(3);
    expect(
      riskyNames([entity({ names: names.map((risky) => ({ ...risky, needs: 'context', caseSensitive: true })) })]),
    ).toEqual([]);
  });

  it('one account alone, and one with twice the room of the other', () => {
    const account = (en: string, source = en) => ({
      by: 'place/japan' as Entity['id'],
      text: { en, ja: '', ko: '' },
      sources: [source as Source['id']],
    });
    expect(
      unequalAccounts([event({ accounts: [account('No.', 'source/y'), account('Yes', 'source/y')] })]),
    ).toHaveLength(2);
    expect(unequalAccounts([event({ accounts: [account('Japan says no.')] })])).toHaveLength(1);
    expect(unequalAccounts([event({ accounts: [account('No.'), account('Yes, and more.')] })])).toHaveLength(1);
  });
});
