/** The background's subscriptions: asked for when the alarm rings or the reader wants it, from here and nowhere else. */
import { createJobStore } from '../../lib/db/job-store';
import { KnowledgeDb } from '../../lib/db/knowledge-db';
import { createKnowledgeStore } from '../../lib/db/knowledge-store';
import { createLedgerStore } from '../../lib/db/ledger-store';
import { ReaderDb } from '../../lib/db/reader-db';
import { createSubscriptionStore } from '../../lib/db/subscription-store';
import { PACK_LIMITS } from '../../lib/packs/limits';
import { refuseLink } from '../../lib/packs/refuse-link';
import { subscriptionAlarm } from '../../lib/platform/alarms';
import { askServer } from '../../lib/platform/ask-server';
import { webByteTools } from '../../lib/platform/byte-tools';
import { ensureInstallId } from '../../lib/platform/install-id';
import { keepAwake } from '../../lib/platform/keep-awake';
import { spool } from '../../lib/platform/spool';
import { hasAccess } from '../../lib/platform/tabs';
import { startTimer } from '../../lib/platform/timer';
import { withPatience } from '../../lib/services/patience';
import { createRecordedFetch } from '../../lib/services/request-ledger';
import { createSubscriptions, type Subscriptions } from '../../lib/services/subscriptions/subscriptions';

/** Of a server that sends a pack; half an hour is enough for the largest at 450 kB/s. */
const PATIENCE = { stallMs: 30_000, totalMs: 30 * 60_000 };
const LOCK = 'sidelight subscriptions';

/** `work`: has the importer begin. */
export function createBackgroundSubscriptions(work: () => void): Subscriptions {
  const knowledge = new KnowledgeDb();
  const reader = new ReaderDb();
  const fetch = createRecordedFetch({ fetch: askServer, ledger: createLedgerStore(reader), now: Date.now });
  return createSubscriptions({
    subscriptions: createSubscriptionStore(reader, ensureInstallId),
    jobs: createJobStore(knowledge),
    knowledge: createKnowledgeStore(knowledge),
    fetch: withPatience(fetch, PATIENCE, startTimer),
    tools: webByteTools,
    spool,
    refuseAddress: (url) => refuseLink(url, { secure: true }),
    hasAccess,
    now: Date.now,
    random: Math.random,
    maxBytes: PACK_LIMITS.fileBytes,
    // The browser gives the lock back when its holder dies.
    exclusively: (task) => navigator.locks.request(LOCK, () => keepAwake(task)),
    setAlarm: subscriptionAlarm.set,
    work,
  });
}
