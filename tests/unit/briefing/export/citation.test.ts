/** A fact as a citation and as the report of an error. */
import { describe, expect, it } from 'vitest';
import { type CitedFact, citeMarkdown, citePlain, errorReport } from '../../../../lib/briefing/export/citation';
import { citeCsl } from '../../../../lib/briefing/export/csl';
import { cardFact, eventFact } from '../../../../lib/briefing/export/facts-to-cite';
import type { CardModel, SourceModel, TimelineEvent } from '../../../../lib/briefing/view-models';
import type { Reference } from '../../../../lib/model/ids';
import { readWords } from '../../../support/read-words';

const words = readWords('en');
const source: SourceModel = {
  title: 'Ministers meet in Seoul',
  publisher: 'Gazette',
  kind: 'news',
  url: 'https://gazette.example/1',
  archived: 'https://archive.example/1',
  published: '2015-10-21',
  lang: 'en',
};
const fact: CitedFact = {
  reference: 'test:event/talks' as Reference,
  title: 'Talks in Seoul',
  lang: 'en',
  statement: '20–22 Oct 2015 · Talks in Seoul',
  date: '2015-10-20/2015-10-22',
  sources: [
    source,
    {
      ...source,
      title: 'Ministry',
      publisher: 'Ministry',
      kind: 'official',
      url: null,
      archived: null,
      published: null,
    },
  ],
  asOf: { day: '2025-09-08', origin: 'json-ld' },
  pack: { id: 'test', title: 'Visits', version: '3', coverageTo: '2026-10-06' },
};

describe('a citation', () => {
  it('is a paragraph with its sources, the day and the pack', () => {
    expect(citePlain(fact, words)).toBe(
      '20–22 Oct 2015 · Talks in Seoul. Sources: Gazette, “Ministers meet in Seoul”, 21 Oct 2015, https://gazette.example/1; Ministry. As of 8 Sep 2025, from Sidelight’s pack “Visits”, version 3, record to 6 Oct 2026.',
    );
  });

  it('in Markdown links its sources', () => {
    expect(citeMarkdown(fact, words)).toContain(
      'Gazette, “[Ministers meet in Seoul](https://gazette.example/1)”, 21 Oct 2015; Ministry.',
    );
  });

  it('in the other languages of the interface is in their words', () => {
    expect(citePlain(fact, readWords('ja'))).toContain('出典：Gazette, 「Ministers meet in Seoul」, 2015年10月21日');
    expect(citePlain(fact, readWords('ko'))).toContain('2025년 9월 8일 기준. Sidelight 팩 ‘Visits’ 버전 3');
  });

  it('as CSL-JSON is an entry of its pack and each of its sources', () => {
    expect(citeCsl(fact, words)).toEqual([
      {
        id: 'test:event/talks',
        type: 'entry',
        title: 'Talks in Seoul',
        language: 'en',
        'container-title': 'Sidelight: Visits',
        version: '3',
        'event-date': {
          'date-parts': [
            [2015, 10, 20],
            [2015, 10, 22],
          ],
        },
        note: '20–22 Oct 2015 · Talks in Seoul (On 8 Sep 2025; Our record ends 6 Oct 2026)',
      },
      {
        id: 'test:event/talks#1',
        type: 'article-newspaper',
        title: 'Ministers meet in Seoul',
        language: 'en',
        'container-title': 'Gazette',
        URL: 'https://gazette.example/1',
        archive_location: 'https://archive.example/1',
        issued: { 'date-parts': [[2015, 10, 21]] },
      },
      { id: 'test:event/talks#2', type: 'webpage', title: 'Ministry', language: 'en', publisher: 'Ministry' },
    ]);
  });

  it.each([
    ['2015', { 'date-parts': [[2015]] }],
    ['2015-10', { 'date-parts': [[2015, 10]] }],
    ['2001~', { 'date-parts': [[2001]], circa: true }],
    [
      '2024-10-01/2025-10-21',
      {
        'date-parts': [
          [2024, 10, 1],
          [2025, 10, 21],
        ],
      },
    ],
  ])('dates %s as exactly as the record does', (date, expected) => {
    expect(citeCsl({ ...fact, date }, words)[0]?.['event-date']).toEqual(expected);
  });
});

describe('a report of an error', () => {
  it('names fact, sources and pack, and nothing of what was read', () => {
    expect(errorReport(fact, words)).toBe(
      [
        'Error in a fact of Sidelight',
        '',
        'Fact: 20–22 Oct 2015 · Talks in Seoul',
        'test:event/talks',
        '- Gazette, “Ministers meet in Seoul”, 21 Oct 2015, https://gazette.example/1',
        '- Ministry',
        'As of 8 Sep 2025, from Sidelight’s pack “Visits”, version 3, record to 6 Oct 2026.',
        '',
        'What is wrong, and a source that shows it:',
        '',
      ].join('\n'),
    );
  });

  it('is of lines that only we have made', () => {
    const report = errorReport({ ...fact, statement: 'a\n- b\u202e\u2028c' }, words);
    expect(report.split('\n').length).toBe(errorReport(fact, words).split('\n').length);
    expect(report).not.toMatch(/\p{Bidi_Control}/u);
  });
});

describe('what is cited', () => {
  const text = (value: string) => ({ text: value, lang: 'en' });
  const event = {
    reference: 'test:event/talks' as Reference,
    date: '2015-10-20',
    firstDay: 0,
    lastDay: 0,
    precision: 'point',
    title: text('Talks'),
    summary: null,
    kind: 'visit',
    status: 'postponed',
    lane: 'a>b',
    counted: false,
    part: 'before',
    doubt: null,
    sources: [source],
  } as unknown as TimelineEvent;
  const lanes = [{ key: 'a>b', from: text('Japan'), to: text('South Korea') }];
  const packs = [{ id: 'test', title: text('Visits'), version: '3', coverageTo: '2026-10-06' }] as never;

  it('of an event is when, which way, what became of it, what', () => {
    expect(eventFact(event, lanes, { packs, asOf: fact.asOf }, words)?.statement).toBe(
      '20 Oct 2015 · Japan → South Korea · Put off: Talks',
    );
    expect(
      eventFact({ ...event, reference: 'other:event/x' as Reference }, lanes, { packs, asOf: fact.asOf }, words),
    ).toBeNull();
  });

  it('of somebody is the name, the offices of the day and the sentence', () => {
    const card: CardModel = {
      reference: 'test:person/ito' as Reference,
      type: 'person',
      name: text('Gen Ito'),
      native: { text: '伊藤元', lang: 'ja' },
      reading: null,
      articleForm: null,
      asOf: fact.asOf,
      date: null,
      place: null,
      roles: {
        lines: [
          {
            title: text('Minister'),
            capacity: 'acting',
            from: '2024-10',
            to: null,
            when: 'since',
            asOf: null,
            doubt: null,
          },
        ],
        // What holds today is no statement on the day.
        now: { kind: 'left', date: '2026-01-01' },
      },
      description: text('Politician.'),
      offices: null,
      accounts: [],
      behind: [],
      sources: [source],
      why: null,
      position: null,
      coverageTo: '2026-10-06',
      daysBehind: 0,
      pack: { title: text('Visits'), version: '3' },
      others: [],
    };
    expect(cardFact(card, words)).toMatchObject({
      statement: 'Gen Ito (伊藤元): Acting Minister, since Oct 2024; Politician.',
      pack: { id: 'test', title: 'Visits' },
    });
  });
});
