/**
 * A first run with all packs that ship: from the start of the background, which is told of the extension's installation,
 * to the first knowledge, and to all of it. By the instants that the packs themselves carry.
 */
import { type BrowserKind, findBrowser } from '../support/browsers';
import { Reader, until } from '../support/reader';
import type { Measurement } from './run';

const NO_PROXY = '127.0.0.1:9';
const MAX_MS = 300_000;

interface Seen {
  readonly packs: number;
  /** ms since the browser was asked to start. */
  readonly at: number;
}

/** How many packs the pointer names, by IndexedDB alone. */
function countPacks(): Promise<number> {
  return new Promise((resolve) => {
    const request = indexedDB.open('knowledge');
    request.onerror = () => resolve(0);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => {
      const db = request.result;
      const reading = db.transaction('meta').objectStore('meta').get('current');
      reading.onsuccess = () => {
        db.close();
        resolve((reading.result as { value: { packs: unknown[] } } | undefined)?.value.packs.length ?? 0);
      };
    };
  });
}

async function firstRun(kind: BrowserKind): Promise<Measurement[]> {
  if (findBrowser(kind) === null) return [];
  const reader = await Reader.start(kind, { proxy: NO_PROXY, leaveBackgroundAlone: true });
  // The extension was installed a moment ago: by the driver's last word, before this.
  const installed = Date.now();
  try {
    const page = await reader.extensionPage('options.html');
    const seen: Seen[] = [];
    await until(
      'all packs',
      async () => {
        const packs = await page.evaluate(countPacks);
        if (packs > (seen.at(-1)?.packs ?? 0)) seen.push({ packs, at: Date.now() - installed });
        return packs === 3;
      },
      MAX_MS,
    );
    const entry = (what: string, ms: number | undefined): Measurement => ({
      name: `packs/first-run/${kind}/${what}`,
      value: (ms ?? 0) / 1_000,
      unit: 's',
      better: 'lower',
    });
    return [entry('first', seen[0]?.at), entry('all', seen.at(-1)?.at)];
  } finally {
    await reader.close();
  }
}

export const FIRST_RUN = {
  'packs/first-run/chromium': () => firstRun('chromium'),
  'packs/first-run/firefox': () => firstRun('firefox'),
};
