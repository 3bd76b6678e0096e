/**
 * Where large sets of packs are installed. Chromium: a worker of an offscreen document, which goes on beside a dead
 * background (measured: 75 s). Firefox, which has none: a worker of the event page, which one call of an extension API
 * every 10 s keeps awake (measured: 80 s), for as long as the work lasts and no longer.
 */
import type { InstallHost } from '../services/keep-knowledge';
import { browser } from './browser';
import { type InstallEvents, runInstallers } from './installer';

const PAGE = 'offscreen.html';
const KEEP_AWAKE_MS = 10_000;
/** When the last installation failed: in memory, gone with the browser. */
const FAILED_KEY = 'install-failed';
/** An installation that failed is not begun again sooner: a disk stays full (T17). */
const RETRY_MS = 60_000;

/** In Chromium the page that runs the worker sends the events as messages (`install.progress`, `install.done`). */
export function createInstallHost(events: InstallEvents): InstallHost {
  let starting: Promise<void> | null = null;
  return {
    start({ isAsked = false } = {}) {
      starting ??= startOnce(events, isAsked).finally(() => {
        starting = null;
      });
      return starting;
    },
  };
}

async function startOnce(events: InstallEvents, isAsked: boolean): Promise<void> {
  const failedAt = (await browser.storage.session.get(FAILED_KEY))[FAILED_KEY];
  if (!isAsked && typeof failedAt === 'number' && Date.now() - failedAt < RETRY_MS)
    throw new Error('the last installation failed less than a minute ago');
  if (browser.offscreen) await openPage(browser.offscreen);
  else runHere(events);
}

/** Notes how an installation ended, for the next that would begin. */
export async function noteInstallEnd(failed: boolean): Promise<void> {
  if (failed) await browser.storage.session.set({ [FAILED_KEY]: Date.now() });
  else await browser.storage.session.remove(FAILED_KEY);
}

async function openPage(offscreen: NonNullable<typeof browser.offscreen>): Promise<void> {
  if (await offscreen.hasDocument()) return;
  await offscreen.createDocument({
    url: PAGE,
    reasons: ['WORKERS'],
    justification: 'Installing a large set of background knowledge takes longer than a service worker lives.',
  });
}

let isRunningHere = false;

function runHere(events: InstallEvents): void {
  if (isRunningHere) return;
  isRunningHere = true;
  const awake = setInterval(() => void browser.runtime.getPlatformInfo(), KEEP_AWAKE_MS);
  runInstallers(events).finally(() => {
    clearInterval(awake);
    isRunningHere = false;
  });
}
