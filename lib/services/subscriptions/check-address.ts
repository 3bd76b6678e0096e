/**
 * One check of one address: asked for a newer file, which is handed to the importer. Whatever goes wrong, what is
 * installed stands, and the address is asked again later.
 */
import type { PackHeader } from '../../model/pack';
import { compareVersions } from '../../packs/judge-update';
import { visiblePacks } from '../installed-set';
import { isDue as isJobDue, type Job, type JobStore } from '../jobs';
import type { KnowledgeStore } from '../ports';
import { cancelJob, queueImport } from '../queue-jobs';
import { type AskPorts, askForFile } from './ask-for-file';
import { allowedAt, nextCheckAt, recentAttempts } from './schedule';
import { settle } from './settle';
import {
  type AnswerRefusal,
  type CheckOutcome,
  type CheckState,
  type Subscription,
  type SubscriptionStore,
  unchecked,
} from './subscription';

export interface CheckPorts extends AskPorts {
  readonly subscriptions: SubscriptionStore;
  readonly jobs: JobStore;
  readonly knowledge: Pick<KnowledgeStore, 'current'>;
  /** Why an address may not be asked, `null` when it may. What is not of the public web may not (T42). */
  readonly refuseAddress: (url: string) => string | null;
  /** Whether the reader allows requests to the host of an address. */
  readonly hasAccess: (url: string) => Promise<boolean>;
  /** From 0 to 1. */
  readonly random: () => number;
}

interface CheckOptions {
  readonly purpose: 'pack-added' | 'pack-update';
  readonly signal: AbortSignal;
}

/** Progress is written down no more often. */
const TELL_EVERY_MS = 1_000;

/** What a check came to. `too-often`, `busy` (its last file is still being imported): nothing was asked. */
export type CheckResult = CheckOutcome | { readonly kind: 'too-often' } | { readonly kind: 'busy' };

/** Asks an address for its pack. Never rejects because of what a server does. */
export async function checkAddress(
  ports: CheckPorts,
  subscription: Subscription,
  options: CheckOptions,
): Promise<CheckResult> {
  const { subscriptions, jobs, now } = ports;
  const { url } = subscription;
  const known = (await subscriptions.check(url)) ?? unchecked(url);
  const job = known.file?.job ? await jobs.get(known.file.job) : null;
  if (job && isJobDue(job)) return { kind: 'busy' };
  if (allowedAt(known, now()) > now()) return { kind: 'too-often' };
  const state: CheckState = {
    ...settle(known, job, now()),
    ...(options.purpose === 'pack-added' && (await isMissing(ports, subscription)) ? NOTHING_READ : {}),
    attempts: recentAttempts(known, now()),
    running: null,
  };
  const refusal = await refuseToAsk(ports, url);
  if (refusal) return finish(ports, state, refusal);
  const asked = await begin(ports, state);

  let told = now();
  const answer = await askForFile(ports, asked, {
    ...options,
    onProgress(bytes, total) {
      if (Math.abs(now() - told) < TELL_EVERY_MS) return;
      told = now();
      void subscriptions.saveCheck({ ...asked, running: { at: told, bytes, total } }).catch(() => undefined);
    },
  });
  if (answer.kind === 'nothing')
    return finish(ports, { ...asked, ...answer.names }, answer.outcome, answer.retryAfterMs);
  // Whoever has ended the subscription meanwhile does not want what comes from there.
  if (!(await subscriptions.get(url))) return { kind: 'unchanged' };
  const { header, file, sha256, names } = answer;
  const reason = await refuseVersion(ports, subscription, header);
  if (reason) return finish(ports, asked, { kind: 'refused', reason });
  const handed = await handIn(ports, subscription, { header, file, former: job });
  const taken = { ...asked, ...names, file: { sha256, job: handed.id } };
  return finish(ports, taken, { kind: 'fetched', version: header.version });
}

/** As though the file had never been read: it is wanted whole, whatever the server calls it. */
const NOTHING_READ = { etag: null, lastModified: null, readAt: null, file: null } as const;

/** True for a subscription whose pack the browser has lost. */
async function isMissing({ knowledge }: CheckPorts, { pack }: Subscription): Promise<boolean> {
  if (pack === null) return false;
  const current = await knowledge.current();
  return !current || !visiblePacks(current).some(({ header }) => header.id === pack);
}

async function refuseToAsk({ refuseAddress, hasAccess }: CheckPorts, url: string): Promise<CheckOutcome | null> {
  if (refuseAddress(url) !== null) return { kind: 'refused', reason: 'address' };
  return (await hasAccess(url)) ? null : { kind: 'failed', reason: 'no-access' };
}

/** Writes down that it is asked: should the browser end in the middle, this counts as a check that failed. */
async function begin({ subscriptions, now, random }: CheckPorts, before: CheckState): Promise<CheckState> {
  const attempts = [...before.attempts, now()];
  const failures = before.failures + 1;
  const nextAt = nextCheckAt({ attempts, now: now(), failures, random: random() });
  const state = { ...before, attempts, nextAt, running: { at: now(), bytes: 0, total: null } };
  await subscriptions.saveCheck(state);
  return state;
}

async function finish(
  { subscriptions, now, random }: CheckPorts,
  state: CheckState,
  outcome: CheckOutcome,
  retryAfterMs?: number | null,
): Promise<CheckOutcome> {
  const failures = outcome.kind === 'refused' || outcome.kind === 'failed' ? state.failures + 1 : 0;
  const nextAt = nextCheckAt({ attempts: state.attempts, now: now(), failures, random: random(), retryAfterMs });
  await subscriptions.saveCheck({ ...state, failures, checkedAt: now(), nextAt, outcome, running: null });
  return outcome;
}

/** Why a sound header is not taken from this address. */
async function refuseVersion(
  { subscriptions, knowledge }: CheckPorts,
  { url, pack }: Subscription,
  { id, version }: PackHeader,
): Promise<AnswerRefusal | null> {
  if (pack !== null && pack !== id) return 'another-pack';
  if ((await subscriptions.list()).some((other) => other.url !== url && other.pack === id)) return 'elsewhere';
  const current = await knowledge.current();
  const installed = current && visiblePacks(current).find(({ header }) => header.id === id);
  if (!installed) return null;
  if (installed.origin.kind === 'bundled') return 'bundled';
  return compareVersions(version, installed.header.version) < 0 ? 'older' : null;
}

interface NewFile {
  readonly header: PackHeader;
  readonly file: Parameters<typeof queueImport>[1];
  /** The import of the file before: still there when it waits for the reader. */
  readonly former: Job | null;
}

/** Hands the file to the importer; what was held of an older one is out of date. */
async function handIn(
  { jobs, subscriptions }: CheckPorts,
  subscription: Subscription,
  { header, file, former }: NewFile,
): Promise<Job> {
  if (former?.state.kind === 'held') await cancelJob(jobs, former.id);
  if (subscription.pack === null) await subscriptions.put({ ...subscription, pack: header.id });
  const { url, isPrivate } = subscription;
  return queueImport(jobs, file, { origin: { kind: 'url', url }, ...(isPrivate ? { isPrivate } : {}) });
}
