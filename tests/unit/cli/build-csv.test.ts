/** A spreadsheet of fifty visits becomes a timeline beside an article, cut at its day. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readPack } from '../../../lib/cli/files';
import { buildPack } from '../../../lib/cli/pack-build';
import { createTerminalKnowledge } from '../../../lib/cli/terminal-knowledge';
import { type ReadArticle, readArticle } from '../../support/read-article';

const HEADER = {
  id: 'harbours',
  version: '1',
  title: { en: 'Harbour visits' },
  license: 'CC0-1.0',
  publisher: 'Me',
  languages: ['en', 'ja'],
  coverageTo: '2026-01-01',
};
const PEOPLE = `type,label,family,role,role_from,role_to,source,source_title
,Ada Berg,Berg,Harbour Minister,2000,2025,https://gazette.example/1,Appointments
,Bo Lind,Lind,Minister of the Islands,2000,2025,https://gazette.example/1,
place,Northport,,,,,https://gazette.example/1,
place,Southport,,,,,https://gazette.example/1,
`;
/** Two a year from 2000 on, to and fro. */
const visits = Array.from({ length: 50 }, (_, i) => {
  const date = `${2000 + Math.floor(i / 2)}-${i % 2 === 0 ? '03' : '10'}-12`;
  const [who, from, to] = i % 2 === 0 ? ['Ada Berg', 'Northport', 'Southport'] : ['Bo Lind', 'Southport', 'Northport'];
  return { date, who, from, to };
});
const ROWS = visits.map(
  ({ date, who, from, to }, i) =>
    `${date},visit,${who} visits ${to},Ada Berg; Bo Lind,${from},${to},Visits across the strait,海峡を越えた訪問,${i === 0 ? 'visits of the two ministers,2000/2024,complete' : ',,'},https://gazette.example/${date},Visit of ${date}`,
);
const EVENTS = `date,kind,title,participants,direction_from,direction_to,timeline,timeline:ja,counts,covers,completeness,source,source_title\n${ROWS.join('\n')}\n`;

const TEXT =
  'Ada Berg went ashore in Southport on Friday. Bo Lind met her at the quay, and Berg said the visits go on.';
const PAGE = `<html lang="en"><head><title>Berg visits</title></head><body><article><h1>Berg in Southport</h1>${`<p>${TEXT}</p>`.repeat(6)}</article></body></html>`;

describe('pack build csv', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-csv-'));
  const path = (name: string) => join(folder, name);
  let article: ReadArticle;

  beforeAll(async () => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    writeFileSync(path('header.json'), JSON.stringify(HEADER));
    writeFileSync(path('people.csv'), PEOPLE);
    writeFileSync(path('events.csv'), EVENTS);
    const options = ['--header', path('header.json'), '--people', path('people.csv'), '--events', path('events.csv')];
    expect(await buildPack(['csv', ...options, '--out', path('harbours.jsonl')], 'usage')).toBe(0);
    const knowledge = await createTerminalKnowledge([await readPack(path('harbours.jsonl'))]);
    article = await readArticle(PAGE, knowledge, { day: '2015-10-12' });
  });
  afterAll(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes one timeline of the rows that name it, in both languages', async () => {
    const { records } = await readPack(path('harbours.jsonl'));
    const timelines = records.filter((record) => record.record === 'timeline');
    expect(timelines.map(({ title }) => title)).toEqual([{ en: 'Visits across the strait', ja: '海峡を越えた訪問' }]);
    expect(timelines[0]?.events).toHaveLength(50);
  });

  it('shows it in the panel, cut at the day of the article, in order and with its sides', () => {
    expect(article.briefing.cast.slice(0, 2).map(({ name }) => name.text)).toEqual(['Ada Berg', 'Bo Lind']);
    const [timeline] = article.briefing.timelines;
    expect(timeline?.title.text).toBe('Visits across the strait');
    expect([timeline?.before, timeline?.sameDay, timeline?.since]).toEqual([31, 1, 18]);
    const dates = timeline?.events.map(({ date }) => date) ?? [];
    expect(dates).toHaveLength(50);
    expect([...dates].sort()).toEqual([...dates]);
    expect(new Set(timeline?.events.map(({ lane }) => lane)).size).toBe(2);
  });

  it('shows behind a name what came before', () => {
    const card = article.cards.find(({ reference }) => reference.endsWith('person/bo-lind'));
    expect(card?.roles).not.toBeNull();
    expect(card?.behind.map(({ date }) => date.slice(0, 7))).toEqual(['2014-03', '2014-10', '2015-03']);
  });
});

describe('timelines of a table', () => {
  it('need a title in each language of each', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sidelight-csv-'));
    const said: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    writeFileSync(join(folder, 'header.json'), JSON.stringify(HEADER));
    writeFileSync(
      join(folder, 'events.csv'),
      'date,kind,title,timeline,timeline:ja,source,source_title\n2001,visit,A visit,One; Two,一,https://a.example/1,A\n',
    );
    const options = ['--header', join(folder, 'header.json'), '--events', join(folder, 'events.csv')];
    expect(await buildPack(['csv', ...options, '--out', join(folder, 'x.jsonl')], 'usage')).toBe(1);
    expect(said.join('\n')).toMatch(/row 2, column "timeline:ja": names 1 timelines, and "timeline" names 2/);
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });
});
