/** The browser's permission to ask the host of an address. */
import { browser } from './browser';

/** The host on every port: Firefox knows no ports in what it is asked for. `null` for what is no address. */
export function hostPattern(url: string): string | null {
  try {
    const { protocol, hostname } = new URL(url);
    return /^https?:$/.test(protocol) ? `${protocol}//${hostname}/*` : null;
  } catch {
    return null;
  }
}

/** Asks the reader by the browser's own question. Must be the first call in a click: any `await` before loses the gesture. */
export async function requestHost(url: string): Promise<boolean> {
  const pattern = hostPattern(url);
  if (!pattern) return false;
  try {
    return await browser.permissions.request({ origins: [pattern] });
  } catch {
    // Where the browser sees no gesture.
    return false;
  }
}
