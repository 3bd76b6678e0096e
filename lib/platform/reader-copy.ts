/** The copy of what the reader made, in `storage.local`: it is not cleared away together with IndexedDB. */
import type { CopyStore } from '../services/backup/keep-copy';
import { browser } from './browser';

const KEY = 'reader-copy';

export const readerCopy: CopyStore = {
  async read() {
    const text = (await browser.storage.local.get(KEY))[KEY];
    return typeof text === 'string' ? text : null;
  },
  async write(text) {
    await browser.storage.local.set({ [KEY]: text });
  },
};

/** Erases the copy. */
export const eraseReaderCopy = (): Promise<void> => browser.storage.local.remove(KEY);
