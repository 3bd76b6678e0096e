/**
 * What lies in memory of the reader's own: what was changed in private windows, what the panel of a tab was asked for,
 * and a number that changes whenever a record does, by which every page of ours hears of it.
 */
import type { OwnRequest } from '../briefing/own-models';
import type { PrivateArea, PrivateChanges } from '../services/own/ports';
import { browser } from './browser';

const PRIVATE = 'own:private';
const REVISION = 'own:revision';
const requestKey = (tabId: number): string => `own-request:${tabId}`;

const read = async (key: string): Promise<unknown> => (await browser.storage.session.get(key))[key];

export const privateOwn: PrivateArea = {
  read: async () => ((await read(PRIVATE)) as PrivateChanges | undefined) ?? {},
  write: (changes) => browser.storage.session.set({ [PRIVATE]: changes }),
};

/** Forgets what was changed in private windows; call when the last of them has closed. */
export const forgetPrivateOwn = (): Promise<void> => browser.storage.session.remove(PRIVATE);

/** Tells every page of ours that a record has changed. */
export const tellOwnChanged = (): Promise<void> => browser.storage.session.set({ [REVISION]: crypto.randomUUID() });

/** Leaves a request for the panel of a tab. */
export const askOwn = (tabId: number, request: OwnRequest): Promise<void> =>
  browser.storage.session.set({ [requestKey(tabId)]: request });

/** What a tab's panel was asked for last, and not been told to forget; `null` for nothing. */
export const readOwnRequest = async (tabId: number): Promise<OwnRequest | null> =>
  ((await read(requestKey(tabId))) as OwnRequest | undefined) ?? null;

export const forgetOwnRequest = (tabId: number): Promise<void> => browser.storage.session.remove(requestKey(tabId));

/** Calls back when a record has changed, or a tab's panel has been asked for something else. */
export function watchOwn(changed: { records(): void; request(tabId: number): void }, signal: AbortSignal): void {
  const prefix = requestKey(0).slice(0, -1);
  const listener = (changes: Record<string, unknown>) => {
    if (REVISION in changes) changed.records();
    for (const key of Object.keys(changes))
      if (key.startsWith(prefix)) changed.request(Number(key.slice(prefix.length)));
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener), { once: true });
}
