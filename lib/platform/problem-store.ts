/** The notes of problems in `storage.local`, written by the background alone. */
import type { NotedProblem } from '../model/problem';
import type { ProblemStore } from '../services/note-problems';
import { browser } from './browser';

const KEY = 'problems';

/** What lies there may have been damaged by hand. */
function isNote(value: unknown): value is NotedProblem {
  const { part, what, kind, places, at, times } = (value ?? {}) as Partial<Record<keyof NotedProblem, unknown>>;
  return (
    [part, what, kind].every((text) => typeof text === 'string') &&
    [at, times].every((number) => typeof number === 'number' && Math.abs(number) < 8.64e15) &&
    Array.isArray(places) &&
    places.every((place) => typeof place === 'string')
  );
}

export const problemStore: ProblemStore = {
  async read() {
    const kept: unknown = (await browser.storage.local.get(KEY))[KEY];
    return Array.isArray(kept) ? kept.filter(isNote) : [];
  },
  async write(problems) {
    await browser.storage.local.set({ [KEY]: problems });
  },
  async mayWrite() {
    return !(await browser.windows.getAll()).some(({ incognito }) => incognito);
  },
};

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
