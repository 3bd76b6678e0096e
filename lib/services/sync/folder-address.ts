/** The address of a folder, as the reader types it. */

const LOOPBACK = new Set(['127.0.0.1', 'localhost']);

/**
 * The folder's address with a slash at its end; `null` for what is none. Encrypted transport only, but on this machine
 * itself; the password has its own field, and what comes after `?` and `#` is no part of a folder.
 */
export function folderAddress(text: string): string | null {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return null;
  }
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (!isSafe || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
