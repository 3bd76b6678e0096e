/** A pack from a Wikibase: a real SPARQL engine over HTTP, and what the pack is then good for. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { annotateDocuments } from '../../../lib/cli/annotate-documents';
import { CommandError } from '../../../lib/cli/command';
import { readPack } from '../../../lib/cli/files';
import { buildPack } from '../../../lib/cli/pack-build';
import { createTerminalKnowledge } from '../../../lib/cli/terminal-knowledge';
import type { Entity, PackEvent } from '../../../lib/model/pack';
import type { CheckedPack } from '../../../lib/packs/check-pack';
import { claim, item, startWikibase, type Wikibase } from '../../support/wikibase';

/** Three ministers of one office, two of one family name; a summit; and what a pack must leave out. */
const DATA = [
  item('Q10', { en: 'Kim Jang-soo', ko: '김장수', 'zh-hans': '金章洙' }, { en: 'Kim Jang Soo' }),
  item('Q11', { en: 'Kim Kwan-jin', ko: '김관진' }),
  item('Q12', { en: 'Han Min-koo', ko: '한민구' }),
  item('Q13', { de: 'Nur Deutsch' }),
  item('Q20', { en: 'Minister of National Defense', ko: '국방부 장관' }, { en: 'Defense Minister' }),
  item('Q21', { en: 'Ministry of National Defense', ko: '국방부' }),
  item('Q30', { en: 'Kim', ko: '김' }),
  item('Q31', { en: 'Han', ko: '한' }),
  item('Q40', { en: 'Seoul summit', ko: '서울 회담' }),
  item('Q41', { en: 'Summit of no day' }),
  item('Q50', { en: 'Seoul', ko: '서울' }),
  ...['Q10', 'Q11', 'Q12', 'Q13'].map((id) => claim(id, 'P106', { value: 'Q1' })),
  claim('Q10', 'P569', { time: ['1948-02-26', 11] }),
  claim('Q10', 'P569', { time: ['1900-01-01', 11], rank: 'Deprecated' }),
  claim('Q11', 'P569', { time: ['1949-01-01', 9] }),
  claim('Q12', 'P569', { time: ['1950-01-01', 7] }),
  claim('Q10', 'P734', { value: 'Q30' }),
  claim('Q11', 'P734', { value: 'Q30' }),
  claim('Q12', 'P734', { value: 'Q31' }),
  claim('Q10', 'P39', {
    value: 'Q20',
    qualifiers: { P580: ['2006-11-24', 11], P582: ['2008-02-29', 11], P642: 'Q21' },
  }),
  claim('Q11', 'P39', {
    value: 'Q20',
    qualifiers: { P580: ['2010-12-04', 11], P582: ['2014-06-01', 10], P642: 'Q21' },
  }),
  claim('Q11', 'P39', { value: 'Q20', rank: 'Deprecated', qualifiers: { P580: ['1990-01-01', 11] } }),
  claim('Q11', 'P39', { value: 'Q20' }),
  claim('Q12', 'P39', { value: 'Q20', qualifiers: { P580: ['2014-06-30', 11] } }),
  ...['Q40', 'Q41'].map((id) => claim(id, 'P31', { value: 'Q2' })),
  claim('Q40', 'P580', { time: ['2015-10-31', 11] }),
  claim('Q40', 'P582', { time: ['2015-11-01', 11] }),
  claim('Q40', 'P710', { value: 'Q12' }),
  claim('Q40', 'P276', { value: 'Q50' }),
].join('');

const RECIPE = {
  header: {
    id: 'ministers',
    version: '1',
    title: { en: 'Ministers' },
    license: 'CC0-1.0',
    publisher: 'Me',
    languages: ['en', 'ko', 'zh-Hans'],
    coverageTo: '2016-01-01',
  },
  source: {
    title: 'Wikidata',
    publisher: 'Wikimedia Foundation',
    url: 'https://www.wikidata.org/',
    license: 'CC0-1.0',
  },
  entities: [
    {
      type: 'person',
      where: '?item wdt:P106 wd:Q1 .',
      born: 'P569',
      family: 'P734',
      positions: { property: 'P39', of: 'P642', open: 'current' },
    },
  ],
  events: [{ kind: 'summit', where: '?item wdt:P31 wd:Q2 .', participants: 'P710', places: 'P276' }],
  pageSize: 2,
};

let folder = '';
let wikibase: Wikibase;
const path = (name: string) => join(folder, name);
const log: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-sparql-'));
  wikibase = await startWikibase(DATA);
  vi.spyOn(console, 'error').mockImplementation((line: string) => void log.push(line));
  vi.spyOn(console, 'log').mockImplementation((line: string) => void log.push(line));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await wikibase.close();
  rmSync(folder, { recursive: true, force: true });
});

async function build(recipe: object, out: string, endpoint = wikibase.endpoint): Promise<number> {
  writeFileSync(path('recipe.json'), JSON.stringify(recipe));
  log.length = 0;
  return buildPack(
    ['sparql', '--endpoint', endpoint, '--recipe', path('recipe.json'), '--pause', '0', '--out', path(out)],
    'usage',
  );
}

const failure = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => {
      if (error instanceof CommandError) return `${error.exitCode} ${error.message}`;
      throw error;
    },
  );

describe('pack build sparql', () => {
  let pack: CheckedPack;
  const entity = (id: string) => pack.records.find((record) => record.id === id) as Entity;

  beforeAll(async () => {
    expect(await build(RECIPE, 'ministers.jsonl.gz')).toBe(0);
    pack = await readPack(path('ministers.jsonl.gz'));
  });

  it('makes persons of all pages, with names in the languages of the pack', () => {
    expect(pack.records.filter(({ record }) => record === 'entity').map(({ id }) => id)).toEqual([
      'person/q10',
      'person/q11',
      'person/q12',
      'post/q20',
      'organisation/q21',
      'place/q50',
    ]);
    expect(entity('person/q10')).toMatchObject({
      label: { en: 'Kim Jang-soo', ko: '김장수', 'zh-Hans': '金章洙' },
      born: '1948-02-26',
      sameAs: ['http://www.wikidata.org/entity/Q10'],
      names: [
        { text: 'Kim Jang-soo', lang: 'en', kind: 'full' },
        { text: '김장수', lang: 'ko', kind: 'full' },
        { text: '金章洙', lang: 'zh-Hans', kind: 'full' },
        { text: 'Kim Jang Soo', lang: 'en', kind: 'full' },
        { text: 'Kim', lang: 'en', kind: 'family' },
        { text: '김', lang: 'ko', kind: 'family' },
      ],
    });
    expect([entity('person/q11').born, entity('person/q12').born]).toEqual(['1949', undefined]);
  });

  it('makes roles of positions, as exact as their qualifiers', () => {
    const role = {
      title: { en: 'Minister of National Defense', ko: '국방부 장관' },
      post: 'post/q20',
      sources: ['source/wikidata'],
    };
    expect(entity('person/q10').roles).toEqual([
      { ...role, of: 'organisation/q21', from: '2006-11-24', to: '2008-02-29' },
    ]);
    expect(entity('person/q11').roles).toEqual([
      { ...role, of: 'organisation/q21', from: '2010-12-04', to: '2014-06' },
    ]);
    expect(entity('person/q12').roles).toEqual([{ ...role, from: '2014-06-30', to: '..', asOf: '2016-01-01' }]);
  });

  it('makes events with their interval, participants and places', () => {
    const events = pack.records.filter((record): record is PackEvent => record.record === 'event');
    expect(events).toEqual([
      {
        record: 'event',
        id: 'event/q40',
        date: '2015-10-31/2015-11-01',
        kind: 'summit',
        status: 'held',
        title: { en: 'Seoul summit', ko: '서울 회담' },
        participants: [{ entity: 'person/q12' }],
        names: [
          { text: 'Seoul summit', lang: 'en', kind: 'full' },
          { text: '서울 회담', lang: 'ko', kind: 'full' },
        ],
        places: ['place/q50'],
        sources: ['source/wikidata'],
      },
    ]);
  });

  it('says what it leaves out', async () => {
    await build(RECIPE, 'again.jsonl');
    expect(log.slice(0, -1)).toEqual([
      'http://www.wikidata.org/entity/Q11 held http://www.wikidata.org/entity/Q20 on no known day: left out',
      "http://www.wikidata.org/entity/Q13 has no label in the pack's languages: left out",
      'http://www.wikidata.org/entity/Q41 has no date: left out',
    ]);
    expect(log.at(-1)).toMatch(/again\.jsonl: sound, ministers 1, 8 records$/);
  });

  it('is what annotate then knows: the minister of the article is the one of its day', async () => {
    const { index } = await createTerminalKnowledge([pack]);
    const article = (published: string) =>
      JSON.stringify({
        id: published,
        text: 'Defense Minister Kim spoke to reporters in Seoul.',
        lang: 'en',
        published,
      });
    const annotated = annotateDocuments(index, ['2007-05-01', '2012-05-01', '2015-12-01'].map(article).join('\n'));
    const found = ('lines' in annotated ? annotated.lines : []).map((line) => {
      const { mentions } = JSON.parse(line) as { mentions: { surface: string; entity: string | null }[] };
      return mentions.find(({ surface }) => surface.includes('Kim'))?.entity ?? null;
    });
    expect(found).toEqual(['person/q10', 'person/q11', null]);
  });

  it('waits as long as the server asks, and tries again after a failure', async () => {
    const before = wikibase.requests();
    wikibase.stumble({ status: 200, body: '<html>Log in</html>' });
    wikibase.stumble({ status: 429, headers: { 'retry-after': '0' } });
    wikibase.stumble({ status: 503, headers: { 'retry-after': new Date().toUTCString() } });
    const short = {
      ...RECIPE,
      events: [],
      entities: [{ type: 'person', where: '?item wdt:P106 wd:Q1 .' }],
      pageSize: 100,
    };
    expect(await build(short, 'patient.jsonl')).toBe(0);
    expect(wikibase.requests() - before).toBe(3 + 2);
    expect(log.filter((line) => line.includes('waiting'))).toEqual([
      expect.stringMatching(/JSON.*: waiting 2 s$/),
      '429 Too Many Requests: waiting 0 s',
      '503 Service Unavailable: waiting 0 s',
    ]);
  });

  it.each<readonly [name: string, change: object, problem: RegExp]>([
    [
      'a query that is none',
      { entities: [{ type: 'person', where: '?item wdt:P106' }] },
      /^1 http.* refuses the query \(400/,
    ],
    [
      'a where without ?item',
      { entities: [{ type: 'person', where: '?x ?y ?z' }] },
      /"entities\.0\.where" does not speak of \?item/,
    ],
    [
      'a property that is none',
      { entities: [{ type: 'person', where: '?item', born: '569' }] },
      /"entities\.0\.born" is not a property such as P39/,
    ],
    ['a field that is not known', { colour: 'red' }, /"colour" is /],
  ])('refuses %s', async (_, change, problem) => {
    expect(await failure(build({ ...RECIPE, ...change }, 'never.jsonl'))).toMatch(problem);
    expect(existsSync(path('never.jsonl'))).toBe(false);
  });

  it('writes nothing when the header is wrong, and asks over https only', async () => {
    expect(await build({ ...RECIPE, header: { ...RECIPE.header, license: undefined } }, 'never.jsonl')).toBe(1);
    expect(log).toContain('header: "license" is missing: name it, such as CC0-1.0');
    expect(existsSync(path('never.jsonl'))).toBe(false);
    expect(await failure(build(RECIPE, 'never.jsonl', 'http://query.example/sparql'))).toMatch(
      /^2 --endpoint .* expected an https address/,
    );
  });
});
