/** The background's answers, one a message; who may ask is decided before, by the router's table. */
import { command, deliverToCard } from '../../lib/messaging/client';
import type { Asker, Handlers } from '../../lib/messaging/router';
import { today } from '../../lib/platform/calendar';
import { readHeld } from '../../lib/platform/held-articles';
import { styleHighlights } from '../../lib/platform/highlight-style';
import { openOptions, openPanelFor } from '../../lib/platform/panel';
import { readStoredFor } from '../../lib/platform/settings-area';
import { slices } from '../../lib/platform/slices';
import { readTabFacts } from '../../lib/platform/tab-facts';
import { tabById } from '../../lib/platform/tabs';
import { describePair, describeTab } from '../../lib/services/describe-tab';
import { describeEntity } from '../../lib/services/entity-page';
import type { PageReader } from '../../lib/services/read-page';
import { searchKnowledge } from '../../lib/services/search';
import type { Subscriptions } from '../../lib/services/subscriptions/subscriptions';
import { settingsFor } from './announce-settings';
import type { BackgroundKnowledge } from './knowledge';
import type { Briefer } from './look-ups';
import { createOwnHandlers, describeOwnName, isOwnName, type OwnHandlers } from './own-handlers';
import type { ProblemHandlers } from './problems';
import { resetSite, switchSite } from './site-switch';
import type { BackgroundSites } from './sites';
import type { BackgroundSync } from './sync';

/** A content script's tab; the router has made sure that there is one. */
const pageOf = ({ tabId, private: isPrivate }: Asker) => ({ tabId: tabId ?? -1, private: isPrivate });

export function createHandlers(
  reader: PageReader,
  { knowledge, installer, work, mend }: BackgroundKnowledge,
  subscriptions: Subscriptions,
  briefer: Briefer,
  sites: BackgroundSites,
  sync: BackgroundSync,
  own: OwnHandlers,
): Omit<Handlers, keyof ProblemHandlers> {
  return {
    'page.hello': async ({ host }, asker) => {
      const { tabId, private: isPrivate } = pageOf(asker);
      const [tab, stored] = await Promise.all([tabById(tabId), readStoredFor({ private: isPrivate })]);
      const settings = await settingsFor(tab ?? { id: tabId, url: null }, stored, host);
      return { settings, tabId, windowId: asker.windowId ?? -1 };
    },
    'page.text': (request, asker) => reader.readText(request, pageOf(asker)),
    'page.style': (wanted, { tabId, frameId }) => styleHighlights(wanted, tabId ?? -1, frameId),
    'page.skip': async ({ page, article }, asker) => {
      await reader.skip(page, article, pageOf(asker));
      return null;
    },
    'card.get': ({ page, reference }, asker) => reader.card(page, reference, pageOf(asker)),
    'card.show': ({ token, input }, { tabId }) => deliverToCard(tabId ?? -1, token, input),
    'card.output': async (request, { tabId }) => command(tabId ?? -1, 'card.output', request),
    'card.choices': ({ page, references, surface }, asker) => reader.choices(page, references, surface, pageOf(asker)),
    'panel.open': async (_, { tabId }) => ({ opened: await openPanelFor(tabId) }),
    'options.open': async () => {
      await openOptions();
      return null;
    },
    'briefing.get': async ({ tabId, heldBy, day }, asker) => {
      const held = heldBy < 0 ? null : await readHeld(heldBy);
      const { private: isPrivate } = await own.windowOf(tabId, asker);
      const [facts, known] = await Promise.all([readTabFacts(tabId, held), own.joined(isPrivate)]);
      return describeTab(facts, known, { day, slices });
    },
    'pair.get': async ({ tabId, heldBy, names, day }) => {
      const held = heldBy < 0 ? null : await readHeld(heldBy);
      const [facts, known] = await Promise.all([readTabFacts(tabId, held), knowledge.get()]);
      return describePair(facts, known, names, day);
    },
    'site.set': async ({ tabId, on }) => {
      const tab = await tabById(tabId);
      if (tab) await switchSite(tab, on);
      return null;
    },
    'site.reset': async ({ tabId }) => {
      const tab = await tabById(tabId);
      if (tab) await resetSite(tab);
      return null;
    },
    'site.once': ({ tabId }) => sites.once(tabId),
    'card.open': async ({ tabId, reference }) => (await command(tabId, 'page.open', { reference })) ?? false,
    'page.insist': async ({ tabId }) => (await command(tabId, 'page.force', {})) ?? false,
    'page.reveal': async ({ tabId, reference, index }) =>
      (await command(tabId, 'page.show', { reference, index })) ?? false,
    'page.date': async ({ tabId, day }) => {
      const asOf = day === null ? null : ({ day, origin: 'reader' } as const);
      return (await command(tabId, 'page.again', { asOf })) === true;
    },
    'packs.work': async () => {
      await work();
      // A backup may have been taken back as well.
      own.reread();
      return null;
    },
    'packs.subscribe': (wanted) => subscriptions.add(wanted),
    'packs.check': ({ url }) => subscriptions.checkNow(url),
    'packs.unsubscribe': async ({ url }) => {
      await subscriptions.end(url);
      return null;
    },
    'knowledge.mend': async ({ action }) => {
      await mend(action);
      return null;
    },
    'brief.name': (request, asker) => briefer.brief(request, asker),
    'search.find': async (request) => {
      const known = await knowledge.get();
      return known && searchKnowledge(known, request, today());
    },
    'entity.get': async (request) => {
      if (isOwnName(request)) return describeOwnName(request, own.joined);
      const known = await knowledge.get();
      return known && describeEntity(known, request, today());
    },
    'sync.run': ({ deletions, refill }) => sync.run({ deletions, isRefill: refill }),
    'sync.undo': async ({ index }) => {
      await sync.replica.undo(index);
      return null;
    },
    'sync.decide': async ({ id, version }) => {
      await sync.replica.decide(id, version);
      return null;
    },
    ...createOwnHandlers(own),
    'install.progress': (progress) => {
      installer.progress(progress);
      return null;
    },
    'install.changed': () => {
      installer.changed();
      return null;
    },
    'install.done': (result) => installer.finished(result),
  };
}
