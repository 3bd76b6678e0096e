import { beforeAll, describe, expect, it } from 'vitest';
import type { PackRecord } from '../../../lib/model/pack';
import type { Knowledge } from '../../../lib/services/knowledge';
import { type SearchRequest, searchKnowledge } from '../../../lib/services/search';
import { anEntity, anEvent, aRole, buildKnowledge, buildKnowledgeOf, ref } from '../../support/build-facts';

const TODAY = '2026-11-26';
const RECORDS: readonly PackRecord[] = [
  anEntity('person/gen-nakatani', {
    label: { en: 'Gen Nakatani', ja: '中谷元', ko: { text: '나카타니 겐', auto: true } },
    reading: { ja: 'なかたに げん' },
    names: [
      { text: 'Gen Nakatani', lang: 'en', kind: 'full', family: 'Nakatani' },
      { text: '中谷元', lang: 'ja', kind: 'full' },
    ],
    description: { en: 'Politician' },
    roles: [
      aRole('Minister of Defense', { from: '2014-12-24', to: '2016-08-03' }),
      aRole('Speaker', { from: '2025-01-01', to: '..', asOf: '2026-10-01' }),
    ],
  }),
  anEntity('org/young-board', { founded: '2020-05-01', description: { en: 'Founded in 2020' } }),
  anEvent('seoul', '2015-10-20', { title: { en: 'Nakatani visits Seoul', ja: '中谷氏が訪韓' } }),
  anEvent('busan', '2016-02', { title: { en: 'Nakatani visits Busan' } }),
  anEvent('rumour', '2015-12-01', { title: { en: 'Nakatani may have met somebody' }, confidence: 'uncertain' }),
  anEvent('tokyo', '2025-01-02', { title: { en: 'Nakatani speaks in Tokyo' } }),
];

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await buildKnowledge(RECORDS);
});

const search = (text: string, more: Partial<SearchRequest> = {}, known = knowledge) =>
  searchKnowledge(
    known,
    { text, asOf: { day: '2016-02-10', origin: 'json-ld' }, beside: [], lang: 'en', ...more },
    TODAY,
  );

/** "Gen *Nakat*ani": what is set off stands between stars. */
const marked = (found: { text: string; stretches: readonly { from: number; to: number }[] } | null) => {
  if (!found) return null;
  const { text, stretches } = found;
  return stretches.reduceRight(
    (out, { from, to }) => `${out.slice(0, from)}*${text.slice(from, to)}*${out.slice(to)}`,
    text,
  );
};

describe('a search', () => {
  it('shows names with the office of the day, and where the text stands', async () => {
    const { names } = await search('nakat');
    expect(names.map(({ name, form, role }) => [marked(name), form, role?.text])).toEqual([
      ['Gen *Nakat*ani', null, 'Minister of Defense'],
    ]);
    expect((await search('nakat', { asOf: { day: '2010-01-01', origin: 'meta' } })).names[0]?.role?.text).toBe(
      'Politician',
    );
    expect((await search('nakat', { asOf: null })).names[0]?.role?.text).toBe('Politician');
  });

  it.each([
    ['中谷', 'en', 'Gen Nakatani', '*中谷*元'],
    ['なかたに', 'en', 'Gen Nakatani', '*なかたに* げん'],
    ['中谷', 'ja', '*中谷*元', null],
    ['gen n', 'ja', '中谷元', '*Gen N*akatani'],
    ['nakatani gen', 'en', '*Gen* *Nakatani*', null],
    // Found by a form that no source shows, which is therefore not shown.
    ['나카', 'ko', 'Gen Nakatani', null],
  ] as const)('for %s, in %s, shows %s and %s', async (typed, lang, name, form) => {
    const [hit] = (await search(typed, { lang })).names;
    expect([marked(hit?.name ?? null), marked(hit?.form ?? null)]).toEqual([name, form]);
  });

  it('keeps events apart that are later than the day, or may be', async () => {
    const { events, later, laterCount } = await search('nakatani');
    expect(events.map(({ reference }) => reference)).toEqual([ref('event/seoul')]);
    // A month that holds the day may lie after it.
    expect(later.map(({ reference }) => reference)).toEqual([ref('event/busan'), ref('event/tokyo')]);
    expect(laterCount).toBe(2);
    expect((await search('nakatani', { asOf: null })).later).toEqual([]);
  });

  it('keeps apart what was founded later', async () => {
    expect(await search('young')).toMatchObject({ names: [], laterCount: 1 });
    expect((await search('young', { asOf: null })).names).toHaveLength(1);
  });

  it('says what is called exactly so', async () => {
    expect((await search('gen nakatani')).exact).toEqual([ref('person/gen-nakatani')]);
    expect((await search('nakatani')).exact).toEqual([ref('person/gen-nakatani')]);
    expect((await search('nakat')).exact).toEqual([]);
    expect((await search('Nakatani visits Seoul')).exact).toEqual([ref('event/seoul')]);
  });

  it('of nothing finds nothing', async () => {
    expect(await search('  ')).toMatchObject({ names: [], events: [], laterCount: 0 });
    expect(await search('qqqq')).toMatchObject({ typed: 'qqqq', names: [], events: [] });
  });

  it('tells the office that a second pack knows, and that a pack is private', async () => {
    const sameAs = ['https://www.wikidata.org/wiki/Q900000001'];
    const two = await buildKnowledgeOf([
      { header: { private: true }, records: [anEntity('person/ito', { sameAs })] },
      {
        header: { id: 'other' as never },
        records: [anEntity('person/i', { sameAs, roles: [aRole('Mayor', { from: '2001', to: '2020' })] })],
      },
    ]);
    expect((await search('ito', {}, two)).names).toMatchObject([
      { reference: ref('person/ito'), role: { text: 'Mayor' }, isPrivate: true },
    ]);
  });
});
