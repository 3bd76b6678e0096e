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

const HISTORY = 'history';
const DAY_MINUTES = 24 * 60;

/** The daily alarm by which old history goes. */
export const historyAlarm = {
  on: alarm(HISTORY).on,
  /** Sets it, or takes it away; one that is set already stays. */
  async set(isWanted: boolean): Promise<void> {
    if (!isWanted) await browser.alarms.clear(HISTORY);
    else if (!(await browser.alarms.get(HISTORY))) browser.alarms.create(HISTORY, { periodInMinutes: DAY_MINUTES });
  },
};
