/**
 * Two browsers of one account: `storage.sync` in memory with Chrome's limits, as they were measured (`RELIABILITY.md` L1 to
 * L5), and a device on each side. Time is what the test says.
 */
import { createReplicaKeeper } from '../../../lib/services/sync/keep-replica';
import { createSettingsShare, type SharedArea, type ShareState } from '../../../lib/services/sync/share-settings';
import { isKept } from '../../../lib/settings/schema';
import { type Counting, itemBytes } from '../../../lib/sync/area';
import { createMemoryRecords, createMemoryStore } from './memory-sync';

const MINUTE = 60_000;

export class Clock {
  now = Date.UTC(2026, 10, 26);
  #timers: { at: number; act: () => void }[] = [];
  startTimer = (ms: number, act: () => void) => {
    const timer = { at: this.now + ms, act };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.now = Math.max(this.now, next.at);
      next.act();
      await settle();
    }
    this.now = end;
    await settle();
  }
}

/** Everything in memory answers before the event loop turns. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export class Account {
  items: Record<string, unknown> = {};
  /** Every write, by its time. */
  writes: number[] = [];
  quotaErrors = 0;
  isRefusing = false;
  calls = 0;
  readonly listeners: (() => void)[] = [];
  constructor(
    private readonly clock: Clock,
    private readonly counting: Counting,
  ) {}

  #operation(): void {
    this.calls += 1;
    if (this.isRefusing) throw new Error('policy');
  }
  #write(next: Record<string, unknown>): void {
    this.writes = [...this.writes, this.clock.now];
    const within = (ms: number) => this.writes.filter((at) => at > this.clock.now - ms).length;
    const sizes = Object.entries(next).map(([key, value]) => itemBytes(key, value, this.counting));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const isTooMuch = this.counting === 'chromium' && (within(MINUTE) > 120 || within(60 * MINUTE) > 1_800);
    if (isTooMuch || total > 102_400 || sizes.some((size) => size > 8_192) || sizes.length > 512) {
      this.quotaErrors += 1;
      throw new Error('quota');
    }
    this.items = next;
    for (const listener of this.listeners) listener();
  }

  readonly area: SharedArea = {
    get: async () => {
      this.#operation();
      return structuredClone(this.items);
    },
    set: async (items) => {
      this.#operation();
      this.#write({ ...this.items, ...structuredClone(items) });
    },
    remove: async (keys) => {
      this.#operation();
      this.#write(Object.fromEntries(Object.entries(this.items).filter(([key]) => !keys.includes(key))));
    },
  };
}

/** A browser of that account: what its reader sets, and what it shows. */
export function createBrowserOf(account: Account, clock: Clock, name: string, counting: Counting = 'chromium') {
  let shareState: ShareState = { problem: null, notBefore: 0 };
  let isOn = true;
  const local = createMemoryRecords(['settings']);
  let renders = 0;
  const apply = local.apply;
  const records = {
    ...local,
    apply: async (changes: Parameters<typeof apply>[0]) => {
      renders += 1;
      return apply(changes);
    },
  };
  const store = createMemoryStore(name);
  const share = createSettingsShare({
    area: account.area,
    replica: createReplicaKeeper({ store, local: records, now: () => clock.now }),
    state: {
      read: async () => shareState,
      write: async (next) => {
        shareState = next;
      },
    },
    isOn: async () => isOn,
    isShared: isKept,
    counting,
    now: () => clock.now,
    startTimer: clock.startTimer,
    report: () => undefined,
  });
  account.listeners.push(share.changed);
  return {
    store,
    share,
    set(key: string, value: unknown) {
      local.records.set(`settings/${key}`, value === null ? { deleted: true, value: null } : { deleted: false, value });
      share.changed();
    },
    get: (key: string) => {
      const found = local.records.get(`settings/${key}`);
      return found && !found.deleted ? found.value : undefined;
    },
    switchOff: () => {
      isOn = false;
    },
    renders: () => renders,
    state: () => shareState,
  };
}
