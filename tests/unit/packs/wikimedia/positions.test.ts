/** Nobody is in office by omission: what a statement without an end asserts. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ITEM_ANSWER, type Statement } from '../../../../lib/packs/wikimedia/answers';
import { postsOf, rolesOf } from '../../../../lib/packs/wikimedia/positions';
import { position } from '../../../support/wikimedia-items';

const TODAY = '2026-11-25';
const OPEN = { to: '..', asOf: TODAY };

const statements = (...all: object[]): readonly Statement[] =>
  v.parse(ITEM_ANSWER, { entities: { Q1: { id: 'Q1', claims: { P39: all } } } }).entities.Q1?.claims.P39 ?? [];

const roles = (all: object[], isDead = false) =>
  rolesOf(statements(...all), {
    retrieved: TODAY,
    titles: new Map(['Q11', 'Q12'].map((post) => [post, { en: post }])),
    source: 'source/wikidata' as never,
    isDead,
  }).map(({ title, sources: _, ...dates }) => ({ post: title.en, ...dates }));

describe('rolesOf', () => {
  it.each<[string, object[], object[]]>([
    ['both ends', [position('Q11', { from: '2015-03', to: '2018' })], [{ post: 'Q11', from: '2015-03', to: '2018' }]],
    ['only an end', [position('Q11', { to: '2018' })], [{ post: 'Q11', to: '2018' }]],
    ['no date at all', [position('Q11', {})], []],
    [
      'preferred, without an end',
      [position('Q11', { rank: 'preferred', from: '1999' })],
      [{ post: 'Q11', from: '1999', ...OPEN }],
    ],
    ['"no end"', [position('Q11', { from: '1999', to: 'novalue' })], [{ post: 'Q11', from: '1999', ...OPEN }]],
    ['an end that is not known', [position('Q11', { from: '2024', to: 'somevalue' })], [{ post: 'Q11', from: '2024' }]],
    ['begun of late', [position('Q11', { from: '2023-01-01' })], [{ post: 'Q11', from: '2023-01-01', ...OPEN }]],
    ['begun long ago', [position('Q11', { from: '2019-01-01' })], [{ post: 'Q11', from: '2019-01-01' }]],
    ['replaced', [position('Q11', { from: '2024', replacedBy: 'Q9' })], [{ post: 'Q11', from: '2024' }]],
    [
      'the same post again later',
      [position('Q11', { from: '2023' }), position('Q11', { from: '2025' })],
      [
        { post: 'Q11', from: '2023' },
        { post: 'Q11', from: '2025', ...OPEN },
      ],
    ],
    [
      'an end still to come',
      [position('Q11', { from: '2024', to: '2028-01-01' })],
      [{ post: 'Q11', from: '2024', ...OPEN }],
    ],
    ['a beginning still to come', [position('Q11', { from: '2027' })], []],
    ['an end before its beginning', [position('Q11', { from: '2020', to: '2010' })], []],
    ['deprecated', [position('Q11', { rank: 'deprecated', from: '2020', to: '2021' })], []],
    ['a post without a name', [position('Q99', { from: '2020', to: '2021' })], []],
    [
      'in order of time',
      [position('Q12', { from: '2020', to: '2021' }), position('Q11', { from: '2001', to: '2002' })],
      [
        { post: 'Q11', from: '2001', to: '2002' },
        { post: 'Q12', from: '2020', to: '2021' },
      ],
    ],
  ])('%s', (_, given, expected) => {
    expect(roles(given)).toEqual(expected);
  });

  it('the dead hold no office', () => {
    expect(roles([position('Q11', { rank: 'preferred', from: '1999' })], true)).toEqual([
      { post: 'Q11', from: '1999' },
    ]);
  });
});

describe('postsOf', () => {
  it('names each post once', () => {
    expect(postsOf(statements(position('Q11', {}), position('Q12', {}), position('Q11', {})))).toEqual(['Q11', 'Q12']);
  });
});
