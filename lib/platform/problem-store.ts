/** The notes of problems in `storage.local`, written by the background alone. */
import type { NotedProblem } from '../model/problem';
import type { ProblemStore } from '../services/note-problems';
import { browser } from './browser';

const KEY = 'problems';

export const problemStore: ProblemStore = {
  async read() {
    const kept: unknown = (await browser.storage.local.get(KEY))[KEY];
    return Array.isArray(kept) ? (kept as NotedProblem[]) : [];
  },
  async write(problems) {
    await browser.storage.local.set({ [KEY]: problems });
  },
};

export const forgetProblems = (): Promise<void> => browser.storage.local.remove(KEY);

/** Which Sidelight in which browser: what a report has to say first. */
export const aboutThis = () => ({ version: browser.runtime.getManifest().version, browser: navigator.userAgent });

/** Calls back when something was noted or forgotten. */
export function watchNotes(changed: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if (KEY in changes) changed();
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener), { once: true });
}
