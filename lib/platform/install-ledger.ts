/** The install ledger in `storage.local`, which outlives the databases. */
import { EMPTY_LEDGER, type InstallLedger, type LedgerStore } from '../services/install-ledger';
import { browser } from './browser';

const KEY = 'install-ledger';

export const installLedger: LedgerStore = {
  async read() {
    return ((await browser.storage.local.get(KEY))[KEY] as InstallLedger | undefined) ?? EMPTY_LEDGER;
  },
  async write(ledger) {
    await browser.storage.local.set({ [KEY]: ledger });
  },
};

/** Calls back when something else was written down. */
export function watchLedger(changed: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if (KEY in changes) changed();
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener), { once: true });
}
