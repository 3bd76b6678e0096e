/** Timers as services know them. */
import type { StartTimer } from '../services/patience';

export const startTimer: StartTimer = (ms, act) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};
