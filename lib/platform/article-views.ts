/** What the reader opened in the briefings of articles, in `storage.session`: in memory, gone with the browser. */
import { browser } from './browser';

const KEY = 'views';
const LOCK = 'sidelight-views';
/** Articles that are remembered; the one that was changed longest ago is forgotten first. */
const MAX_ARTICLES = 50;

type Entry<T> = readonly [address: string, view: T];

export async function readViews<T>(): Promise<ReadonlyMap<string, T>> {
  return new Map(((await browser.storage.session.get(KEY))[KEY] as readonly Entry<T>[] | undefined) ?? []);
}

/** Panels of several windows write in turn. */
export async function writeView<T>(address: string, view: T): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    const others = [...(await readViews<T>())].filter(([other]) => other !== address);
    await browser.storage.session.set({ [KEY]: [...others, [address, view]].slice(-MAX_ARTICLES) });
  });
}
