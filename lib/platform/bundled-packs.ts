/**
 * The packs that ship with the extension; `packs/index.json` is written by the build. Read by address alone: a worker
 * has no extension API.
 */
import type { BundledPack, BundledPacks, Sha256 } from '../services/ports';

async function read(path: string): Promise<Response> {
  const response = await fetch(new URL(path, `${location.origin}/`));
  if (!response.ok) throw new Error(`${path} is missing from the extension`);
  return response;
}

export const bundledPacks: BundledPacks = {
  list: async () => (await (await read('packs/index.json')).json()) as BundledPack[],
  read: async ({ path }) => (await read(path)).blob(),
};

export const sha256: Sha256 = async (text) => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
