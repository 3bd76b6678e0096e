import { describe, expect, it } from 'vitest';
import { diffPacks, type Version } from '../../../lib/packs/diff-packs';
import { canonicalJson, diffValues } from '../../../lib/packs/diff-values';
import { aName, anEntity, anEvent, aPack, aRole, aSource, type BuiltPack } from '../../support/build-pack';

const version = ({ header, records }: BuiltPack): Version => ({
  header,
  read: async (take) => {
    for (const record of records) take([record]);
  },
});
const diff = (a: BuiltPack, b: BuiltPack) => diffPacks(version(a), version(b));

describe('diffPacks', () => {
  const before = aPack([
    aSource({ url: 'https://gazette.example/1' }),
    anEntity('person/a', {
      roles: [aRole({ from: '2020' }), aRole({ title: { en: 'Mayor' }, from: '2010', to: '2012' })],
    }),
    anEntity('person/b'),
    anEntity('person/c'),
  ]);

  it('names what changed by id and field, what came, what was taken back and what is gone', async () => {
    const after = aPack(
      [
        aSource({ url: 'https://gazette.example/1' }),
        anEntity('person/a', {
          roles: [aRole({ title: { en: 'Mayor' }, from: '2010', to: '2013' }), aRole({ from: '2020' })],
          names: [aName('A'), aName('Ay')],
        }),
        { record: 'withdrawn', id: 'person/b', reason: 'Two persons.', date: '2025' } as never,
        anEvent('event/new'),
      ],
      { version: '2' },
    );
    expect(await diff(before, after)).toEqual({
      header: [{ field: 'version', before: '1', after: '2' }],
      changed: [
        {
          id: 'person/a',
          fields: [
            { field: 'names.1', after: aName('Ay') },
            { field: 'roles.0.to', before: '2012', after: '2013' },
          ],
        },
      ],
      added: ['event/new'],
      withdrawn: [{ id: 'person/b', reason: 'Two persons.', date: '2025' }],
      removed: ['person/c'],
      same: 1,
    });
  });

  it('finds nothing between a pack and its records in another order', async () => {
    const turned = { ...before, records: before.records.toReversed() };
    expect(await diff(before, turned)).toEqual({
      header: [],
      changed: [],
      added: [],
      withdrawn: [],
      removed: [],
      same: 4,
    });
  });
});

describe('diffValues', () => {
  it.each<readonly [before: unknown, after: unknown, changes: unknown]>([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, []],
    [{ a: 1 }, { a: 2 }, [{ field: 'a', before: 1, after: 2 }]],
    [{ a: 1 }, {}, [{ field: 'a', before: 1 }]],
    [{}, { a: null }, [{ field: 'a', after: null }]],
    [{ a: ['x', 'y'] }, { a: ['y', 'x'] }, []],
    [{ a: ['x', 'x'] }, { a: ['x'] }, [{ field: 'a.1', before: 'x' }]],
    [{ a: ['x'] }, { a: { x: 1 } }, [{ field: 'a', before: ['x'], after: { x: 1 } }]],
    [{ 'x-a.b': { c: 1 } }, { 'x-a.b': { c: 2 } }, [{ field: 'x-a.b.c', before: 1, after: 2 }]],
  ])('of %j and %j are %j', (before, after, changes) => {
    expect(diffValues(before, after)).toEqual(changes);
  });

  it('has one text for equal values', () => {
    expect(canonicalJson({ b: [1, { d: 1, c: 2 }], a: 'x' })).toBe('{"a":"x","b":[1,{"c":2,"d":1}]}');
  });
});
