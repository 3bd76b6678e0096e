/** Where settings live: `storage.sync`, which behaves like local storage where nobody is signed in. */
import { browser } from './browser';

/** Everything that is stored; an area that refuses (policy, damage) is empty: defaults then stand. */
export async function readStored(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.sync.get(null);
  } catch (error) {
    console.warn('Sidelight: settings cannot be read; defaults are used', error);
    return {};
  }
}

export async function writeStored(values: Record<string, unknown>): Promise<void> {
  await browser.storage.sync.set(values);
}

/** Calls back after every change, with all that is stored. */
export function watchStored(changed: (stored: Record<string, unknown>) => void, signal?: AbortSignal): void {
  const listener = () => void readStored().then(changed);
  browser.storage.sync.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.sync.onChanged.removeListener(listener), { once: true });
}
