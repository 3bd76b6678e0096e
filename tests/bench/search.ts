/**
 * `search/100k`: ms from a query to its results as the panel shows them, over 100,000 entities with names in four
 * scripts and 10,000 events: the median over queries of every kind, as they are typed letter by letter. Records are in
 * memory: reading the rows of some forty results is not measured. `…/slowest`: the slowest of the queries; `…/first`: the
 * first one, which nothing has warmed up.
 *
 * `search/100k/chromium`, `…/firefox`: the same queries in the real panel over the real database, from the letters in the
 * field to the results in the document, rows and drawing included.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { PackRecord } from '../../lib/model/pack';
import { createMemoryKnowledge } from '../../lib/services/memory-knowledge';
import { searchKnowledge } from '../../lib/services/search';
import { type BrowserKind, findBrowser } from '../support/browsers';
import { startNewsProxy } from '../support/news-proxy';
import { Reader, until } from '../support/reader';
import { atOnce } from '../support/slices';
import { createRandom, syntheticHeader, syntheticRecords } from '../support/synthetic-pack';
import { median } from './percentile';
import type { Measurement } from './run';
import { compileKnowledge, fillDatabase, prepareCopy } from './synthetic-extension';

/** Some 2.2 names an entity. */
const NAMES = 223_000;
const EVENTS = 10_000;
const TODAY = '2026-10-06';
const QUERIES = 40;
/** Of each query the median of so many. */
const RUNS = 5;

const PLACES = ['Seoul', 'Tokyo', 'Busan', 'Geneva', 'Lagos'];

function events(): PackRecord[] {
  const random = createRandom(7);
  return Array.from({ length: EVENTS }, (_, i) => {
    const place = PLACES[Math.floor(random() * PLACES.length)];
    const date = new Date(Date.UTC(1990, 0, 1) + Math.floor(random() * 13_000) * 86_400_000).toISOString().slice(0, 10);
    return {
      record: 'event',
      id: `event/e${i}` as never,
      date,
      kind: 'visit',
      status: 'held',
      title: { en: `Ministers meet in ${place} for the ${i}th time`, ja: `閣僚会合${i}、開催`, ko: `장관 회담 ${i}차` },
      participants: [],
      sources: ['source/register' as never],
    };
  });
}

/** Names of the pack as they are typed: some letters of them, whole ones, words from their middle, and what is no name. */
function queriesOf(records: readonly PackRecord[]): string[] {
  const random = createRandom(8);
  const named = records.filter((record) => record.record === 'entity');
  return Array.from({ length: QUERIES }, (_, i) => {
    const entity = named[Math.floor(random() * named.length)];
    const names = entity?.names ?? [];
    const text = names[Math.floor(random() * names.length)]?.text ?? '';
    if (i % 4 === 0) return text.slice(0, 1 + Math.floor(random() * 3));
    if (i % 4 === 1) return text;
    if (i % 4 === 2) return text.split(' ').at(-1)?.slice(0, 4) ?? text;
    return `${text.slice(0, 4)}qx`;
  });
}

async function search(): Promise<Measurement[]> {
  const records = [...syntheticRecords(NAMES), ...events()];
  const sha256 = async (text: string) => createHash('sha256').update(text).digest('hex');
  const pack = { header: syntheticHeader(), records, sha256: 'a'.repeat(64), skipped: [] };
  const knowledge = await createMemoryKnowledge([pack], { sha256, slices: atOnce });
  const ask = async (text: string): Promise<number> => {
    const start = performance.now();
    await searchKnowledge(knowledge, { text, asOf: null, beside: [], lang: 'en' }, TODAY);
    return performance.now() - start;
  };
  const queries = [...queriesOf(records), '中', '가', '장관', 'ㄱㄴ', 'ministers seoul', 'a', 'geneva meet'];
  const first = await ask(queries[0] as string);
  for (const text of queries) await ask(text);
  const times: number[] = [];
  for (const text of queries) {
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await ask(text));
    times.push(median(runs));
  }
  const better = 'lower';
  return [
    { name: 'search/100k', value: median(times), unit: 'ms', better },
    { name: 'search/100k/slowest', value: Math.max(...times), unit: 'ms', better },
    { name: 'search/100k/first', value: first, unit: 'ms', better },
  ];
}

/** From letters in an empty field to results; ms. Of the page's own clock. */
const typeIn = (panel: Page, text: string): Promise<number> =>
  panel.evaluate(async (typed) => {
    const field = document.querySelector<HTMLInputElement>('.search input');
    if (!field) throw new Error('no field');
    const write = (value: string) => {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const hasResults = () => document.querySelector('.search [role="option"]') !== null;
    const turn = () => new Promise((resolve) => requestAnimationFrame(resolve));
    write('');
    while (hasResults()) await turn();
    const found = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!hasResults()) return;
        observer.disconnect();
        resolve(null);
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    const start = performance.now();
    write(typed);
    await found;
    return performance.now() - start;
  }, text);

async function inPanel(kind: BrowserKind): Promise<Measurement[]> {
  const records = [...syntheticRecords(NAMES), ...events()];
  const copy = await prepareCopy(kind, await compileKnowledge(records, 'search'));
  const proxy = await startNewsProxy(join(import.meta.dirname, '../sites'));
  const reader = await Reader.start(kind, { proxy: proxy.address, extension: copy.path });
  try {
    await fillDatabase(reader);
    const panel = await reader.extensionPage('sidepanel.html');
    await until('the search', () => panel.evaluate(() => document.querySelector('.search input') !== null));
    // What has letters of no name finds nothing.
    const queries = queriesOf(records).filter((text) => !text.endsWith('qx') && text !== '');
    const first = await typeIn(panel, queries[0] as string);
    const times: number[] = [];
    for (const text of queries) {
      const runs: number[] = [];
      for (let run = 0; run < RUNS; run++) runs.push(await typeIn(panel, text));
      times.push(median(runs));
    }
    const entry = (what: string, value: number): Measurement => ({
      name: `search/100k/${kind}${what}`,
      value,
      unit: 'ms',
      better: 'lower',
    });
    return [entry('', median(times)), entry('/slowest', Math.max(...times)), entry('/first', first)];
  } finally {
    await reader.close();
    await proxy.close();
    copy.remove();
  }
}

async function searches(): Promise<Measurement[]> {
  const results = await search();
  for (const kind of ['chromium', 'firefox'] satisfies BrowserKind[])
    if (findBrowser(kind) !== null) results.push(...(await inPanel(kind)));
  return results;
}

export const SEARCH: Readonly<Record<string, () => Promise<Measurement[]>>> = { 'search/100k': searches };
