/** What is the reader's own, in the background: who keeps it, who asks for it, who hears of changes. */
import { createHistoryStore } from '../../lib/db/history-store';
import { createOwnRecords } from '../../lib/db/own-records';
import { ReaderDb } from '../../lib/db/reader-db';
import { historyAlarm } from '../../lib/platform/alarms';
import { readHistoryChoice, writeHistoryChoice } from '../../lib/platform/history-choice';
import { ensureInstallId } from '../../lib/platform/install-id';
import { namesLanguage } from '../../lib/platform/language';
import { forgetPrivateOwn, privateOwn, tellOwnChanged } from '../../lib/platform/own-area';
import { readStored } from '../../lib/platform/settings-area';
import { clock } from '../../lib/platform/slices';
import { tabById } from '../../lib/platform/tabs';
import { createHistory, type History } from '../../lib/services/own/keep-history';
import { createOwn, type Own } from '../../lib/services/own/keep-own';
import { createPrivateRecords } from '../../lib/services/own/private-records';
import type { OwnInPages } from '../../lib/services/read-page';
import { effectiveSettings } from '../../lib/settings/schema';
import type { BackgroundKnowledge } from './knowledge';
import type { OwnHandlers } from './own-handlers';

/**
 * So long an article waits for names and rules, once the packs are there: reading began with theirs and is done before, unless
 * the database is slow. It is read again when they come.
 */
const PATIENCE_MS = 150;

export interface BackgroundOwn extends Omit<OwnHandlers, 'erase' | 'made'> {
  readonly own: Own;
  readonly history: History;
  /** What recognition wants of it. */
  readonly inPages: OwnInPages;
  /** The last private window has closed. */
  readonly forgetPrivate: () => Promise<void>;
}

/** `renew`: has every open page read again. */
export function createBackgroundOwn(
  { knowledge }: Pick<BackgroundKnowledge, 'knowledge'>,
  renew: () => void,
  report: (error: unknown) => void,
): BackgroundOwn {
  const reader = new ReaderDb();
  const stored = createOwnRecords(reader, ensureInstallId);
  const lang = async () => namesLanguage(effectiveSettings(await readStored()));
  const own = createOwn({
    stored,
    inPrivate: createPrivateRecords(stored, privateOwn),
    patience: () => clock.sleep(PATIENCE_MS),
    changed: (table) => {
      void tellOwnChanged().catch(report);
      // Names and rules change what is found; pins and notes change nothing in any page.
      if (table === 'names' || table === 'rules') renew();
    },
  });
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
    reread: () => void own.reread().catch(report),
    async windowOf(tabId, asker) {
      const tab = await tabById(tabId);
      return { private: tab?.private ?? asker.private };
    },
    async forgetPrivate() {
      await forgetPrivateOwn();
      own.reset();
    },
  };
}
