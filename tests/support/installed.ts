/** The packs that ship are installed while one reads already: what wants them all waits here. */
import { type Reader, until } from './reader';

/** Two minutes are enough on the slowest machine that was seen. */
const PATIENCE_MS = 180_000;

export async function untilInstalled(reader: Reader): Promise<void> {
  const control = await reader.extensionPage('options.html');
  await until('the packs', () => control.evaluate(isInstalled), PATIENCE_MS);
  await control.close();
}

/** True once every pack that ships is written down as installed; runs in a page of the extension. */
async function isInstalled(): Promise<boolean> {
  const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  const listed = (await (await fetch('packs/index.json')).json()) as unknown[];
  const { 'install-ledger': ledger } = (await api.storage.local.get('install-ledger')) as {
    'install-ledger'?: { packs: readonly unknown[] };
  };
  return ledger?.packs.length === listed.length;
}
