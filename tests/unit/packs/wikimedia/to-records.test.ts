import { createHash } from 'node:crypto';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Localized } from '../../../../lib/model/localized';
import { checkPack } from '../../../../lib/packs/check-pack';
import { ITEM_ANSWER, SUMMARY, type WikidataItem } from '../../../../lib/packs/wikimedia/answers';
import type { LookedUp } from '../../../../lib/packs/wikimedia/looked-up';
import { labelOf, summaryOf, toRecords } from '../../../../lib/packs/wikimedia/to-records';
import { ALDANE, answerFor, BOARD, BRAE_ROWER, FAMILY_NAME, timeSnak } from '../../../support/wikimedia-items';

const RETRIEVED = '2026-11-25';
const LABELS = new Map<string, Localized>(
  ['Q900000101', 'Q900000102', 'Q900000103'].map((id) => [id, labelOf(itemOf(id).labels)]),
);
const sha256 = async (text: string) => createHash('sha256').update(text).digest('hex');

function itemOf(id: string): WikidataItem {
  const answer = answerFor('www.wikidata.org', `/w/api.php?action=wbgetentities&props=all&ids=${id}`)?.json;
  return v.parse(ITEM_ANSWER, answer).entities[id] as WikidataItem;
}

function summaryFor(item: string, lang: 'en' | 'ja' | 'ko', title: string, change: object = {}) {
  const answer = answerFor(`${lang}.wikipedia.org`, `/api/rest_v1/page/summary/${encodeURIComponent(title)}`)?.json;
  return summaryOf(v.parse(SUMMARY, { ...answer, ...change }), item, lang, RETRIEVED);
}

const read = (item: WikidataItem, lang: 'en' | 'ja' | 'ko' = 'en', withSummary = false): LookedUp | null => {
  const summary = withSummary ? summaryFor(ALDANE, 'en', 'Mira_Aldane') : null;
  return toRecords(item, LABELS, typeof summary === 'string' ? null : summary, { lang, retrieved: RETRIEVED });
};

/** The records as a pack of their own: what the checker says of it. */
async function problemsOf({ header, sources, entity }: LookedUp): Promise<readonly string[]> {
  const lines = [header, ...sources, entity].map((record) => `${JSON.stringify(record)}\n`);
  const body = lines.join('');
  const end = JSON.stringify({ record: 'end', records: lines.length, sha256: await sha256(body) });
  const checked = await checkPack(`${body}${end}\n`, sha256);
  return 'problems' in checked ? checked.problems.map(({ message }) => message) : [];
}

describe('toRecords', () => {
  it('makes a person with names, dates, roles and sources with their licences', () => {
    const found = read(itemOf(ALDANE), 'ko', true);
    expect(found).toMatchObject({
      item: ALDANE,
      lang: 'ko',
      retrieved: RETRIEVED,
      header: { id: 'look-ups', coverageTo: RETRIEVED },
      entity: {
        id: 'person/q900000001',
        type: 'person',
        label: { en: 'Mira Aldane', ja: 'ミラ・アルデイン', ko: '미라 알데인' },
        born: '1971-04-02',
        sameAs: [`http://www.wikidata.org/entity/${ALDANE}`],
        roles: [
          { title: { en: 'Member of the Northmark Assembly' }, from: '2009', sources: ['source/wikidata'] },
          { title: { ja: 'ノースマーク港湾大臣' }, from: '2015-03-01', to: '2018-06-30' },
          { title: { ko: '노스마크 총리' }, from: '2024-10-01', to: '..', asOf: RETRIEVED },
        ],
      },
      sources: [
        {
          publisher: 'Wikipedia',
          title: 'Mira Aldane',
          url: 'https://en.wikipedia.org/wiki/Mira_Aldane',
          license: 'CC-BY-SA-4.0',
          retrieved: RETRIEVED,
        },
        { publisher: 'Wikidata', license: 'CC0-1.0', retrieved: RETRIEVED },
      ],
      short: { text: '노스마크의 총리', lang: 'ko' },
      summary: { lang: 'en' },
    });
    expect(found?.entity.names.map(({ text }) => text)).toEqual([
      'Mira Aldane',
      'ミラ・アルデイン',
      '미라 알데인',
      'M. Aldane',
      'Mira R. Aldane',
      'アルデイン',
    ]);
    // Both tell of today: neither may stand where a pack's timeless sentence stands.
    expect(found?.entity.description).toBeUndefined();
  });

  it.each([ALDANE, BRAE_ROWER, BOARD])('makes of %s what the checker of packs finds sound', async (id) => {
    expect(await problemsOf(read(itemOf(id), 'en', true) as LookedUp)).toEqual([]);
  });

  it('knows an organisation by its seat, and the dead', () => {
    expect(read(itemOf(BOARD))?.entity).toMatchObject({
      id: 'org/q900000004',
      type: 'organisation',
      founded: '1922-05',
    });
    expect(read(itemOf(BRAE_ROWER))?.entity).toMatchObject({
      label: { en: 'Jon Brae' },
      born: '1901',
      died: '1950-01-09',
    });
  });

  it('has nothing to say of a family name, or of an item without a name', () => {
    expect(read(itemOf(FAMILY_NAME))).toBeNull();
    expect(read({ ...itemOf(ALDANE), labels: {} })).toBeNull();
    expect(read({ ...itemOf(ALDANE), labels: { en: { language: 'en', value: '<b>x</b>' } } })).toBeNull();
  });

  it('takes of a Julian date the year alone, and leaves out what lies ahead or runs backwards', () => {
    const dated = (born: object, died: object) =>
      read({
        ...itemOf(BRAE_ROWER),
        claims: v.parse(ITEM_ANSWER, {
          entities: {
            Q1: {
              id: 'Q1',
              claims: {
                P31: [
                  { mainsnak: { snaktype: 'value', datavalue: { type: 'x', value: { id: 'Q5' } } }, rank: 'normal' },
                ],
                P569: [{ mainsnak: born, rank: 'normal' }],
                P570: [{ mainsnak: died, rank: 'normal' }],
              },
            },
          },
        }).entities.Q1?.claims as WikidataItem['claims'],
      })?.entity;
    expect(dated(timeSnak('P569', '1601-04-02', 'Q1985786'), timeSnak('P570', '1650'))).toMatchObject({
      born: '1601',
      died: '1650',
    });
    expect(dated(timeSnak('P569', '1990'), timeSnak('P570', '2031'))?.died).toBeUndefined();
    expect(dated(timeSnak('P569', '1990'), timeSnak('P570', '1980'))).not.toHaveProperty('born');
  });

  it('is never thrown off by what an item holds: sound records or none', async () => {
    const anything = fc.anything({
      maxDepth: 4,
      key: fc.constantFrom('id', 'value', 'time', 'precision', 'type', 'snaktype'),
    });
    const text = fc.oneof(fc.string(), fc.constantFrom('', ' ', '<script>', 'A\u202eB', '名前', 'x'.repeat(3_000)));
    const terms = fc.dictionary(
      fc.constantFrom('en', 'ja', 'ko', 'mul', '__proto__'),
      fc.record({ language: text, value: text }),
    );
    const snak = fc.record({
      snaktype: fc.constantFrom('value', 'novalue', 'somevalue'),
      datavalue: fc.record({
        type: fc.string(),
        value: fc.oneof(
          anything,
          fc.record({ id: fc.constantFrom('Q5', 'Q900000101', 'Q0', 'x') }),
          fc.record({
            time: fc.constantFrom(
              '+2015-13-40T00:00:00Z',
              '-0044-03-15T00:00:00Z',
              '+2015-02-30T00:00:00Z',
              '+2020-05-00T00:00:00Z',
              '+2031-01-01T00:00:00Z',
            ),
            precision: fc.integer({ min: -1, max: 14 }),
            calendarmodel: fc.constantFrom('Q1985727', 'Q1985786'),
          }),
        ),
      }),
    });
    const statement = fc.record({
      mainsnak: snak,
      rank: fc.constantFrom('preferred', 'normal', 'deprecated'),
      qualifiers: fc.dictionary(fc.constantFrom('P580', 'P582', 'P1366'), fc.array(snak, { maxLength: 2 })),
    });
    const claims = fc.dictionary(
      fc.constantFrom('P31', 'P39', 'P569', 'P570', 'P571', 'P576', 'P625', 'P159'),
      fc.array(statement, { maxLength: 4 }),
    );
    const item = fc.record({ id: fc.constant('Q7'), labels: terms, descriptions: terms, claims });
    await fc.assert(
      fc.asyncProperty(item, async (given) => {
        const parsed = v.safeParse(ITEM_ANSWER, { entities: { Q7: given } });
        const entity = parsed.success ? parsed.output.entities.Q7 : undefined;
        const found = entity ? read(entity) : null;
        if (found) expect(await problemsOf(found)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('summaryOf', () => {
  it('refuses another language, another item and what is no text', () => {
    expect(summaryFor(ALDANE, 'en', 'Mira_Aldane', { lang: 'fr' })).toBe('wrong-language');
    expect(summaryFor('Q1', 'en', 'Mira_Aldane')).toBe('other-item');
    expect(summaryFor(ALDANE, 'en', 'Mira_Aldane', { type: 'disambiguation' })).toBe('no-text');
    expect(summaryFor(ALDANE, 'en', 'Mira_Aldane', { extract: 'A <b>politician</b>.' })).toBe('no-text');
    expect(summaryFor(ALDANE, 'en', 'Mira_Aldane', { extract: '' })).toBe('no-text');
  });

  it('shows no address that is none of the public web', () => {
    const found = summaryFor(ALDANE, 'en', 'Mira_Aldane', {
      content_urls: { desktop: { page: 'javascript:alert(1)' } },
    });
    expect(typeof found === 'string' ? found : found.source).not.toHaveProperty('url');
  });
});
