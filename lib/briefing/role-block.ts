/**
 * Who somebody was on a day. A role is asserted from its first to its last day, or to the day its sources vouch for,
 * and on no other: nobody is in office by omission.
 */
import { type LanguageTag, pickText, type ShownText } from '../model/localized';
import type { Entity, Role } from '../model/pack';
import { type EdtfDate, parseEdtf } from '../text/edtf';
import type { NowLine, RoleBlock, RoleLine } from './view-models';

interface Term {
  readonly role: Role;
  readonly from: EdtfDate | null;
  readonly to: EdtfDate | null;
  readonly asOf: EdtfDate | null;
  /** First and last asserted day. */
  readonly first: number;
  readonly last: number;
}

function toTerm(role: Role): Term {
  const from = role.from ? parseEdtf(role.from) : null;
  const to = role.to && role.to !== '..' ? parseEdtf(role.to) : null;
  const asOf = role.asOf ? parseEdtf(role.asOf) : null;
  return {
    role,
    from,
    to,
    asOf,
    first: from?.first ?? asOf?.first ?? to?.first ?? Number.POSITIVE_INFINITY,
    last: to?.last ?? asOf?.last ?? from?.last ?? Number.NEGATIVE_INFINITY,
  };
}

function line(term: Term, when: RoleLine['when'], lang: LanguageTag): RoleLine {
  const { role } = term;
  return {
    title: pickText(role.title, lang) ?? { text: '', lang },
    capacity: role.capacity ?? 'full',
    from: role.from ?? null,
    to: role.to && role.to !== '..' ? role.to : null,
    when,
    asOf: when === 'last-recorded' ? (role.asOf ?? null) : null,
    doubt: role.confidence && role.confidence !== 'verified' ? role.confidence : null,
  };
}

const isExact = (date: EdtfDate | null): boolean => date?.precision === 'day' && !date.approximate;

/** The role block of a card; `null` for an entity that has no roles at all. Uncertain roles are not shown. */
export function buildRoleBlock(entity: Entity, day: number, lang: LanguageTag): RoleBlock | null {
  const terms = (entity.roles ?? []).filter(({ confidence }) => confidence !== 'uncertain').map(toTerm);
  if (terms.length === 0) return null;
  const held = terms.filter(({ first, last }) => first <= day && day <= last);
  if (held.length > 0) {
    const lines = held.map((term) => {
      if (isExact(term.to) && term.to?.last === day) return line(term, 'ends', lang);
      if (isExact(term.from) && term.from?.first === day) return line(term, 'starts', lang);
      return line(term, 'since', lang);
    });
    // On the day of a change the office that ends is named before the one that begins.
    lines.sort((a, b) => Number(b.when === 'ends') - Number(a.when === 'ends'));
    return { lines, now: nowLine(terms, held, day, lang) };
  }
  const lastRecorded = terms.find(({ role, last }) => role.to === '..' && last < day);
  if (lastRecorded) return { lines: [line(lastRecorded, 'last-recorded', lang)], now: null };
  const earlier = terms.filter(({ last }) => last < day).sort((a, b) => b.last - a.last)[0];
  return { lines: earlier ? [line(earlier, 'earlier', lang)] : [], now: nowLine(terms, [], day, lang) };
}

/** The one line that may say something later than the day: today's office, or that this one was left. */
function nowLine(terms: readonly Term[], held: readonly Term[], day: number, lang: LanguageTag): NowLine | null {
  const open = terms.filter(({ role, last }) => role.to === '..' && last > day);
  const stillHeld = open.find((term) => held.includes(term));
  if (stillHeld?.role.asOf) return { kind: 'still', date: stillHeld.role.asOf };
  const today = open[0];
  if (today) {
    return {
      kind: 'role',
      title: pickText(today.role.title, lang) ?? ({ text: '', lang } satisfies ShownText),
      from: today.role.from ?? null,
    };
  }
  const left = held.filter(({ to }) => to !== null && to.last > day).sort((a, b) => b.last - a.last)[0];
  return left?.role.to ? { kind: 'left', date: left.role.to } : null;
}

/** The role that a cast line or a search result names; `null` when none is asserted on the day. */
export function roleOnDay(entity: Entity, day: number, lang: LanguageTag): ShownText | null {
  const block = buildRoleBlock(entity, day, lang);
  const current =
    block?.lines.find(({ when }) => when === 'since' || when === 'starts') ??
    block?.lines.find(({ when }) => when === 'ends');
  return current?.title ?? null;
}
