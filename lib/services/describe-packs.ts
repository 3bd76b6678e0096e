/** What the Packs section of the options shows, from what is stored. */
import type { InterfaceLanguage, LanguageTag, ShownText } from '../model/localized';
import { pickText } from '../model/localized';
import type {
  JobModel,
  OriginModel,
  OrphanModel,
  PackModel,
  PacksModel,
  SubscriptionModel,
} from '../settings/pack-models';
import { readableHost } from '../text/address';
import { visiblePacks } from './installed-set';
import type { Job } from './jobs';
import type { CurrentKnowledge, InstalledPack, PackOrigin } from './ports';
import { allowedAt } from './subscriptions/schedule';
import { type CheckState, type Subscription, unchecked } from './subscriptions/subscription';

/** What is stored of the packs. */
export interface StoredPacks {
  readonly current: CurrentKnowledge | null;
  readonly jobs: readonly Job[];
  readonly subscriptions: readonly Subscription[];
  readonly checks: readonly CheckState[];
  readonly usedBytes: number | null;
}

interface DescribeOptions {
  /** ms since 1970. */
  readonly now: number;
  readonly lang: InterfaceLanguage;
}

/** A check that has not said anything for so long was left by a browser that ended. */
const RUNNING_MS = 60_000;

/** Makes the model of the section. */
export function describePacks(stored: StoredPacks, options: DescribeOptions): PacksModel {
  const installed = stored.current ? visiblePacks(stored.current) : [];
  const subscribed = stored.subscriptions.map((subscription) => {
    const state = stored.checks.find(({ url }) => url === subscription.url) ?? unchecked(subscription.url);
    return { subscription, state };
  });
  const ofPack = (id: string) => subscribed.find(({ subscription }) => subscription.pack === id);
  const orphans = subscribed.filter(
    ({ subscription }) => !installed.some(({ header }) => header.id === subscription.pack),
  );
  return {
    packs: installed.map((pack) => describePack(pack, ofPack(pack.header.id)?.state ?? null, options)),
    jobs: stored.jobs.map((job) => describeJob(job, stored.current, options)),
    orphans: orphans.map(
      ({ subscription, state }): OrphanModel => ({
        subscription: describeSubscription(state, options),
        pack: subscription.pack,
      }),
    ),
    usedBytes: stored.usedBytes,
  };
}

/** How long ago, in ms; never negative, whatever was done to the clock. */
const since = (then: number, { now }: DescribeOptions): number => Math.max(0, now - then);

const hostOf = (url: string): string => readableHost(url) ?? url;

/** Names of messages have no hyphens. */
const toKey = (code: string): string => code.replaceAll('-', '_');

const titleOf = ({ title, id }: InstalledPack['header'], lang: LanguageTag): ShownText =>
  pickText(title, lang) ?? { text: id, lang: 'en' };

function describePack(pack: InstalledPack, state: CheckState | null, options: DescribeOptions): PackModel {
  const { header, origin } = pack;
  const { updateUrl } = header;
  const installedAt = Date.parse(pack.installedAt);
  const isOffered = state === null && origin.kind !== 'bundled' && updateUrl !== undefined;
  return {
    id: header.id,
    title: titleOf(header, options.lang),
    publisher: header.publisher,
    license: header.license,
    version: header.version,
    origin: describeOrigin(origin),
    homepage: header.homepage ?? null,
    records: pack.records,
    bytes: pack.bytes,
    coverageTo: header.coverageTo,
    installedAgo: Number.isNaN(installedAt) ? 0 : since(installedAt, options),
    isPrivate: pack.isPrivate,
    isPrivateByAuthor: header.private === true,
    subscription: state ? describeSubscription(state, options) : null,
    offer: isOffered ? { url: updateUrl, host: hostOf(updateUrl) } : null,
    lastUpdate: state?.update ? { changes: state.update.changes, ago: since(state.update.at, options) } : null,
  };
}

const describeOrigin = (origin: PackOrigin): OriginModel =>
  origin.kind === 'url' ? { ...origin, host: hostOf(origin.url) } : origin;

function describeSubscription(state: CheckState, options: DescribeOptions): SubscriptionModel {
  const { url, checkedAt, nextAt, outcome, running } = state;
  const isProblem = outcome?.kind === 'refused' || outcome?.kind === 'failed';
  return {
    url,
    host: hostOf(url),
    checkedAgo: checkedAt === null ? null : since(checkedAt, options),
    nextIn: Math.max(0, nextAt - options.now),
    mayCheckIn: Math.max(0, allowedAt(state, options.now) - options.now),
    problem: isProblem ? toKey(outcome.reason) : null,
    status: outcome?.kind === 'failed' ? (outcome.status ?? null) : null,
    running:
      running && Math.abs(options.now - running.at) < RUNNING_MS
        ? { bytes: running.bytes, total: running.total }
        : null,
  };
}

function describeJob(job: Job, current: CurrentKnowledge | null, { lang }: DescribeOptions): JobModel {
  const installed = job.kind === 'remove' && current?.packs.find(({ header }) => header.id === job.pack)?.header;
  const header = job.kind === 'import' ? job.pack : installed || undefined;
  const origin = job.kind === 'import' ? describeOrigin(job.origin) : null;
  const given = origin?.kind === 'file' ? origin.name : origin?.kind === 'url' ? origin.host : '';
  return {
    id: job.id,
    kind: job.kind,
    name: header ? titleOf(header, lang) : { text: job.kind === 'remove' ? job.pack : given, lang: 'en' },
    origin,
    state: describeJobState(job.state),
  };
}

function describeJobState(state: Job['state']): JobModel['state'] {
  switch (state.kind) {
    case 'held': {
      const { removed, before, changedLinks } = state.judgement;
      return { kind: 'held', removed, before, changedLinks, changes: state.changes };
    }
    case 'refused':
      return { ...state, reason: toKey(state.reason) };
    case 'failed':
      return { kind: 'failed', reason: toKey(state.reason) };
    case 'done':
      return { kind: 'done', same: state.same === true, changes: state.changes ?? null };
    default:
      return state;
  }
}
