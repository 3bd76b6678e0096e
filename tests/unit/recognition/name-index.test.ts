import { describe, expect, it } from 'vitest';
import type { PackId, RecordId, Reference } from '../../../lib/model/ids';
import { toReference } from '../../../lib/model/ids';
import { compileIndex } from '../../../lib/recognition/compile-index';
import { NameIndex } from '../../../lib/recognition/name-index';
import { toDay } from '../../../lib/text/edtf';
import { aName, anEntity, anEvent, aPack, aRole, aSeries, openIndex, SOURCE } from '../../support/build-pack';

const refer = (id: string, pack = 'test') => toReference(pack as PackId, id as RecordId);

const WORLD = aPack([anEntity('place/japan', { placeKind: 'country' })], { id: 'world' });
const PACK = aPack(
  [
    anEntity('place/south-korea', { placeKind: 'country' }),
    anEntity('post/minister'),
    anEntity('person/gen-nakatani', {
      prominence: 0.5,
      names: [
        aName('Gen Nakatani'),
        aName('中谷', 'family', { lang: 'ja', from: '2015', to: '2016-06', needs: 'title' }),
        aName('GEN', 'short', { caseSensitive: true, needs: 'context' }),
      ],
      relations: [{ kind: 'citizen', to: 'world:place/japan', sources: [SOURCE] }],
      roles: [
        aRole({ post: 'post/minister', of: 'place/south-korea', from: '2015', to: '2016-08-03' }),
        aRole({ from: '2024-10-01', to: '..', asOf: '2025-09-01' }),
        aRole({ from: undefined, to: undefined, asOf: '2020' }),
        aRole({ from: '2019', to: undefined }),
      ],
    }),
    anEvent('event/visit', {
      date: '2015-10-20/2015-10-22',
      names: [aName('Visit of 2015')],
      participants: [{ entity: 'person/gen-nakatani' }, { entity: 'world:place/japan' }],
      places: ['place/south-korea'],
    }),
    anEvent('event/before', { date: '2009', participants: [{ entity: 'person/gen-nakatani' }] }),
    aSeries('series/visits', { events: ['event/visit'] }),
  ],
  { uses: ['world'] },
);
const index = openIndex(WORLD, PACK);
const nakatani = index.targetOf(refer('person/gen-nakatani'));
const namesOf = (form: number) => {
  const [first, end] = index.namesOf(form);
  return Array.from({ length: end - first }, (_, i) => first + i);
};
const everyName = Array.from({ length: index.formCount }, (_, form) => namesOf(form)).flat();
const byText = (text: string) => everyName.find((name) => index.original(name) === text) ?? -1;

describe('NameIndex', () => {
  it('leads from a reference to its target and back', () => {
    for (let target = 0; target < index.targetCount; target++) {
      expect(index.targetOf(index.reference(target))).toBe(target);
    }
    expect(index.targetCount).toBe(6);
  });

  it.each([
    refer('series/visits'),
    refer(SOURCE),
    refer('person/nobody'),
    refer('place/japan'),
    '' as Reference,
    'zzz' as Reference,
  ])('knows no target for %j', (reference) => expect(index.targetOf(reference)).toBe(-1));

  it('says where every record of every pack is stored', () => {
    [WORLD, PACK].forEach(({ header, records }, pack) => {
      records.forEach((record, i) => {
        const place = index.locate(toReference(header.id, record.id));
        expect(place).toEqual({ pack, kind: record.record, row: Math.floor(i / 4) });
      });
    });
    expect(index.locate(refer('person/nobody'))).toBeNull();
  });

  it('lists the references of one kind in order', () => {
    expect([...index.references('event')]).toEqual([refer('event/before'), refer('event/visit')]);
  });

  it('keeps what a name says of itself', () => {
    const [full, family, short] = ['Gen Nakatani', '中谷', 'GEN'].map(byText) as [number, number, number];
    expect([full, family, short].map(index.kind)).toEqual(['full', 'family', 'short']);
    expect([full, family, short].map(index.language)).toEqual(['en', 'ja', 'en']);
    expect([full, family, short].map(index.isCaseSensitive)).toEqual([false, false, true]);
    expect([full, family, short].map(index.needsTitle)).toEqual([false, true, false]);
    expect([full, family, short].map(index.needsContext)).toEqual([false, false, true]);
    expect([full, family, short].map(index.target)).toEqual([nakatani, nakatani, nakatani]);
  });

  it.each([
    ['中谷', '2014-12-31', false],
    ['中谷', '2015-01-01', true],
    ['中谷', '2016-06-30', true],
    ['中谷', '2016-07-01', false],
    ['Gen Nakatani', '1000-01-01', true],
  ])('takes %s on %s for valid: %s', (text, day, valid) => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number];
    expect(index.isValidOn(byText(text), toDay(year, month, date))).toBe(valid);
  });

  it('keeps what a target is', () => {
    const korea = index.targetOf(refer('place/south-korea'));
    const visit = index.targetOf(refer('event/visit'));
    const japan = index.targetOf(refer('place/japan', 'world'));
    expect([nakatani, korea, visit].map(index.type)).toEqual(['person', 'place', 'event']);
    expect([nakatani, korea].map(index.placeKind)).toEqual([null, 'country']);
    expect([nakatani, korea, visit].map(index.country)).toEqual([japan, korea, -1]);
    expect([nakatani, korea].map(index.prominence)).toEqual([0.5, 0]);
    expect([...index.events(nakatani)].map(index.reference)).toEqual([refer('event/before'), refer('event/visit')]);
    expect([...index.companions(nakatani)].sort()).toEqual([japan, korea].sort());
    expect([...index.companions(visit)].sort()).toEqual([japan, korea, nakatani].sort());
    expect(index.eventDays(visit)).toEqual([toDay(2015, 10, 20), toDay(2015, 10, 22)]);
  });

  it('asserts an office to its end, or to the day the record vouches for, and no further', () => {
    const post = index.targetOf(refer('post/minister'));
    const korea = index.targetOf(refer('place/south-korea'));
    expect([...index.posts(nakatani)]).toEqual([
      { post, of: korea, from: toDay(2015, 1, 1), to: toDay(2016, 8, 3) },
      { post: -1, of: -1, from: toDay(2024, 10, 1), to: toDay(2025, 9, 1) },
      { post: -1, of: -1, from: toDay(2020, 1, 1), to: toDay(2020, 12, 31) },
      { post: -1, of: -1, from: toDay(2019, 1, 1), to: toDay(2019, 12, 31) },
    ]);
  });

  it('finds forms by their beginning, no more than asked', () => {
    const texts = (prefix: string, limit: number) =>
      [...index.formsWithPrefix(prefix, limit)].flatMap(namesOf).map(index.original);
    expect(texts('gen', 10)).toEqual(['GEN', 'Gen Nakatani']);
    expect(texts('gen', 1)).toEqual(['GEN']);
    expect(texts('中', 10)).toEqual(['中谷']);
    expect(texts('genx', 10)).toEqual([]);
  });

  it('weighs a name as its share among the holders of its own pack', () => {
    const lee = (id: string, weight?: number) =>
      anEntity(id, { names: [aName('Lee', 'family', weight === undefined ? {} : { weight })] });
    const shared = openIndex(
      aPack([lee('person/a', 3_000_000), lee('person/b', 1_000_000), lee('person/c')]),
      aPack([lee('person/d', 5)], { id: 'other' }),
    );
    const [first, end] = shared.namesOf(0);
    expect(Array.from({ length: end - first }, (_, i) => shared.weight(first + i))).toEqual([0.75, 0.25, 0, 1]);
  });

  it('keeps the fifty most prominent holders of one name', () => {
    const crowd = Array.from({ length: 60 }, (_, i) =>
      anEntity(`person/p${i}`, { prominence: i / 60, names: [aName('Kim', 'family')] }),
    );
    const crowded = openIndex(aPack(crowd));
    const [first, end] = crowded.namesOf(0);
    expect(end - first).toBe(50);
    expect(crowded.reference(crowded.target(first))).toBe(refer('person/p59'));
  });

  it('keeps apart more than 256 languages', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const tags = Array.from({ length: 300 }, (_, i) => `${letters[i % 26]}${letters[Math.floor(i / 26)]}`);
    const babel = openIndex(
      aPack(tags.map((lang, i) => anEntity(`topic/t${i}`, { names: [aName(`Word ${lang}`, 'full', { lang })] }))),
    );
    for (let name = 0; name < tags.length; name++) {
      expect(babel.original(name)).toBe(`Word ${babel.language(name)}`);
    }
  });

  it('is the same buffer for the same packs', () => {
    const compile = () => compileIndex([{ ...PACK, rowSize: 4 }], 'ab'.repeat(16));
    expect(new Uint8Array(compile())).toEqual(new Uint8Array(compile()));
    expect(NameIndex.open(compile(), 'cd'.repeat(16))).toBe('other-fingerprint');
  });
});
