/** The background's answers about what is the reader's own. */
import type { FoundSubject } from '../../lib/briefing/own-models';
import type { Asker, Handlers } from '../../lib/messaging/router';
import { askOwn, tellOwnChanged } from '../../lib/platform/own-area';
import { readTabFacts } from '../../lib/platform/tab-facts';
import type { JoinedKnowledge } from '../../lib/services/knowledge';
import type { History } from '../../lib/services/own/keep-history';
import type { Own } from '../../lib/services/own/keep-own';

interface Window {
  readonly private: boolean;
}

export interface OwnHandlers {
  readonly own: Own;
  readonly history: History;
  /** The packs' knowledge with the reader's names; `null` while there is none. */
  readonly joined: (isPrivate: boolean) => Promise<JoinedKnowledge | null>;
  /** A tab's window; the asker's own where there is no such tab. */
  readonly windowOf: (tabId: number, asker: Asker) => Promise<Window>;
  readonly find: (tabId: number, text: string, window: Window) => Promise<readonly FoundSubject[]>;
  readonly erase: () => Promise<void>;
  /** The reader has changed a record that is kept. */
  readonly made: () => void;
  /** The records may have changed by another way: everybody reads them again. */
  readonly reread: () => void;
}

type OwnMessage = Extract<keyof Handlers, `own.${string}` | `history.${string}` | 'data.erase' | 'card.always'>;

export function createOwnHandlers({
  own,
  history,
  joined,
  windowOf,
  find,
  erase,
  made,
}: OwnHandlers): Pick<Handlers, OwnMessage> {
  return {
    'card.always': async ({ reference, surface }, { tabId }) => {
      if (tabId !== null) await askOwn(tabId, { kind: 'not-it', reference, surface });
      return null;
    },
    'own.get': async ({ tabId }, asker) => {
      const window = await windowOf(tabId, asker);
      const [{ state }, known] = await Promise.all([readTabFacts(tabId), joined(window.private)]);
      return own.show(state, known, window);
    },
    'own.put': async ({ tabId, record }, asker) => {
      const window = await windowOf(tabId, asker);
      const id = await own.put(record.table, record.value, window);
      if (!window.private) made();
      return id;
    },
    'own.remove': async ({ tabId, table, id }, asker) => {
      const window = await windowOf(tabId, asker);
      await own.remove(table, id, window);
      if (!window.private) made();
      return null;
    },
    'own.subject': async ({ tabId, reference }, asker) => {
      const window = await windowOf(tabId, asker);
      const [{ state }, known] = await Promise.all([readTabFacts(tabId), joined(window.private)]);
      return own.subject(reference, state, known);
    },
    'own.find': async ({ tabId, text }, asker) => find(tabId, text, await windowOf(tabId, asker)),
    'history.get': () => history.show(),
    'history.choose': async (choice) => {
      await history.choose(choice);
      await tellOwnChanged();
      return null;
    },
    'history.forget': async ({ url }) => {
      await history.forget(url);
      await tellOwnChanged();
      return null;
    },
    'data.erase': async () => {
      await erase();
      return null;
    },
  };
}
