/** The background's look-ups: where they ask, what they may, and what ends them. */
import type { BriefAnswer } from '../../lib/briefing/look-up-models';
import type { KnowledgeDb } from '../../lib/db/knowledge-db';
import { createLedgerStore } from '../../lib/db/ledger-store';
import { createLookUpCache } from '../../lib/db/look-up-cache';
import { ReaderDb } from '../../lib/db/reader-db';
import type { WikimediaEndpoints } from '../../lib/packs/wikimedia/requests';
import { askServer } from '../../lib/platform/ask-server';
import { forgetBriefRequest } from '../../lib/platform/brief-requests';
import { browser } from '../../lib/platform/browser';
import { today } from '../../lib/platform/calendar';
import { hostStates } from '../../lib/platform/host-states';
import { keepAwake } from '../../lib/platform/keep-awake';
import { mayLookUp, onLookUpConsentGone } from '../../lib/platform/look-up-consent';
import { forgetOpened } from '../../lib/platform/opened-pages';
import { lookUpClock } from '../../lib/platform/slices';
import { readTabFacts } from '../../lib/platform/tab-facts';
import { tabById } from '../../lib/platform/tabs';
import { briefOn } from '../../lib/services/brief-on';
import type { JoinedKnowledge } from '../../lib/services/knowledge';
import { createLatest } from '../../lib/services/latest';
import { createLookUps } from '../../lib/services/look-ups/look-ups';
import { LOOK_UP_LIMITS } from '../../lib/services/look-ups/ports';
import { createRecordedFetch } from '../../lib/services/request-ledger';

const ENDPOINTS: WikimediaEndpoints = {
  wikidata: 'https://www.wikidata.org',
  wikipedia: (lang) => `https://${lang}.wikipedia.org`,
};

/** Answers "Brief me on …" for a tab. */
export interface Briefer {
  brief(
    request: { readonly tabId: number; readonly text: string; readonly item: string | null },
    asker: { readonly private: boolean },
  ): Promise<BriefAnswer>;
  /** A tab has been closed. */
  forget(tabId: number): Promise<void>;
}

/** Call synchronously at start: what takes consent away may be what woke the background. */
export function createBriefer(
  db: KnowledgeDb,
  knowledge: (isPrivate: boolean) => Promise<JoinedKnowledge | null>,
  report: (error: unknown) => void,
): Briefer {
  const ledger = createLedgerStore(new ReaderDb());
  const lookUps = createLookUps({
    ask: createRecordedFetch({ fetch: askServer, ledger, now: Date.now }),
    endpoints: ENDPOINTS,
    cache: createLookUpCache(db),
    hosts: hostStates,
    clock: lookUpClock,
    random: Math.random,
    isOnline: () => navigator.onLine,
    userAgent: `Sidelight/${browser.runtime.getManifest().version} (browser extension; asked for by its reader)`,
    limits: LOOK_UP_LIMITS,
    mayAsk: mayLookUp,
    today,
  });
  const latest = createLatest();
  onLookUpConsentGone(() => void lookUps.stop().catch(report));

  return {
    async brief({ tabId, text, item }, asker) {
      const signal = latest.begin(tabId);
      const [facts, tab] = await Promise.all([readTabFacts(tabId), tabById(tabId)]);
      const { state, lang } = facts;
      const request = {
        text,
        item,
        lang,
        asOf: state?.status === 'ready' ? state.asOf : null,
        articleLang: state?.article.lang ?? null,
        isPrivate: tab?.private ?? asker.private,
      };
      return keepAwake(() =>
        briefOn(request, { knowledge: () => knowledge(request.isPrivate), lookUps, today }, signal),
      );
    },
    async forget(tabId) {
      latest.forget(tabId);
      await Promise.all([forgetBriefRequest(tabId), forgetOpened(tabId)]);
    },
  };
}
