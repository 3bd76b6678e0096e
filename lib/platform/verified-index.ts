/** Which index has been looked through for damage in this session of the browser: once is enough, however often it is opened. */
import { browser } from './browser';

const KEY = 'verified-index';

export async function wasVerified(fingerprint: string): Promise<boolean> {
  return (await browser.storage.session.get(KEY))[KEY] === fingerprint;
}

export async function setVerified(fingerprint: string): Promise<void> {
  await browser.storage.session.set({ [KEY]: fingerprint });
}
