import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../lib/model/pack';
import type { Target } from '../../../lib/recognition/compile-names';
import { sameEntities } from '../../../lib/recognition/same-entities';

const item = (id: string): string => `https://www.wikidata.org/wiki/${id}`;
const byCode = (code: string): string => `https://www.wikidata.org/w/index.php?search=haswbstatement:P300=${code}`;

const target = (pack: number, sameAs: readonly string[], type = 'place'): Target =>
  ({ reference: `p${pack}:place/x`, pack, record: { record: 'entity', type, sameAs } as unknown as Entity }) as Target;

describe('sameEntities', () => {
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
    expect([...sameEntities(targets)]).toEqual(same);
  });
});
