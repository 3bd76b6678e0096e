/** The background's answers, one a message; who may ask is decided before, by the router's table. */
import { command, deliverToCard } from '../../lib/messaging/client';
import type { Asker, Handlers } from '../../lib/messaging/router';
import { styleHighlights } from '../../lib/platform/highlight-style';
import { readerLanguage } from '../../lib/platform/language';
import { openPanelFor } from '../../lib/platform/panel';
import { sessionPages } from '../../lib/platform/session-pages';
import { readStored, writeStored } from '../../lib/platform/settings-area';
import { hasAccess, tabById } from '../../lib/platform/tabs';
import { describeTab, readableHost } from '../../lib/services/describe-tab';
import type { KnowledgeHolder } from '../../lib/services/knowledge-holder';
import type { PageReader } from '../../lib/services/read-page';
import { effectiveSettings, isSiteOn, pageSettings, storedSite } from '../../lib/settings/schema';

/** A content script's tab; the router has made sure that there is one. */
const pageOf = ({ tabId, private: isPrivate }: Asker) => ({ tabId: tabId ?? -1, private: isPrivate });

export function createHandlers(reader: PageReader, knowledge: KnowledgeHolder): Handlers {
  return {
    'page.hello': async ({ host }, asker) => ({
      settings: pageSettings(await readStored(), host),
      tabId: asker.tabId ?? -1,
      windowId: asker.windowId ?? -1,
    }),
    'page.text': (request, asker) => reader.readText(request, pageOf(asker)),
    'page.style': (names, { tabId, frameId }) => styleHighlights(names, tabId ?? -1, frameId),
    'page.skip': async ({ page, article }, asker) => {
      await reader.skip(page, article, pageOf(asker));
      return null;
    },
    'card.get': ({ page, reference }, asker) => reader.card(page, reference, pageOf(asker)),
    'card.show': ({ token, input }, { tabId }) => deliverToCard(tabId ?? -1, token, input),
    'card.output': async (request, { tabId }) => command(tabId ?? -1, 'card.output', request),
    'card.choices': ({ page, references, surface }, asker) => reader.choices(page, references, surface, pageOf(asker)),
    'panel.open': async (_, { tabId }) => ({ opened: await openPanelFor(tabId) }),
    'briefing.get': async ({ tabId }) => {
      const [tab, state, stored, known] = await Promise.all([
        tabById(tabId),
        sessionPages.get(tabId),
        readStored(),
        knowledge.get(),
      ]);
      const url = tab?.url ?? null;
      const siteOn = isSiteOn(stored, readableHost(url) ?? '');
      const facts = { url, state, siteOn, hasAccess: state !== null || (await hasAccess(url)) };
      return describeTab(facts, known, readerLanguage(effectiveSettings(stored).language));
    },
    'site.set': async ({ host, on }) => {
      const entry = storedSite(host, on);
      if (entry) await writeStored(entry);
      return null;
    },
    'page.reveal': async ({ tabId, reference, index }) =>
      (await command(tabId, 'page.show', { reference, index })) ?? false,
    'page.date': async ({ tabId, day }) => {
      const asOf = day === null ? null : ({ day, origin: 'reader' } as const);
      return (await command(tabId, 'page.again', { asOf })) !== undefined;
    },
  };
}
