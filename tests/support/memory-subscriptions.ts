/** Subscriptions in memory, with the promises that the real store makes. */
import type { CheckState, Subscription, SubscriptionStore } from '../../lib/services/subscriptions/subscription';

export function createMemorySubscriptions(): SubscriptionStore {
  const subscriptions = new Map<string, Subscription>();
  const checks = new Map<string, CheckState>();
  return {
    list: async () => [...subscriptions.values()],
    get: async (url) => subscriptions.get(url) ?? null,
    put: async (subscription) => void subscriptions.set(subscription.url, subscription),
    remove: async (url) => {
      subscriptions.delete(url);
      checks.delete(url);
    },
    checks: async () => structuredClone([...checks.values()]),
    check: async (url) => structuredClone(checks.get(url) ?? null),
    saveCheck: async (state) => {
      if (subscriptions.has(state.url)) checks.set(state.url, structuredClone(state));
    },
  };
}
