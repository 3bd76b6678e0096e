/** The browser's permission to ask the host of an address. */
import { browser } from './browser';

/** Asks the reader by the browser's own question. Must be the first call in a click: any `await` before loses the gesture. */
export async function requestHost(url: string): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [`${new URL(url).origin}/*`] });
  } catch {
    // What is no address, and where the browser sees no gesture.
    return false;
  }
}
