/** Whether history is kept, and for how long: in `storage.local`, since what is synchronised must not switch it on. */
import { type HistoryChoice, NO_HISTORY } from '../services/own/ports';
import { browser } from './browser';

const KEY = 'own:history';

export async function readHistoryChoice(): Promise<HistoryChoice> {
  const kept = (await browser.storage.local.get(KEY))[KEY] as Partial<HistoryChoice> | undefined;
  return { isOn: kept?.isOn === true, days: kept?.days === undefined ? NO_HISTORY.days : kept.days };
}

export const writeHistoryChoice = (choice: HistoryChoice): Promise<void> =>
  browser.storage.local.set({ [KEY]: choice });
