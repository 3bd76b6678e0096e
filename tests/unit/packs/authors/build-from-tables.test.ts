import { describe, expect, it } from 'vitest';
import { buildFromTables, type PackHeaderFields } from '../../../../lib/packs/authors/build-from-tables';

const HEADER = {
  id: 'harbour',
  version: '1',
  title: { en: 'Harbours' },
  license: 'CC0-1.0',
  publisher: 'Me',
  languages: ['en', 'ja'],
  coverageTo: '2026-01-01',
};
const PEOPLE = `id,label,label:ja,family,also,type,born,role,role:ja,role_from,role_to,role_as_of,role_of,source,source_title,source_publisher
,Gen Nakatani,中谷元,Nakatani,NAKATANI Gen; G. Nakatani,,1957-10-14,Minister,大臣,2024-10-01,2025-10-21,,Japan Harbour Agency,https://gazette.example/1,Gazette 1,Government
,Gen Nakatani,,,,,,Mayor,,2010,..,2012-05-01,,https://gazette.example/2,Gazette 2,
org/jha,Japan Harbour Agency,,,,organisation,,,,,,,,https://gazette.example/1,,
`;
const EVENTS = `date;kind;title;title:ja;summary;participants;places;source;source_title
2025-09-08;visit;"Nakatani visits; talks held";訪問;"He said ""yes"".
Twice.";Gen Nakatani;;https://gazette.example/1;

2025-12;meeting;Talks put off;;;person/gen-nakatani;;https://paper.example/x;A report
`;

const build = (tables: { people?: string; events?: string }, header: PackHeaderFields = HEADER) =>
  buildFromTables(header, tables);
const problemsOf = (tables: { people?: string; events?: string }, header: PackHeaderFields = HEADER) => {
  const built = build(tables, header);
  return 'problems' in built
    ? built.problems.map(({ table, row, column, message }) => `${table} ${row} ${column ?? '-'}: ${message}`)
    : [];
};

describe('buildFromTables', () => {
  it('makes entities with names and roles, events, and the sources of both', () => {
    const built = build({ people: PEOPLE, events: EVENTS });
    const lines = 'lines' in built ? built.lines : built.problems;
    expect((lines as string[]).map((line) => JSON.parse(line))).toEqual([
      { record: 'header', format: 'sidelight-pack/1', ...HEADER },
      {
        record: 'source',
        id: 'source/government-gazette-1',
        title: 'Gazette 1',
        publisher: 'Government',
        kind: 'news',
        url: 'https://gazette.example/1',
      },
      {
        record: 'source',
        id: 'source/gazette-example-gazette-2',
        title: 'Gazette 2',
        publisher: 'gazette.example',
        kind: 'news',
        url: 'https://gazette.example/2',
      },
      {
        record: 'source',
        id: 'source/paper-example-a-report',
        title: 'A report',
        publisher: 'paper.example',
        kind: 'news',
        url: 'https://paper.example/x',
      },
      {
        record: 'entity',
        id: 'person/gen-nakatani',
        type: 'person',
        label: { en: 'Gen Nakatani', ja: '中谷元' },
        born: '1957-10-14',
        names: [
          { text: 'Gen Nakatani', lang: 'en', kind: 'full' },
          { text: '中谷元', lang: 'ja', kind: 'full' },
          { text: 'Nakatani', lang: 'en', kind: 'family' },
          { text: 'NAKATANI Gen', lang: 'en', kind: 'full' },
          { text: 'G. Nakatani', lang: 'en', kind: 'full' },
        ],
        sources: ['source/government-gazette-1', 'source/gazette-example-gazette-2'],
        roles: [
          {
            title: { en: 'Minister', ja: '大臣' },
            sources: ['source/government-gazette-1'],
            from: '2024-10-01',
            to: '2025-10-21',
            of: 'org/jha',
          },
          {
            title: { en: 'Mayor' },
            sources: ['source/gazette-example-gazette-2'],
            from: '2010',
            to: '..',
            asOf: '2012-05-01',
          },
        ],
      },
      {
        record: 'entity',
        id: 'org/jha',
        type: 'organisation',
        label: { en: 'Japan Harbour Agency' },
        names: [{ text: 'Japan Harbour Agency', lang: 'en', kind: 'full' }],
        sources: ['source/government-gazette-1'],
      },
      {
        record: 'event',
        id: 'event/2025-09-08-nakatani-visits-talks-held',
        date: '2025-09-08',
        kind: 'visit',
        status: 'held',
        title: { en: 'Nakatani visits; talks held', ja: '訪問' },
        summary: { en: 'He said "yes".\nTwice.' },
        participants: [{ entity: 'person/gen-nakatani' }],
        sources: ['source/government-gazette-1'],
      },
      {
        record: 'event',
        id: 'event/2025-12-talks-put-off',
        date: '2025-12',
        kind: 'meeting',
        status: 'held',
        title: { en: 'Talks put off' },
        participants: [{ entity: 'person/gen-nakatani' }],
        sources: ['source/paper-example-a-report'],
      },
    ]);
  });

  it.each<readonly [defect: string, tables: { people?: string; events?: string }, problem: string]>([
    ['a column that is none', { people: 'label,colour\nA,red\n' }, 'people 1 colour: is not a column: see the README'],
    ['a column twice', { people: 'label,label\nA,B\n' }, 'people 1 label: stands twice'],
    ['no columns', { people: '\n' }, 'people 1 -: the first row names no columns'],
    ['an open quotation', { people: 'label\n"A\n' }, 'people 2 -: opens a quotation mark that is never closed'],
    [
      'text behind one',
      { people: 'label\n"A" B\n' },
      'people 2 -: goes on behind a quotation mark: double the marks inside a cell',
    ],
    ['a cell too many', { people: 'label\nA,B\n' }, 'people 2 -: holds "B" in a column without a name'],
    [
      'neither id nor label',
      { people: 'label,born\n,1957\n' },
      'people 2 label: is empty: a row has an id, or a text in this column',
    ],
    [
      'a label that makes no id',
      { people: 'label\n中谷\n' },
      'people 2 id: is empty, and "中谷" makes none: write one such as person/gen-nakatani',
    ],
    [
      'a source without title',
      { people: 'label,source\nA,https://a.example\n' },
      'people 2 source_title: is empty: say what the source is called, once for each source',
    ],
    [
      'a role without title',
      { people: 'label,role_from\nA,2015\n' },
      'people 2 role: is empty, but role_from is not: say which role it is',
    ],
    [
      'a second value',
      { people: 'label,born,source,source_title\nA,1957,https://a.example,T\nA,1958,https://a.example,\n' },
      'people 3 born: is "1958", but row 2 says "1957" of the same id',
    ],
    [
      'an unknown participant',
      { events: 'date,kind,title,participants,source,source_title\n2015,visit,T,Nobody,https://a.example,S\n' },
      'events 2 participants: names "Nobody", which is neither an id nor a label of the people\'s table',
    ],
    [
      'a date of a spreadsheet',
      { events: 'date,kind,title,source,source_title\n2015/10/20,visit,T,https://a.example,S\n' },
      'events 2 date: "date" is not a date: expected EDTF such as 2015-10-20, 2015-10, 2015~ or 2015-10-20/2015-10-22',
    ],
    [
      'an open role',
      { people: 'label,role,role_from,role_to,source,source_title\nA,Mayor,2010,..,https://a.example,S\n' },
      'people 2 role_from: "roles.0" is open ("to": "..") and needs "asOf", the day the sources vouch for',
    ],
    [
      'a link that is none',
      { people: 'label,source,source_title,source_publisher\nA,https://localhost/,S,P\n' },
      'people 2 source: "url" leads to "localhost", which is not a public host',
    ],
    [
      'no source',
      { events: 'date,kind,title\n2015,visit,T\n' },
      'events 2 -: "sources" is missing: name the records of kind source that show it',
    ],
    [
      'hindsight',
      { events: 'date,kind,title,title:ja,source,source_title\n2015,visit,T,2024年まで最後,https://a.example,S\n' },
      'events 2 title:ja: "title.ja" holds 2024, later than 2015: texts know nothing later than their own day',
    ],
  ])('names row and column of %s', (_, tables, problem) => {
    expect(problemsOf(tables)).toContain(problem);
  });

  it('says what is wrong with the header', () => {
    expect(problemsOf({ people: PEOPLE }, { ...HEADER, license: undefined })[0]).toBe(
      'header 0 -: "license" is missing: name it, such as CC0-1.0',
    );
  });
});
