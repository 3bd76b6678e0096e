/** Keeps the background awake while it works: waiting for a server does not count as work in either browser. */
import { browser } from './browser';

/** A background lives for 30 s after the last call of an extension API (measured, both browsers). */
const EVERY_MS = 10_000;

/** Runs a task, with the background kept awake until it ends. */
export async function keepAwake<T>(task: () => Promise<T>): Promise<T> {
  const awake = setInterval(() => void browser.runtime.getPlatformInfo(), EVERY_MS);
  try {
    return await task();
  } finally {
    clearInterval(awake);
  }
}
