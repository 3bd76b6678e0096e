/** The background: registers every listener synchronously, so that what woke it is heard, and wires services to adapters. */
import { defineBackground } from 'wxt/utils/define-background';
import { command } from '../../lib/messaging/client';
import { listenForMessages } from '../../lib/messaging/listen';
import { historyAlarm, subscriptionAlarm } from '../../lib/platform/alarms';
import { createBriefMenu, onBriefMenu } from '../../lib/platform/brief-requests';
import { today } from '../../lib/platform/calendar';
import { isWorker } from '../../lib/platform/installer';
import { namesLanguage } from '../../lib/platform/language';
import {
  injectIntoOpenTabs,
  onBrowserStart,
  onInstalled,
  onPrivateWindowsGone,
  onTabRemoved,
} from '../../lib/platform/lifecycle';
import { createNameMenu, onNameMenu } from '../../lib/platform/name-menu';
import { forgetOwnRequest } from '../../lib/platform/own-area';
import { openWelcome } from '../../lib/platform/panel';
import { sessionPages } from '../../lib/platform/session-pages';
import { forgetPrivateSwitches, readStored, watchStored } from '../../lib/platform/settings-area';
import { clock, slices } from '../../lib/platform/slices';
import { lockStorage } from '../../lib/platform/storage-access';
import { createPageReader } from '../../lib/services/read-page';
import { effectiveSettings } from '../../lib/settings/schema';
import { announceSettings } from './announce-settings';
import { listenForCommands } from './commands';
import { createErasure } from './erase';
import { createHandlers } from './handlers';
import { install } from './installer';
import { createBackgroundKnowledge } from './knowledge';
import { createBriefer } from './look-ups';
import { createBackgroundOwn } from './own';
import { noteProblems } from './problems';
import { createReaderCopy } from './reader-copy';
import { createBackgroundSites } from './sites';
import { createBackgroundSubscriptions } from './subscriptions';
import { createBackgroundSync } from './sync';

/** Nobody waits for these: what failed is said in the extension's own console. */
const report = (error: unknown): void => console.error('Sidelight:', error);

export default defineBackground(() => {
  // Once more as a worker: what installs packs is made of what answers from them, and ships once.
  if (isWorker()) return install();
  const problems = noteProblems();
  const copy = createReaderCopy(report);
  const background = createBackgroundKnowledge({
    isReaderSafe: copy.isSafe,
    problem: problems.ofInstaller,
    ended: () => void subscriptions.settle().catch(report),
    fetchAgain: async ({ url, id, isPrivate }) => {
      await subscriptions.add({ url, pack: id, isPrivate });
    },
  });
  const subscriptions = createBackgroundSubscriptions(() => void background.work().catch(report));
  const { knowledge, db } = background;
  // Read at once: whatever woke the background will want it.
  void knowledge.get();
  const kept = createBackgroundOwn(background, background.renew, report);
  const { history } = kept;
  const reader = createPageReader({
    own: kept.inPages,
    knowledge: knowledge.get,
    states: sessionPages,
    settings: async () => {
      const { marks, ...languages } = effectiveSettings(await readStored());
      return { marks, lang: namesLanguage(languages) };
    },
    today,
    sendCards: (tabId, cards) => void command(tabId, 'page.cards', cards),
    slices,
    clock,
    recognised: (start, end) => performance.measure('recognition', { start, end }),
  });

  const briefer = createBriefer(db, kept.joined, report);

  const sites = createBackgroundSites({ forget: reader.forget, failed: report });
  const sync = createBackgroundSync(report, kept.reread);
  const erase = createErasure({ knowledge: background, own: kept, sync, copy, report });
  const made = () => {
    sync.changed();
    copy.soon();
  };
  const handlers = createHandlers(reader, background, subscriptions, briefer, sites, sync, { ...kept, erase, made });
  listenForMessages({ ...handlers, ...problems.handlers });
  listenForCommands();
  onBriefMenu(report);
  onNameMenu(report);
  historyAlarm.on(() => void history.prune().catch(report));
  subscriptionAlarm.on(() => void subscriptions.checkDue().catch(report));
  onBrowserStart(
    () => void Promise.all([subscriptions.plan(), sites.follow(), sync.started(), history.prune()]).catch(report),
  );
  watchStored(() => void Promise.all([announceSettings(), sites.follow()]).catch(report));
  onPrivateWindowsGone(() => void Promise.all([forgetPrivateSwitches(), kept.forgetPrivate()]).catch(report));
  onTabRemoved(
    (tabId) =>
      void Promise.all([
        reader.forget(tabId),
        briefer.forget(tabId),
        sites.forget(tabId),
        forgetOwnRequest(tabId),
      ]).catch(report),
  );
  onInstalled((reason) => {
    void knowledge.get();
    void createBriefMenu().then(createNameMenu).catch(report);
    void injectIntoOpenTabs().catch(report);
    void sites.follow().catch(report);
    void subscriptions.plan().catch(report);
    void sync.started().catch(report);
    if (reason === 'install') void openWelcome().catch(report);
  });
  void lockStorage().catch(report);
  copy.soon();
});
