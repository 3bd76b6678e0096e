/** Which two names a briefing offers by itself. */
import { describe, expect, it } from 'vitest';
import { offerPairs } from '../../../lib/briefing/offer-pairs';
import type { CastRow } from '../../../lib/briefing/view-models';
import type { BlockKind } from '../../../lib/model/article';
import { ref } from '../../support/build-facts';

const row = (slug: string, type: CastRow['type'] = 'person'): CastRow => ({
  reference: ref(`${type}/${slug}`),
  type,
  group: 'people',
  name: { text: slug, lang: 'en' },
  native: null,
  role: null,
  positions: [],
  mentions: 1,
  salience: 1,
  sources: [],
});
const CAST = [row('ito'), row('kim'), row('abe'), row('japan', 'place'), row('sato')];

/** Where names stand: `ito@0:10` begins at unit 10 of block 0. */
const places = (text: string) =>
  text.split(' ').map((one) => {
    const [slug = '', at = ''] = one.split('@');
    const [block, start] = at.split(':').map(Number) as [number, number];
    const type = slug === 'japan' ? 'place' : 'person';
    return { block, start, end: start + slug.length, entity: ref(`${type}/${slug}`) };
  });

const blocks = (kind: BlockKind = 'text') => [0, 1, 2].map((id) => ({ id, kind }));
const offered = (text: string, { kind = 'text', lang = 'en' }: { kind?: BlockKind; lang?: string } = {}) =>
  offerPairs(places(text), blocks(kind), CAST, lang).map((names) => names.map((name) => name.split('/')[1]).join('+'));

describe('pairs', () => {
  it.each([
    ['near each other', 'kim@0:0 ito@0:60', ['ito+kim']],
    ['too far apart for one sentence', 'ito@0:0 kim@0:120', []],
    ['in two blocks', 'ito@0:70 kim@1:0', []],
    ['one of whom is a place', 'ito@0:0 japan@0:10', []],
    ['who are one', 'ito@0:0 ito@0:10', []],
    ['with a place between them', 'ito@0:0 japan@0:10 kim@0:30', ['ito+kim']],
    [
      'that stand together more often before the more salient',
      'ito@0:0 kim@0:10 abe@1:0 sato@1:10 sato@2:0 abe@2:10',
      ['abe+sato', 'ito+kim'],
    ],
    ['unknown to the cast', 'ito@0:0 nobody@0:10', []],
    ['in no order', 'kim@0:60 ito@0:0', ['ito+kim']],
  ])('%s', (_, text, pairs) => {
    expect(offered(text)).toEqual(pairs);
  });

  it('are three at most', () => {
    expect(offered('ito@0:0 kim@0:10 abe@0:20 sato@0:30 ito@0:40')).toEqual(['ito+kim', 'kim+abe', 'ito+sato']);
  });

  it('stand nearer where scripts have no spaces', () => {
    expect(offered('ito@0:0 kim@0:60', { lang: 'ja' })).toEqual([]);
    expect(offered('ito@0:0 kim@0:30', { lang: 'ko-KR' })).toEqual(['ito+kim']);
  });

  it('are not made by captions and bylines', () => {
    expect(offered('ito@0:0 kim@0:10', { kind: 'caption' })).toEqual([]);
    expect(offered('ito@0:0 kim@0:10', { kind: 'byline' })).toEqual([]);
  });
});
