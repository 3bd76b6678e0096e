/** The background's answers about what is the reader's own. */

import type { EntityPageModel } from '../../lib/briefing/entity-models';
import { packOf } from '../../lib/briefing/facts';
import { command } from '../../lib/messaging/client';
import type { Asker, Handlers } from '../../lib/messaging/router';
import type { OwnTable } from '../../lib/model/own';
import { today } from '../../lib/platform/calendar';
import { readHeld } from '../../lib/platform/held-articles';
import { askOwn, tellOwnChanged } from '../../lib/platform/own-area';
import { readTabFacts } from '../../lib/platform/tab-facts';
import { describeEntity, type EntityRequest } from '../../lib/services/entity-page';
import type { JoinedKnowledge } from '../../lib/services/knowledge';
import { findCalled } from '../../lib/services/own/find-called';
import type { History } from '../../lib/services/own/keep-history';
import type { Own } from '../../lib/services/own/keep-own';
import { OWN_PACK } from '../../lib/settings/own-pack';
import { subjectKey } from '../../lib/settings/own-schemas';

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
  readonly erase: () => Promise<void>;
  /** The reader has changed a record that is kept. */
  readonly made: () => void;
  /** The records may have changed by another way: everybody reads them again. */
  readonly reread: () => void;
}

export const isOwnName = ({ reference }: EntityRequest): boolean => packOf(reference) === OWN_PACK;

/** The page of a name of the reader's; it may be known in private windows alone. */
export async function describeOwnName(
  request: EntityRequest,
  joined: OwnHandlers['joined'],
): Promise<EntityPageModel | null> {
  for (const isPrivate of [false, true]) {
    const known = await joined(isPrivate);
    const model = known && (await describeEntity(known, request, today()));
    if (model) return model;
  }
  return null;
}

/** Of a tab, or of the article of it on which a window's panel is held. */
const factsOf = async (tabId: number, heldBy: number) =>
  readTabFacts(tabId, heldBy < 0 ? null : await readHeld(heldBy));

/** The panel that is held on an article shows what names and rules change in it, wherever the reader is. */
function renewUnseen(tabId: number, table: OwnTable): void {
  if (table === 'names' || table === 'rules') void command(tabId, 'page.renew', { unseen: true });
}

type OwnMessage = Extract<keyof Handlers, `own.${string}` | `history.${string}` | 'data.erase' | 'card.always'>;

export function createOwnHandlers({
  own,
  history,
  joined,
  windowOf,
  erase,
  made,
}: OwnHandlers): Pick<Handlers, OwnMessage> {
  return {
    'card.always': async ({ reference, surface }, { tabId }) => {
      if (tabId !== null) await askOwn(tabId, { kind: 'not-it', reference, surface });
      return null;
    },
    'own.get': async ({ tabId, heldBy }, asker) => {
      const window = await windowOf(tabId, asker);
      const [{ state }, known] = await Promise.all([factsOf(tabId, heldBy), joined(window.private)]);
      return own.show(state, known, window);
    },
    'own.put': async ({ tabId, record }, asker) => {
      const window = await windowOf(tabId, asker);
      const id = await own.put(record.table, record.value, window);
      renewUnseen(tabId, record.table);
      if (!window.private) made();
      return id;
    },
    'own.note': async ({ tabId, reference, text }, asker) => {
      const window = await windowOf(tabId, asker);
      const subject = await own.subject(reference, null, await joined(window.private));
      if (!subject) throw new Error(`${reference} is unknown`);
      if (text.trim() === '') await own.remove('notes', subjectKey(subject), window);
      else await own.put('notes', { subject, text, at: Date.now() }, window);
      if (!window.private) made();
      return null;
    },
    'own.remove': async ({ tabId, table, id }, asker) => {
      const window = await windowOf(tabId, asker);
      await own.remove(table, id, window);
      renewUnseen(tabId, table);
      if (!window.private) made();
      return null;
    },
    'own.subject': async ({ tabId, reference }, asker) => {
      const window = await windowOf(tabId, asker);
      const [{ state }, known] = await Promise.all([readTabFacts(tabId), joined(window.private)]);
      return own.subject(reference, state, known);
    },
    'own.find': async ({ tabId, heldBy, text }, asker) => {
      const [known, { state, lang }] = await Promise.all([
        windowOf(tabId, asker).then((window) => joined(window.private)),
        factsOf(tabId, heldBy),
      ]);
      const asOf = state?.status === 'ready' ? state.asOf : { day: today(), origin: 'none' as const };
      return known ? findCalled(known, text, asOf, lang) : [];
    },
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
