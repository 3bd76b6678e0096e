/** One alarm for each thing that is done by itself. Alarms outlive the background; in Firefox not the browser. */
import { browser } from './browser';

/** Browsers let no alarm ring sooner. */
const SOONEST_MS = 30_000;

interface Alarm {
  /** Sets the alarm to a time (ms since 1970), or takes it away. What is overdue rings as soon as may be. */
  set(at: number | null): Promise<void>;
  /** Register synchronously: the alarm may be what wakes the background. */
  on(listener: () => void): void;
}

const alarm = (name: string): Alarm => ({
  async set(at) {
    if (at === null) await browser.alarms.clear(name);
    else browser.alarms.create(name, { when: Math.max(at, Date.now() + SOONEST_MS) });
  },
  on(listener) {
    browser.alarms.onAlarm.addListener((rung) => {
      if (rung.name === name) listener();
    });
  },
});

export const subscriptionAlarm = alarm('subscriptions');
export const syncAlarm = alarm('sync');
