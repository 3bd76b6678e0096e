/** The background's knowledge: opened at once, kept in order when nobody waits, and who hears of changes. */

import type { MendAction } from '../../lib/briefing/view-models';
import { databaseProblem } from '../../lib/db/database-problems';
import { dropDatabase } from '../../lib/db/drop-database';
import { KnowledgeDb } from '../../lib/db/knowledge-db';
import { markInstall } from '../../lib/db/knowledge-store';
import { command } from '../../lib/messaging/client';
import { createInstallHost, noteInstallEnd } from '../../lib/platform/install-host';
import { ensureInstallId } from '../../lib/platform/install-id';
import { installLedger } from '../../lib/platform/install-ledger';
import { tellInstallProgress } from '../../lib/platform/install-progress';
import type { InstallEvents } from '../../lib/platform/installer';
import { mayTryAgain, tellTrouble } from '../../lib/platform/knowledge-problem';
import { slices } from '../../lib/platform/slices';
import { allTabs } from '../../lib/platform/tabs';
import { setVerified, wasVerified } from '../../lib/platform/verified-index';
import { giveUpLost, type LedgerPack, noteInstalled, noteLoss, restoreLost } from '../../lib/services/install-ledger';
import { sightOf } from '../../lib/services/installed-set';
import { isDue } from '../../lib/services/jobs';
import { rebuilderOf, updateKnowledge } from '../../lib/services/keep-knowledge';
import { openKnowledge } from '../../lib/services/knowledge';
import { createKnowledgeHolder, type KnowledgeHolder } from '../../lib/services/knowledge-holder';
import { openStandIn } from '../../lib/services/memory-knowledge';
import type { CurrentKnowledge } from '../../lib/services/ports';
import { readableHost } from '../../lib/text/address';
import { installPorts } from './install-ports';

/** What woke the background has been answered by then; in Firefox and Chromium it lives for 30 s. */
const MAINTAIN_AFTER_MS = 3_000;

/** Nobody waits for these: what failed is said in the extension's own console. */
const report = (error: unknown): void => console.error('Sidelight:', error);

async function renewPages(): Promise<void> {
  for (const { id, url } of await allTabs())
    if (readableHost(url) !== null) void command(id, 'page.renew', { unseen: false });
}

export interface BackgroundKnowledge {
  readonly knowledge: KnowledgeHolder;
  readonly db: KnowledgeDb;
  /** What the installer tells of itself. */
  readonly installer: InstallEvents;
  /** Packs have been added, removed or changed by the reader: looks anew, and has what is due done. */
  readonly work: () => Promise<void>;
  /** Has every open page read again. */
  readonly renew: () => void;
  /** Does what the reader wants done about knowledge that is not as it should be. */
  readonly mend: (action: MendAction) => Promise<void>;
}

interface KnowledgeEvents {
  /** The installer has done what there was to do. */
  readonly ended: () => void;
  /** A pack that was lost is wanted again from its address. */
  readonly fetchAgain: (pack: LedgerPack & { readonly url: string }) => Promise<void>;
  /** Packs were lost: whether what the reader made is there, or is there again. */
  readonly isReaderSafe: () => Promise<boolean>;
  /** Something went wrong where packs are installed. */
  readonly problem: InstallEvents['problem'];
}

export function createBackgroundKnowledge(events: KnowledgeEvents): BackgroundKnowledge {
  const { ended, fetchAgain, isReaderSafe, problem } = events;
  const db = new KnowledgeDb();
  const ports = installPorts(db);
  const { store, jobs } = ports;
  const changed = () => void renewPages().catch(report);
  const look = () => {
    knowledge.reset();
    changed();
  };
  const noteNow = (current: CurrentKnowledge | null) => noteInstalled(installLedger, current);
  const installer: InstallEvents = {
    problem,
    progress: (progress) => void tellInstallProgress(progress).catch(report),
    finished: async ({ failed }) => {
      await Promise.all([noteInstallEnd(failed), tellInstallProgress(null)]);
      // What stands answers as before: only where there is nothing at all have readers to be told.
      if (!failed) await tellTrouble(null);
      else if ((await store.current().catch(() => null)) === null) await tellTrouble('storage');
      ended();
      return !failed && (await jobs.list()).some(isDue);
    },
    changed: () => {
      // The worker may live on for a while: the reader has everything from here on.
      void tellInstallProgress(null).catch(report);
      look();
      void store.current().then(noteNow).catch(report);
    },
  };
  const host = createInstallHost(installer);
  const rebuild = rebuilderOf(ports, host);
  const knowledge = createKnowledgeHolder({
    open: async () => {
      const start = performance.now();
      const opened = await openKnowledge(store, rebuild, slices);
      performance.measure('index read', { start });
      return opened;
    },
    keeper: {
      update: async () => {
        if ((await store.current()) === null) await noteLoss(installLedger, isReaderSafe);
        await markInstall(db, await ensureInstallId());
        const outcome = await updateKnowledge(ports, host);
        await noteNow(await store.current());
        return outcome;
      },
      discard: store.discardIndex,
      wasVerified,
      setVerified,
      later: (task) => void setTimeout(task, MAINTAIN_AFTER_MS),
      tell: (trouble) => tellTrouble(trouble?.kind ?? null).catch(report),
      mayTry: mayTryAgain,
      troubleOf: databaseProblem,
      standIn: () => openStandIn(ports),
      changed,
      slices,
    },
  });
  let seen = '';
  const work = async (): Promise<void> => {
    const sight = sightOf(await store.current());
    if (sight !== seen) look();
    seen = sight;
    await host.start({ isAsked: true });
  };
  const mend: BackgroundKnowledge['mend'] = async (action) => {
    if (action === 'dismiss') return giveUpLost(installLedger);
    if (action === 'restore') return restoreLost(installLedger, fetchAgain);
    if (action === 'start-afresh') await dropDatabase(db).catch(report);
    await knowledge.retry();
  };
  return { knowledge, db, installer, work, renew: changed, mend };
}
