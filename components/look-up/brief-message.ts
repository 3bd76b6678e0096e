import type { BriefProblem } from '../../lib/briefing/look-up-models';
import type { Words } from '../../lib/briefing/words';
import { clockLocale } from '../base/clock-locale';

/** Of `now` and `time`, ms since 1970: "14:05", with the day where it is another. */
function timeOfDay(time: number, now: number, words: Words): string {
  const isToday = new Date(time).toDateString() === new Date(now).toDateString();
  const day = isToday ? {} : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(clockLocale(words), { ...day, hour: '2-digit', minute: '2-digit' }).format(time);
}

/** Why there is nothing to show, in plain words; `until`, `now`: ms since 1970. */
export function briefMessage(problem: BriefProblem, until: number | null, now: number, words: Words): string {
  // The minute after: before it has begun, the host would still be closed.
  const time = timeOfDay((until ?? now) + 60_000, now, words);
  switch (problem) {
    case 'rate-limited':
      return words.t('brief_rateLimited', { time });
    case 'busy':
      return words.t('brief_busy', { time });
    case 'no-name':
      return words.t('brief_noName');
    default:
      return words.t(`brief_${problem}`);
  }
}
