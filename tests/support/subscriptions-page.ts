/**
 * What the tests of subscriptions do inside a page: the extension's own service on the page's IndexedDB, asking a server
 * on loopback. Which addresses may be asked is a parameter of the service, and so is how large a file may be.
 */
import { createJobStore } from '../../lib/db/job-store';
import { KnowledgeDb } from '../../lib/db/knowledge-db';
import { createKnowledgeStore } from '../../lib/db/knowledge-store';
import { createLedgerStore } from '../../lib/db/ledger-store';
import { ReaderDb } from '../../lib/db/reader-db';
import { createSubscriptionStore } from '../../lib/db/subscription-store';
import { askServer } from '../../lib/platform/ask-server';
import { webByteTools } from '../../lib/platform/byte-tools';
import { spool } from '../../lib/platform/spool';
import { startTimer } from '../../lib/platform/timer';
import type { InstallPorts } from '../../lib/services/install-packs';
import { visiblePacks } from '../../lib/services/installed-set';
import { withPatience } from '../../lib/services/patience';
import { createRecordedFetch } from '../../lib/services/request-ledger';
import { runJobs } from '../../lib/services/run-jobs';
import { createSubscriptions } from '../../lib/services/subscriptions/subscriptions';
import { atOnce } from './slices';

const MAX_BYTES = 4 * 1024 * 1024;

const knowledge = new KnowledgeDb();
const reader = new ReaderDb();
const store = createKnowledgeStore(knowledge);
const jobs = createJobStore(knowledge);
const ledger = createLedgerStore(reader);
const subscriptions = createSubscriptionStore(reader, async () => 'd1');
/** Days are given by the test: requests are few a day. */
let now = Date.UTC(2026, 9, 6);
let alarm: number | null = null;

const service = createSubscriptions({
  subscriptions,
  jobs,
  knowledge: store,
  fetch: withPatience(
    createRecordedFetch({ fetch: askServer, ledger, now: () => now }),
    { stallMs: 1_000, totalMs: 5_000 },
    startTimer,
  ),
  tools: webByteTools,
  spool,
  refuseAddress: (url) => (url.startsWith('http://127.0.0.1:') ? null : 'is not on loopback'),
  hasAccess: async () => true,
  now: () => now,
  random: () => 0,
  maxBytes: MAX_BYTES,
  exclusively: (task) => navigator.locks.request('subscriptions', task),
  setAlarm: async (at) => {
    alarm = at;
  },
  work: () => undefined,
});

const installer: InstallPorts = {
  store,
  jobs,
  bundled: { list: async () => [], read: async () => new Blob() },
  tools: webByteTools,
  sha256: async (text) => {
    const digest = webByteTools.createDigest();
    digest.update(new TextEncoder().encode(text));
    return digest.hex();
  },
  newGeneration: () => crypto.randomUUID(),
  now: () => new Date(now).toISOString(),
  slices: atOnce,
};

export const add = (url: string) => service.add({ url, pack: null, isPrivate: false });

/** So many days later: what is due is asked for and imported. */
export async function later(days: number) {
  now += days * 86_400_000;
  await service.checkDue();
  await runJobs(installer, {});
  await service.settle();
  return state();
}

/** What a reader who looks now finds. */
export async function state() {
  const current = await store.current();
  const [first] = await subscriptions.list();
  const check = first ? await subscriptions.check(first.url) : null;
  return {
    packs: (current ? visiblePacks(current) : []).map(({ header, origin }) => ({ version: header.version, origin })),
    outcome: check?.outcome ?? null,
    jobs: (await jobs.list()).map(({ state: { kind } }) => kind),
    requests: (await ledger.list()).map(({ path, outcome, bytes }) => ({ path, outcome, bytes })),
    alarmIn: alarm === null ? null : alarm - now,
  };
}

/** Forgets everything. */
export async function reset(): Promise<void> {
  await Promise.all([...knowledge.tables, ...reader.tables].map((table) => table.clear()));
}
