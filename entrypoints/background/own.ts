/** What is the reader's own, in the background: who keeps it, who asks for it, who hears of changes. */
import { dropDatabase } from '../../lib/db/drop-database';
import { eraseTables } from '../../lib/db/erase-tables';
import { createHistoryStore } from '../../lib/db/history-store';
import { createOwnRecords } from '../../lib/db/own-records';
import { ReaderDb } from '../../lib/db/reader-db';
import { SyncDb } from '../../lib/db/sync-db';
import { historyAlarm } from '../../lib/platform/alarms';
import { today } from '../../lib/platform/calendar';
import { beginErasing, eraseStorage, isErasing } from '../../lib/platform/erase';
import { readHistoryChoice, writeHistoryChoice } from '../../lib/platform/history-choice';
import { ensureInstallId } from '../../lib/platform/install-id';
import { namesLanguage } from '../../lib/platform/language';
import { forgetPrivateOwn, privateOwn, tellOwnChanged } from '../../lib/platform/own-area';
import { eraseReaderCopy } from '../../lib/platform/reader-copy';
import { readStored } from '../../lib/platform/settings-area';
import { readTabFacts } from '../../lib/platform/tab-facts';
import { tabById } from '../../lib/platform/tabs';
import type { ErasePorts } from '../../lib/services/own/erase';
import { findCalled } from '../../lib/services/own/find-called';
import { createHistory, type History } from '../../lib/services/own/keep-history';
import { createOwn, type Own } from '../../lib/services/own/keep-own';
import { createPrivateRecords } from '../../lib/services/own/private-records';
import type { OwnInPages } from '../../lib/services/read-page';
import { effectiveSettings } from '../../lib/settings/schema';
import type { BackgroundKnowledge } from './knowledge';
import type { OwnHandlers } from './own-handlers';

/** A database that does not answer keeps no article from being read. */
const PATIENCE_MS = 3_000;

interface BackgroundOwn extends Omit<OwnHandlers, 'erase'> {
  readonly own: Own;
  readonly history: History;
  /** What recognition wants of it. */
  readonly inPages: OwnInPages;
  readonly erasing: ErasePorts;
  /** Another device's records may have come. */
  readonly refresh: () => void;
  /** The last private window has closed. */
  readonly forgetPrivate: () => Promise<void>;
}

/** `renew`: has every open page read again. */
export function createBackgroundOwn(
  { knowledge, db }: Pick<BackgroundKnowledge, 'knowledge' | 'db'>,
  renew: () => void,
  report: (error: unknown) => void,
): BackgroundOwn {
  const reader = new ReaderDb();
  const stored = createOwnRecords(reader, ensureInstallId);
  const soon = async <T>(reading: Promise<T>): Promise<T> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE_MS} ms`)), PATIENCE_MS);
    });
    return Promise.race([reading, late]).finally(() => clearTimeout(timer));
  };
  const lang = async () => namesLanguage(effectiveSettings(await readStored()));
  const own = createOwn({
    stored,
    inPrivate: createPrivateRecords(stored, privateOwn),
    soon,
    changed: (table) => {
      void tellOwnChanged().catch(report);
      // Names and rules change what is found; pins and notes change nothing in any page.
      if (table === 'names' || table === 'rules') renew();
    },
  });
  const refresh = (): void => {
    own.reset();
    void tellOwnChanged().catch(report);
  };
  const joined = async (isPrivate: boolean) => {
    const known = await knowledge.get();
    return known && own.join(known, { private: isPrivate });
  };
  const history = createHistory({
    store: createHistoryStore(reader, ensureInstallId),
    choice: readHistoryChoice,
    setChoice: writeHistoryChoice,
    knowledge: () => joined(false),
    lang,
    now: Date.now,
    setAlarm: historyAlarm.set,
  });
  // Read at once: the first article will want them.
  own.prepare();

  return {
    own,
    history,
    inPages: {
      join: own.join,
      isOwnName: own.isOwnName,
      rule: own.rule,
      read: (tabId, state) =>
        void history
          .note(tabId, state)
          .then((isNoted) => (isNoted ? tellOwnChanged() : undefined))
          .catch(report),
    },
    joined,
    refresh,
    reread() {
      refresh();
      renew();
    },
    async windowOf(tabId, asker) {
      const tab = await tabById(tabId);
      return { private: tab?.private ?? asker.private };
    },
    async find(tabId, text, window) {
      const [known, { state, lang: language }] = await Promise.all([joined(window.private), readTabFacts(tabId)]);
      const asOf = state?.status === 'ready' ? state.asOf : { day: today(), origin: 'none' as const };
      return known ? findCalled(known, text, asOf, language) : [];
    },
    erasing: {
      hasBegun: isErasing,
      begin: beginErasing,
      // What would bring it back first: synchronisation and the copy. And the records again, should the copy have come back.
      steps: [
        () => eraseTables(new SyncDb()),
        eraseReaderCopy,
        () => eraseTables(reader),
        () => dropDatabase(db),
        eraseStorage,
        () => eraseTables(reader),
      ],
      erased: () => {
        refresh();
        knowledge.reset();
        void knowledge.get().then(renew, report);
      },
    },
    async forgetPrivate() {
      await forgetPrivateOwn();
      own.reset();
    },
  };
}
