/** What the tests of look-ups do inside a page: the extension's own services, its way to servers and its databases. */
import { KnowledgeDb } from '../../lib/db/knowledge-db';
import { createLedgerStore } from '../../lib/db/ledger-store';
import { createLookUpCache } from '../../lib/db/look-up-cache';
import { ReaderDb } from '../../lib/db/reader-db';
import type { InterfaceLanguage } from '../../lib/model/localized';
import { askServer } from '../../lib/platform/ask-server';
import { lookUpClock } from '../../lib/platform/slices';
import { LookUpError } from '../../lib/services/look-ups/look-up-error';
import { createLookUps, type LookUps } from '../../lib/services/look-ups/look-ups';
import type { LookUpLimits } from '../../lib/services/look-ups/ports';
import { createRecordedFetch } from '../../lib/services/request-ledger';
import { createMemoryHosts } from './memory-look-ups';

const db = new KnowledgeDb();
const ledger = createLedgerStore(new ReaderDb());
const cache = createLookUpCache(db);
/** Added to the clock: days pass in no time. */
let later = 0;
let consent = true;
let lookUps: LookUps;
let running = new AbortController();

/** Begins anew: `origin` of the server, and how patient to be. */
export async function begin(origin: string, limits: LookUpLimits): Promise<void> {
  running = new AbortController();
  later = 0;
  consent = true;
  await Promise.all([cache.clear(), ledger.clear()]);
  lookUps = createLookUps({
    ask: createRecordedFetch({ fetch: askServer, ledger, now: Date.now }),
    // Two hosts: what one asks for does not close the other.
    endpoints: { wikidata: origin, wikipedia: (lang) => `${origin.replace('127.0.0.1', 'localhost')}/${lang}` },
    cache,
    hosts: createMemoryHosts(),
    clock: { ...lookUpClock, now: () => Date.now() + later },
    random: () => 0,
    isOnline: () => navigator.onLine,
    userAgent: 'Sidelight/test',
    limits,
    mayAsk: async () => consent,
    today: () => '2026-11-25',
  });
}

export function pass(ms: number): void {
  later += ms;
}

interface Told {
  readonly problem: string;
  /** ms until the host may be asked again. */
  readonly wait: number | null;
  readonly ms: number;
}

/** What came of a look-up: how many hits or roles, whether there is a summary, or what went wrong and after how long. */
async function tell(work: Promise<unknown>): Promise<unknown> {
  const start = Date.now();
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof LookUpError)) throw error;
    const { problem, until } = error;
    return { problem, wait: until === null ? null : until - Date.now() - later, ms: Date.now() - start } satisfies Told;
  }
}

export const search = (name: string, lang: InterfaceLanguage = 'en', isPrivate = false): Promise<unknown> =>
  tell(
    lookUps
      .search({ name, lang, articleLang: null, isPrivate }, running.signal)
      .then((hits) => hits.map(({ label }) => label.text)),
  );

export const read = (item: string, lang: InterfaceLanguage = 'en'): Promise<unknown> =>
  tell(
    lookUps.read(item, { lang, isPrivate: false }, running.signal).then(
      (answer) =>
        answer && {
          name: answer.found.entity.label[lang],
          roles: answer.found.entity.roles?.length ?? 0,
          summary: answer.found.summary?.text ?? null,
          withoutSummary: answer.withoutSummary,
        },
    ),
  );

/** Takes consent away while something is under way; tells how long it took to end, and what is kept. */
export async function revokeDuring(item: string, afterMs: number): Promise<{ told: Told; ms: number; kept: number }> {
  const reading = read(item) as Promise<Told>;
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  const start = Date.now();
  consent = false;
  const stopping = lookUps.stop();
  const told = await reading;
  const ms = Date.now() - start;
  await stopping;
  return { told, ms, kept: await db.lookUps.count() };
}

export const kept = async (): Promise<string[]> => await db.lookUps.toCollection().primaryKeys();
export const requests = async (): Promise<string[]> =>
  (await ledger.list()).map(({ outcome, path }) => `${outcome} ${path}`);

/** Puts values of so many characters into a cache of these bounds, reading the first before the last is put; tells which are left. */
export async function fill(sizes: readonly number[], bounds: { entries: number; size: number }): Promise<string[]> {
  const own = createLookUpCache(db, bounds);
  await own.clear();
  let now = 1_000;
  for (const [i, size] of sizes.entries()) {
    if (i === sizes.length - 1) await own.get('0', now++);
    await own.put(String(i), 'x'.repeat(size), now++, 1_000_000);
  }
  return kept();
}

/** What is there of an answer before and after it has expired. */
export async function expire(): Promise<readonly unknown[]> {
  await cache.put('a', { b: 1 }, 1_000, 2_000);
  return [await cache.get('a', 1_999), await cache.get('a', 2_000), await db.lookUps.count()];
}
