import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackId, RecordId, Reference } from '../../../lib/model/ids';
import { toReference } from '../../../lib/model/ids';
import { type Group, readGroups, type Section, SectionReader, writeGroups } from '../../../lib/recognition/binary';
import { compileIndex } from '../../../lib/recognition/compile-index';
import { finish } from '../../../lib/recognition/compile-steps';
import { FormBook } from '../../../lib/recognition/form-book';
import { openWholeIndex } from '../../../lib/recognition/index-file';
import { PrefixTable, writePrefixes } from '../../../lib/recognition/prefix-table';
import { toDay } from '../../../lib/text/edtf';
import {
  aName,
  anEntity,
  anEvent,
  aPack,
  aRole,
  aSeries,
  aTimeline,
  formsOf,
  openAll,
  openIndex,
  SOURCE,
} from '../../support/build-pack';

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
    aTimeline('timeline/a', { events: ['event/visit'] }),
    aTimeline('timeline/by-series', { rule: { series: ['series/visits'] } }),
    aTimeline('timeline/by-participant', { rule: { participants: ['post/minister'] } }),
    aTimeline('timeline/anybody', { events: undefined, rule: { kinds: ['visit'] } }),
    aSeries('series/talks', { events: ['event/before'] }),
    aTimeline('timeline/minister', { events: ['event/before'], rule: { participants: ['post/minister'] } }),
  ],
  { uses: ['world'] },
);
const WHOLE = openAll(WORLD, PACK);
const { index, directory, prefixes } = WHOLE;
const nakatani = directory.targetOf(refer('person/gen-nakatani'));
const namesOf = (form: number) => {
  const [first, end] = index.namesOf(form);
  return Array.from({ length: end - first }, (_, i) => first + i);
};
const everyForm = formsOf(WHOLE);
/** The one name of a form. */
const byForm = (form: string) => namesOf(everyForm.indexOf(form))[0] ?? -1;

/** A table of prefixes, written and opened. */
function reopen(sections: readonly Section[]): PrefixTable {
  const fingerprint = 'f'.repeat(32);
  const buffer = writeGroups(fingerprint, [sections]);
  const [group] = readGroups(buffer, buffer.byteLength, fingerprint) as readonly Group[];
  return new PrefixTable(new SectionReader(group as Group, buffer, 0));
}

describe('NameIndex', () => {
  it('leads from a reference to its target and back', () => {
    for (let target = 0; target < index.targetCount; target++) {
      expect(directory.targetOf(index.reference(target))).toBe(target);
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
  ])('knows no target for %j', (reference) => expect(directory.targetOf(reference)).toBe(-1));

  it('says where every record of every pack is stored', () => {
    [WORLD, PACK].forEach(({ header, records }, pack) => {
      records.forEach((record, i) => {
        const places = [...directory.places(toReference(header.id, record.id))];
        expect(places).toEqual([{ pack, row: Math.floor(i / 4), place: i % 4 }]);
      });
    });
    expect([...directory.places(refer('person/nobody'))]).toEqual([]);
  });

  it('lists the series and timelines that are about somebody, in the order of the packs', () => {
    const about = (...ids: string[]) => {
      const { series, timeline } = directory.listedFor(ids.map((id) => directory.targetOf(refer(id))));
      return [...series, ...timeline].map((reference) => reference.slice('test:'.length));
    };
    expect(about('event/visit')).toEqual(['series/visits', 'timeline/a', 'timeline/by-series', 'timeline/anybody']);
    expect(about('event/before')).toEqual(['series/talks', 'timeline/anybody', 'timeline/minister']);
    expect(about('event/visit', 'event/before')).toEqual([
      'series/visits',
      'series/talks',
      'timeline/a',
      'timeline/by-series',
      'timeline/anybody',
      'timeline/minister',
    ]);
    // The series comes with the timeline whose event it counts.
    expect(about('post/minister')).toEqual([
      'series/talks',
      'timeline/by-participant',
      'timeline/anybody',
      'timeline/minister',
    ]);
    expect(about('person/gen-nakatani', 'place/nowhere')).toEqual(['timeline/anybody']);
  });

  it('keeps what a name says of itself', () => {
    const [full, family, short] = ['gen nakatani', '中谷', 'gen'].map(byForm) as [number, number, number];
    expect([full, family, short].map(index.kind)).toEqual(['full', 'family', 'short']);
    expect([full, family, short].map(index.original)).toEqual(['', '', 'GEN']);
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
    ['gen nakatani', '1000-01-01', true],
  ])('takes %s on %s for valid: %s', (text, day, valid) => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number];
    expect(index.isValidOn(byForm(text), toDay(year, month, date))).toBe(valid);
  });

  it('keeps what a target is', () => {
    const korea = directory.targetOf(refer('place/south-korea'));
    const visit = directory.targetOf(refer('event/visit'));
    const japan = directory.targetOf(refer('place/japan', 'world'));
    expect([nakatani, korea, visit].map(index.type)).toEqual(['person', 'place', 'event']);
    expect([nakatani, korea].map(index.placeKind)).toEqual([null, 'country']);
    expect([nakatani, korea, visit].map(index.country)).toEqual([japan, korea, -1]);
    expect(index.prominence(nakatani)).toBeCloseTo(0.5, 2);
    expect(index.prominence(korea)).toBe(0);
    expect([...directory.events(nakatani)].map(index.reference)).toEqual([refer('event/before'), refer('event/visit')]);
    expect([...index.companions(nakatani)].sort()).toEqual([japan, korea].sort());
    expect([...index.companions(visit)].sort()).toEqual([japan, korea, nakatani].sort());
    expect(directory.eventDays(visit)).toEqual([toDay(2015, 10, 20), toDay(2015, 10, 22)]);
  });

  it('asserts an office to its end, or to the day the record vouches for, and no further', () => {
    const post = directory.targetOf(refer('post/minister'));
    const korea = directory.targetOf(refer('place/south-korea'));
    expect([...index.posts(nakatani)]).toEqual([
      { post, of: korea, from: toDay(2015, 1, 1), to: toDay(2016, 8, 3), number: 0 },
      { post: -1, of: -1, from: toDay(2024, 10, 1), to: toDay(2025, 9, 1), number: 1 },
      { post: -1, of: -1, from: toDay(2020, 1, 1), to: toDay(2020, 12, 31), number: 2 },
      { post: -1, of: -1, from: toDay(2019, 1, 1), to: toDay(2019, 12, 31), number: 3 },
    ]);
  });

  it('keeps the titles of offices, and who held a post', () => {
    const post = directory.targetOf(refer('post/minister'));
    const [held] = index.posts(nakatani);
    expect([...index.titles(0)]).toEqual(['minister']);
    expect([...index.holders(post)]).toEqual([{ holder: nakatani, held }]);
    expect([...index.holders(nakatani)]).toEqual([]);
  });

  it('gives a post the country of its holders’ roles', () => {
    expect(index.country(directory.targetOf(refer('post/minister')))).toBe(
      directory.targetOf(refer('place/south-korea')),
    );
  });

  it('finds who holds the posts of a country on a day', () => {
    const korea = directory.targetOf(refer('place/south-korea'));
    const holders = (year: number) => [...directory.holders(korea, toDay(year, 6, 1))];
    expect(holders(2016)).toEqual([{ post: directory.targetOf(refer('post/minister')), holder: nakatani }]);
    expect(holders(2017)).toEqual([]);
  });

  it('finds forms by their beginning, no more than asked', () => {
    const texts = (prefix: string, limit: number) =>
      [...prefixes.formsWithPrefix(prefix, limit)].map(({ form, text }) => {
        expect(everyForm[form]).toBe(text);
        return text;
      });
    expect(texts('gen', 10)).toEqual(['gen', 'gen nakatani']);
    expect(texts('gen', 1)).toEqual(['gen']);
    expect(texts('中', 10)).toEqual(['中谷']);
    expect(texts('genx', 10)).toEqual([]);
  });

  it('finds by every beginning what begins so, among forms in any order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', '\u4e2d', '\uac00'), maxLength: 6 }), {
          maxLength: 200,
        }),
        fc.string({ unit: fc.constantFrom('a', 'b', '\u4e2d'), maxLength: 3 }),
        (forms, prefix) => {
          const book = new FormBook();
          const numbers = forms.map((form) => book.add(form));
          // What is there already keeps its number.
          expect(forms.map((form) => book.add(form))).toEqual(numbers);
          const sorted = finish(book.sort());
          const found = [...reopen(finish(writePrefixes(sorted))).formsWithPrefix(prefix, 1000)];
          const order = forms.toSorted((a, b) => (a < b ? -1 : 1));
          expect(Array.from(sorted.placeOf, (place) => order[place])).toEqual(forms);
          const wanted = order.flatMap((text, form) => (text.startsWith(prefix) ? { form, text } : []));
          expect(found).toEqual(wanted);
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });

  it('weighs a name as its share among the holders of its own pack', () => {
    const lee = (id: string, weight?: number) =>
      anEntity(id, { names: [aName('Lee', 'family', weight === undefined ? {} : { weight })] });
    const shared = openIndex(
      aPack([lee('person/a', 3_000_000), lee('person/b', 1_000_000), lee('person/c')]),
      aPack([lee('person/d', 5)], { id: 'other' }),
    );
    const [first, end] = shared.namesOf(0);
    const shares = Array.from({ length: end - first }, (_, i) => shared.weight(first + i));
    [0.75, 0.25, 0, 1].forEach((share, i) => {
      expect(Math.abs((shares[i] ?? 0) - share)).toBeLessThan(1 / 255);
    });
    expect(shares.slice(2)).toEqual([0, 1]);
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

  it('weighs the only holder of a name as all of it, where the pack gives weights', () => {
    const one = openIndex(
      aPack([
        anEntity('person/a', { names: [aName('Ann Lee', 'full', { weight: 3 })] }),
        anEntity('person/b', { names: [aName('Ben Lee')] }),
      ]),
    );
    expect([0, 1].map((form) => one.weight(one.namesOf(form)[0]))).toEqual([1, 0]);
  });

  it('keeps apart more than 256 countries and kinds of ids', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const kinds = Array.from({ length: 300 }, (_, i) => `${letters[i % 26]}${letters[Math.floor(i / 26)]}`);
    const many = openAll(
      aPack(kinds.map((kind) => anEntity(`${kind}/of-${kind}`, { type: 'place', placeKind: 'country' }))),
    );
    kinds.forEach((kind) => {
      const target = many.directory.targetOf(refer(`${kind}/of-${kind}`));
      expect(target).toBeGreaterThanOrEqual(0);
      expect(many.index.country(target)).toBe(target);
    });
  });

  it('keeps no more than 24 companions, of the first 32 members of an event', () => {
    const people = Array.from({ length: 100 }, (_, i) => `person/p${String(i).padStart(3, '0')}`);
    const crowd = openAll(
      aPack([
        ...people.map((id) => anEntity(id)),
        anEvent('event/assembly', { participants: people.map((entity) => ({ entity })) }),
      ]),
    );
    const companions = (id: string) => crowd.index.companions(crowd.directory.targetOf(refer(id))).length;
    expect([people[0], people[31], people[32], 'event/assembly'].map((id) => companions(id as string))).toEqual([
      24, 24, 0, 24,
    ]);
    // But all of them took part.
    expect(crowd.directory.events(crowd.directory.targetOf(refer('person/p099')))).toHaveLength(1);
  });

  it('is the same buffer for the same packs', () => {
    const compile = () => compileIndex([{ ...PACK, rowSize: 4 }], 'ab'.repeat(16));
    expect(new Uint8Array(compile())).toEqual(new Uint8Array(compile()));
    expect(openWholeIndex(compile(), 'cd'.repeat(16))).toBe('other-fingerprint');
  });
});
