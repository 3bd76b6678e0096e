/** The one alarm of the subscriptions. Alarms outlive the background; in Firefox not the browser. */
import { browser } from './browser';

const NAME = 'subscriptions';
/** Browsers let no alarm ring sooner. */
const SOONEST_MS = 30_000;

/** Sets the alarm to a time (ms since 1970), or takes it away. What is overdue rings as soon as may be. */
export async function setSubscriptionAlarm(at: number | null): Promise<void> {
  if (at === null) await browser.alarms.clear(NAME);
  else browser.alarms.create(NAME, { when: Math.max(at, Date.now() + SOONEST_MS) });
}

/** Register synchronously: the alarm may be what wakes the background. */
export function onSubscriptionAlarm(listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) listener();
  });
}
