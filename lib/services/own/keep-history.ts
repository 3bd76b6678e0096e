/** History, where the reader has switched it on: what was read, when, and who was named; no longer than they want. */
import { buildCast } from '../../briefing/build-cast';
import type { HistoryModel } from '../../briefing/own-models';
import type { InterfaceLanguage } from '../../model/localized';
import { MAX_HISTORY_NAMES } from '../../settings/own-schemas';
import { gatherArticle } from '../article-facts';
import type { JoinedKnowledge } from '../knowledge';
import { type PageState, placeOccurrences } from '../page-state';
import { toArticle } from './articles';
import type { HistoryChoice, HistoryStore } from './ports';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A page that changes while it is read is written down no more often than this. */
const SAME_PAGE_MS = 60_000;
/** Entries that are shown. */
const SHOWN = 500;

interface HistoryPorts {
  readonly store: HistoryStore;
  readonly choice: () => Promise<HistoryChoice>;
  readonly setChoice: (choice: HistoryChoice) => Promise<void>;
  readonly knowledge: () => Promise<JoinedKnowledge | null>;
  readonly lang: () => Promise<InterfaceLanguage>;
  /** ms since 1970. */
  readonly now: () => number;
  /** Sets the alarm by which old entries go, or takes it away. */
  readonly setAlarm: (isWanted: boolean) => Promise<void>;
}

export interface History {
  /** An article has been read; resolves to whether that was written down. Of a private window nothing is kept. */
  note(tabId: number, state: PageState): Promise<boolean>;
  show(): Promise<HistoryModel>;
  choose(choice: HistoryChoice): Promise<void>;
  /** Deletes one entry, or all. */
  forget(url: string | null): Promise<void>;
  /** Deletes what is older than the reader wants; sets the alarm anew, which not every browser keeps. */
  prune(): Promise<void>;
}

export function createHistory(ports: HistoryPorts): History {
  const { store, choice, now } = ports;
  /** What was written down last, by tab. */
  const noted = new Map<number, { readonly url: string; readonly at: number }>();

  const prune = async (): Promise<void> => {
    const { days } = await choice();
    if (days > 0) await store.prune(now() - days * DAY_MS);
  };

  return {
    async note(tabId, state) {
      const article = state.private ? null : toArticle(state);
      if (!article || !(await choice()).isOn) return false;
      const at = now();
      const last = noted.get(tabId);
      if (last?.url === article.url && at - last.at < SAME_PAGE_MS) return false;
      noted.set(tabId, { url: article.url, at });
      const names = await namesOf(state, ports);
      // Switched off while the names were looked for.
      if (!(await choice()).isOn) return false;
      await store.put({ article, at, names });
      await prune();
      return true;
    },

    async show() {
      await prune();
      const [{ isOn, days }, entries, count] = await Promise.all([choice(), store.list(SHOWN), store.count()]);
      return { isOn, days, entries, count };
    },

    async choose(next) {
      await ports.setChoice(next);
      await ports.setAlarm(next.days > 0);
      await prune();
    },

    async forget(url) {
      noted.clear();
      await (url === null ? store.clear() : store.remove(url));
    },

    async prune() {
      const [{ isOn, days }, count] = await Promise.all([choice(), store.count()]);
      await ports.setAlarm(days > 0 && (isOn || count > 0));
      await prune();
    },
  };
}

/** The article's names as the reader saw them. */
async function namesOf(state: PageState, { knowledge, lang }: HistoryPorts): Promise<string[]> {
  const known = await knowledge();
  if (!known) return [];
  const { facts, context } = await gatherArticle(known, state.mentions, state.asOf, await lang());
  const cast = buildCast(facts, placeOccurrences(state.blocks, state.mentions), context);
  return cast
    .map(({ name }) => name.text)
    .filter((name) => name !== '')
    .slice(0, MAX_HISTORY_NAMES);
}
