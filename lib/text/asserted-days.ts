import type { Role } from '../model/pack';
import { type Day, parseEdtf } from './edtf';

/** First and last day, both inclusive; `from` after `to` when the role asserts no day at all. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The days on which a role is asserted: from its first day to its end, or to the day its sources vouch for, and no
 * further. Nobody is in office by omission.
 */
export function assertedDays(role: Pick<Role, 'from' | 'to' | 'asOf'>): DayRange {
  const from = role.from === undefined ? null : parseEdtf(role.from);
  const until = role.to === undefined || role.to === '..' ? null : parseEdtf(role.to);
  const asOf = role.asOf === undefined ? null : parseEdtf(role.asOf);
  return {
    from: from?.first ?? asOf?.first ?? until?.first ?? Number.POSITIVE_INFINITY,
    to: until?.last ?? asOf?.last ?? from?.last ?? Number.NEGATIVE_INFINITY,
  };
}
