/** What a look-up shows of the article's day, and what only when asked for. */
import { describe, expect, it } from 'vitest';
import { buildLookUp } from '../../../lib/briefing/build-look-up';
import type { InterfaceLanguage } from '../../../lib/model/localized';
import { parseEdtf } from '../../../lib/text/edtf';
import { lookUp } from '../../support/gallery-look-ups';
import { laterDatesIn, textsOf } from '../../support/later-dates';
import { ALDANE, BOARD, BRAE_ROWER } from '../../support/wikimedia-items';

const TODAY = '2026-11-25';
const build = (item: string, day: string | null, lang: InterfaceLanguage = 'en') =>
  buildLookUp(lookUp(item, lang), {
    asOf: day === null ? null : { day, origin: 'json-ld' },
    today: TODAY,
    isWithoutSummary: false,
  });
const titles = (lines: readonly { readonly title: { readonly text: string } }[]) =>
  lines.map(({ title }) => title.text);

describe('buildLookUp', () => {
  it('is of the day of the look-up where there is no article', () => {
    const model = build(ALDANE, null);
    expect(model).toMatchObject({
      asOf: { day: TODAY, origin: 'none' },
      isToday: true,
      textsAreLater: false,
      roles: { lines: [{ title: { text: 'Prime Minister of Northmark' }, when: 'since' }], now: null },
      later: [],
      life: [{ kind: 'born', date: '1971-04-02' }],
      sources: [
        { publisher: 'Wikipedia', license: { name: 'CC BY-SA 4.0' }, isExcerpt: true, retrieved: TODAY },
        { publisher: 'Wikidata', license: { name: 'CC0 1.0' }, isExcerpt: false, retrieved: TODAY },
      ],
    });
    expect(model.positions).toMatchObject([
      {
        title: { text: 'Prime Minister of Northmark' },
        from: '2024-10-01',
        to: null,
        stillOn: TODAY,
        hasUnknownEnd: false,
      },
      { from: '2015-03-01', to: '2018-06-30', stillOn: null },
      { from: '2009', to: null, stillOn: null, hasUnknownEnd: true },
    ]);
  });

  it('says on the day of an older article who somebody was then, and keeps what came later apart', () => {
    const model = build(ALDANE, '2016-05-01');
    expect(model.roles?.lines).toMatchObject([
      { title: { text: 'Minister of Harbours of Northmark' }, to: null, when: 'since' },
    ]);
    expect(titles(model.positions)).toEqual(['Minister of Harbours of Northmark', 'Member of the Northmark Assembly']);
    expect(titles(model.later)).toEqual(['Prime Minister of Northmark']);
    expect(model.textsAreLater).toBe(true);
    // What the view draws unasked: all but what its buttons open, and when and where all this was read.
    const hidden = new Set(['later', 'short', 'summary', 'sources', 'retrieved']);
    const day = parseEdtf('2016-05-01')?.first ?? 0;
    const texts = [...textsOf(model, hidden)].map(([path, text]) => [path, laterDatesIn(text, day)] as const);
    expect(texts.filter(([, dates]) => dates.length > 0)).toEqual([]);
  });

  it.each([
    ['2026-11-24', false],
    ['2026-10-25', false],
    ['2026-10-24', true],
  ])('beside an article of %s its texts are hidden: %s', (day, hidden) => {
    expect(build(ALDANE, day).textsAreLater).toBe(hidden);
  });

  it('tells of a death only after it, and of no birth to come', () => {
    expect(build(BRAE_ROWER, '1960-01-01').life.map(({ kind }) => kind)).toEqual(['born', 'died']);
    expect(build(BRAE_ROWER, '1940-01-01').life.map(({ kind }) => kind)).toEqual(['born']);
    expect(build(BRAE_ROWER, '1890-01-01').life).toEqual([]);
  });

  it('marks what is not in the reader’s language', () => {
    expect(build(BOARD, null, 'ja').name).toMatchObject({
      text: 'Northmark Harbour Board',
      lang: 'en',
      fallback: true,
    });
    expect(build(ALDANE, null, 'ja')).toMatchObject({
      name: { text: 'ミラ・アルデイン' },
      summary: { lang: 'en', fallback: true },
      short: { lang: 'ja' },
    });
    expect(build(ALDANE, null).otherNames.map(({ text }) => text)).toEqual([
      'ミラ・アルデイン',
      '미라 알데인',
      'M. Aldane',
      'Mira R. Aldane',
    ]);
  });
});
