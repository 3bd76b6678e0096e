/**
 * Look-ups with their waits in full (T107): a server that is silent, slow or endless, in both browsers, first in a page,
 * then in the extension's own background, which has to outlive them; and how soon things end when consent is taken away
 * (T105) or a server fails (T102).
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { LOOK_UP_LIMITS } from '../../lib/services/look-ups/ports';
import type { BrowserKind } from '../support/browsers';
import { copyExtension } from '../support/extension-copy';
import { startBench } from '../support/in-browser';
import type * as LookUpsPage from '../support/look-ups-page';
import { startNewsProxy } from '../support/news-proxy';
import { Reader, until } from '../support/reader';
import { createWikimedia, type Fault } from '../support/wikimedia';
import { ALDANE } from '../support/wikimedia-items';

const SITES = join(import.meta.dirname, '../sites');
const BROWSERS: readonly BrowserKind[] = ['chromium', 'firefox'];
const SECOND_MS = 1_000;
/** A busy machine is late, never early. */
const LATE_MS = 5 * SECOND_MS;
const REVOKED_MS = 100;
const FAILED_MS = 2 * SECOND_MS;

type Case = readonly [what: 'waits' | 'background' | 'revoked' | 'failed', kind: BrowserKind, fault: Fault, ms: number];

const PATIENCE = [
  ['silent', LOOK_UP_LIMITS.stallMs],
  ['slow', LOOK_UP_LIMITS.totalMs],
  ['endless', LOOK_UP_LIMITS.totalMs],
] as const satisfies readonly (readonly [Fault, number])[];
const FAILURES = ['503', 'maxlag', 'html', 'json error', 'redirect', 'truncated gzip', 'huge', 'other shape'] as const;

const CASES: readonly Case[] = BROWSERS.flatMap((kind) => [
  ...PATIENCE.map(([fault, ms]): Case => ['waits', kind, fault, ms]),
  ['background', kind, 'slow', LOOK_UP_LIMITS.totalMs] as const,
  ...PATIENCE.flatMap(([fault]) => Array.from({ length: 10 }, (): Case => ['revoked', kind, fault, REVOKED_MS])),
  ...FAILURES.map((fault): Case => ['failed', kind, fault, FAILED_MS]),
]);

export const total = CASES.length;
/** Some take two minutes: what is done is written down at once. */
export const casesPerSave = 1;

/** Runs one case; its outcome is a word, and an error what is wrong. */
export async function run(number: number): Promise<string> {
  const [what, kind, fault, ms] = CASES[number] as Case;
  const fail = (message: string) => new Error(`${what} ${fault} in ${kind}: ${message}`);
  const took = what === 'background' ? await inBackground(kind, fault, ms) : await inPage(what, kind, fault, fail);
  const isPatience = what === 'waits' || what === 'background';
  if (isPatience && (took < ms - SECOND_MS || took > ms + LATE_MS)) throw fail(`ended after ${took} ms, not ${ms}`);
  if (!isPatience && took > ms) throw fail(`took ${took} ms`);
  return `${kind}: ${what}`;
}

async function inPage(
  what: 'waits' | 'revoked' | 'failed',
  kind: BrowserKind,
  fault: Fault,
  fail: (message: string) => Error,
): Promise<number> {
  const wikimedia = createWikimedia();
  const server = createServer(wikimedia.handle);
  await new Promise<void>((done) => server.listen(0, done));
  const bench = await startBench<typeof LookUpsPage>(kind, join(import.meta.dirname, '../support/look-ups-page.ts'));
  try {
    const page = await bench.open();
    await page.call.begin(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, LOOK_UP_LIMITS);
    wikimedia.faults.set('item', fault);
    if (what === 'revoked') {
      const { told, ms, kept } = await page.call.revokeDuring(ALDANE, 500);
      if (told.problem !== 'aborted' || kept > 0) throw fail(`${told.problem}, ${kept} kept`);
      return ms;
    }
    const { problem, ms } = (await page.call.read(ALDANE)) as { problem: string; ms: number };
    if (what === 'waits' && problem !== 'timeout') throw fail(problem);
    await until('the server to be left', async () => wikimedia.open() === 0);
    return ms;
  } finally {
    await bench.close();
    server.closeAllConnections();
    server.close();
  }
}

/** The built extension, asked from its panel; browsers end a background that only waits after 30 s. */
async function inBackground(kind: BrowserKind, fault: Fault, ms: number): Promise<number> {
  const wikimedia = createWikimedia();
  const copy = copyExtension(kind);
  const proxy = await startNewsProxy(SITES, { 'www.wikidata.org': wikimedia.handle });
  const hosts = ['https://*.wikipedia.org/*', 'https://www.wikidata.org/*'];
  copy.manifest((manifest) => {
    manifest.host_permissions = [...(manifest.host_permissions as string[]), ...hosts];
  });
  const reader = await Reader.start(kind, { proxy: proxy.address, extension: copy.path, leaveBackgroundAlone: true });
  try {
    const page = await reader.extensionPage('options.html');
    await page.evaluate(async () => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      await api.storage.local.set({ 'consent:look-ups': true });
    });
    wikimedia.faults.set('search', fault);
    const start = Date.now();
    const asking = page.evaluate(async () => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      const request = { tabId: -1, text: 'Mira Aldane', item: null };
      return JSON.stringify(await api.runtime.sendMessage({ type: 'brief.name', request }));
    });
    const answer = await Promise.race([
      asking,
      new Promise<string>((done) => setTimeout(done, ms + 30_000, 'nothing')),
    ]);
    if (!answer.includes('"timeout"')) throw new Error(`the background of ${kind} answers ${answer}`);
    return Date.now() - start;
  } finally {
    await reader.close();
    await proxy.close();
    copy.remove();
  }
}
