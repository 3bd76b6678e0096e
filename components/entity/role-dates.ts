import type { RoleBar } from '../../lib/briefing/entity-models';
import type { Words } from '../../lib/briefing/words';
import { dayToIso } from '../../lib/text/edtf';

/** When an office was held, in words; the end of one that was going on only when what came later is asked for. */
export function roleDates(bar: RoleBar, sinceOpen: boolean, words: Words): string {
  const { from, to, part, isOpen, lastDay } = bar;
  const isTold = part === 'past' || sinceOpen;
  if (from && to && isTold) return words.t('term', { from: words.date(from), to: words.date(to) });
  if (!from && to && isTold) return words.t('untilDate', { date: words.date(to) });
  const since = from ? [words.t('sinceDate', { date: words.date(from) })] : [];
  if (!isTold) return since.join('');
  const last = words.date(dayToIso(lastDay));
  return [...since, words.t(isOpen ? 'stillHeld' : 'lastRecorded', { date: last })].join(' · ');
}
