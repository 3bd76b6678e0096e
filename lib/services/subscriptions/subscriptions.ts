/**
 * The subscriptions as a whole: added, ended, checked when they are due, one at a time. One alarm rings for all of them,
 * when the next is due; after a night's sleep it rings once, and each that was missed is asked once (T88).
 */
import type { PackId } from '../../model/ids';
import { type CheckPorts, type CheckResult, checkAddress } from './check-address';
import { isDue, nextAlarmAt } from './schedule';
import { settleAll } from './settle';
import { type CheckState, type Subscription, unchecked } from './subscription';

export interface SubscriptionPorts extends CheckPorts {
  /** Runs a task while no other context runs one. */
  readonly exclusively: <T>(task: () => Promise<T>) => Promise<T>;
  /** Sets the one alarm, or takes it away. */
  readonly setAlarm: (at: number | null) => Promise<void>;
  /** There are files for the importer. */
  readonly work: () => void;
}

export interface NewSubscription {
  readonly url: string;
  /** The pack that is expected there, where it is installed already. */
  readonly pack: PackId | null;
  readonly isPrivate: boolean;
}

export interface Subscriptions {
  /** Subscribes to an address and asks it at once. A subscription that gave no pack is given up again. */
  add(wanted: NewSubscription): Promise<CheckResult>;
  /** Ends a subscription; a check that is going on ends with it. The pack stays. */
  end(url: string): Promise<void>;
  /** Asks one address now, or all of them. */
  checkNow(url?: string): Promise<CheckResult | null>;
  /** Asks those that are due. */
  checkDue(): Promise<void>;
  /** Takes note of imports that have ended. */
  settle(): Promise<void>;
  /** Sets the alarm anew: at a start of the browser, which may have forgotten it. */
  plan(): Promise<void>;
}

export function createSubscriptions(ports: SubscriptionPorts): Subscriptions {
  const { subscriptions, exclusively, setAlarm, work, now } = ports;
  const running = new Map<string, AbortController>();

  async function states(): Promise<readonly { readonly subscription: Subscription; readonly state: CheckState }[]> {
    const [all, checks] = await Promise.all([subscriptions.list(), subscriptions.checks()]);
    return all.map((subscription) => {
      const state = checks.find(({ url }) => url === subscription.url) ?? unchecked(subscription.url);
      return { subscription, state };
    });
  }

  async function plan(): Promise<void> {
    const known = await states();
    await setAlarm(
      nextAlarmAt(
        known.map(({ state }) => state),
        now(),
      ),
    );
  }

  async function check(url: string, purpose: 'pack-added' | 'pack-update'): Promise<CheckResult | null> {
    const end = new AbortController();
    running.set(url, end);
    try {
      // It may have ended while this waited for its turn.
      const subscription = await subscriptions.get(url);
      if (!subscription) return null;
      const result = await checkAddress(ports, subscription, { purpose, signal: end.signal });
      if (result.kind === 'fetched') work();
      return result;
    } finally {
      running.delete(url);
    }
  }

  const inTurn = <T>(task: () => Promise<T>): Promise<T> =>
    exclusively(async () => {
      try {
        return await task();
      } finally {
        await plan();
      }
    });

  return {
    plan,
    settle: () => exclusively(() => settleAll(ports)),

    add: ({ url, pack, isPrivate }) =>
      inTurn(async () => {
        const known = await subscriptions.get(url);
        await subscriptions.put(known ?? { url, pack, isPrivate, addedAt: new Date(now()).toISOString() });
        const result = (await check(url, 'pack-added')) ?? { kind: 'busy' };
        // Where the pack is installed already, its address may come to its senses.
        if (!known && pack === null && result.kind !== 'fetched') await subscriptions.remove(url);
        return result;
      }),

    async end(url) {
      running.get(url)?.abort();
      await subscriptions.remove(url);
      await plan();
    },

    checkNow: (url) =>
      inTurn(async () => {
        if (url !== undefined) return check(url, 'pack-update');
        for (const { subscription } of await states()) await check(subscription.url, 'pack-update');
        return null;
      }),

    checkDue: () =>
      inTurn(async () => {
        for (const { subscription, state } of await states()) {
          if (isDue(state, now())) await check(subscription.url, 'pack-update');
        }
      }),
  };
}
