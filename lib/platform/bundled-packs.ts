/**
 * The packs that ship with the extension; `packs/index.json` is written by the build. Read by address alone: a worker
 * has no extension API.
 */
import type { BundledPack, BundledPacks, Sha256 } from '../services/ports';

async function readText(path: string): Promise<string> {
  const response = await fetch(new URL(path, `${location.origin}/`));
  if (!response.ok) throw new Error(`${path} is missing from the extension`);
  return response.text();
}

export const bundledPacks: BundledPacks = {
  list: async () => JSON.parse(await readText('packs/index.json')) as BundledPack[],
  read: ({ path }) => readText(path),
};

export const sha256: Sha256 = async (text) => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
