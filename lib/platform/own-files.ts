/** Files that ship with the extension. */
import { browser } from './browser';

export async function readOwnFile<T>(path: string): Promise<T> {
  const response = await fetch(browser.runtime.getURL(path));
  return (await response.json()) as T;
}
