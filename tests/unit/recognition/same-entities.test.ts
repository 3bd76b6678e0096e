import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../lib/model/pack';
import { SameEntities } from '../../../lib/recognition/same-entities';

const item = (id: string): string => `https://www.wikidata.org/wiki/${id}`;
const byCode = (code: string): string => `https://www.wikidata.org/w/index.php?search=haswbstatement:P300=${code}`;

interface Target {
  readonly pack: number;
  readonly record: Entity;
}

const target = (pack: number, sameAs: readonly string[], type = 'place'): Target => ({
  pack,
  record: { record: 'entity', type, sameAs } as unknown as Entity,
});

function sameEntities(targets: readonly Target[]): number[] {
  const same = new SameEntities(
    (target) => targets[target]?.record.type ?? 'thing',
    (target) => targets[target]?.pack ?? -1,
  );
  return targets.map(({ record, pack }, number) => same.add(record, number, pack));
}

describe('records of several packs', () => {
  it.each([
    ['an item in two packs', [target(0, [item('Q1')]), target(1, [item('Q1')])], [0, 0]],
    ['either form of the address', [target(0, [item('Q1')]), target(1, ['http://www.wikidata.org/entity/Q1'])], [0, 0]],
    ['two records of one pack', [target(0, [item('Q1')]), target(0, [item('Q1')])], [0, 1]],
    ['a place and a person', [target(0, [item('Q1')]), target(1, [item('Q1')], 'person')], [0, 1]],
    ['a code of ISO 3166-2', [target(0, [byCode('JP-03')]), target(1, [item('Q48326'), byCode('JP-03')])], [0, 0]],
    ['another code', [target(0, [byCode('JP-03')]), target(1, [byCode('JP-04')])], [0, 1]],
    [
      'a third by the item that the second told of',
      [target(0, [byCode('JP-03')]), target(1, [item('Q48326'), byCode('JP-03')]), target(2, [item('Q48326')])],
      [0, 0, 0],
    ],
    ['any other address', [target(0, ['https://example.org/x']), target(1, ['https://example.org/x'])], [0, 1]],
  ])('%s', (_, targets, same) => {
    expect(sameEntities(targets)).toEqual(same);
  });
});
