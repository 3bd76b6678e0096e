/**
 * Who somebody was on a day. A role is asserted from its first to its last day, or to the day its sources vouch for,
 * and on no other: nobody is in office by omission.
 */
import { type LanguageTag, pickText, type ShownText } from '../model/localized';
import type { Capacity, Entity, Role } from '../model/pack';
import { assertedDays } from '../text/asserted-days';
import { type EdtfDate, parseEdtf } from '../text/edtf';
import type { NowLine, PartialCapacity, RoleBlock, RoleLine } from './view-models';

/** What the article makes of offices; `lib/briefing/posts` knows. */
export interface RoleQuestions {
  /** Stands above others held on the same day. */
  readonly isLeading?: (role: Role) => boolean;
  /** An office that the article is about: a former holder is presented by it. */
  readonly isCalledFor?: (role: Role) => boolean;
}

interface Term {
  readonly role: Role;
  readonly from: EdtfDate | null;
  readonly to: EdtfDate | null;
  /** First and last asserted day. */
  readonly first: number;
  readonly last: number;
}

function toTerm(role: Role): Term {
  const from = role.from ? parseEdtf(role.from) : null;
  const to = role.to && role.to !== '..' ? parseEdtf(role.to) : null;
  const days = assertedDays(role);
  return { role, from, to, first: days.from, last: days.to };
}

const titleOf = ({ title }: Role, lang: LanguageTag): ShownText => pickText(title, lang) ?? { text: '', lang };

function toLine({ role, to }: Term, when: RoleLine['when'], day: number, lang: LanguageTag): RoleLine {
  return {
    title: titleOf(role, lang),
    capacity: role.capacity ?? 'full',
    from: role.from ?? null,
    // An end that was still to come is the Now-line's to tell.
    to: to && to.last <= day ? (role.to ?? null) : null,
    when,
    asOf: when === 'last-recorded' ? (role.asOf ?? null) : null,
    doubt: role.confidence && role.confidence !== 'verified' ? role.confidence : null,
  };
}

/** True for a date that is certain to be this day. */
const isDay = (date: EdtfDate | null, day: number): boolean =>
  date?.precision === 'day' && !date.approximate && date.first === day && date.last === day;

function whenHeld({ from, to }: Term, day: number): RoleLine['when'] {
  if (isDay(to, day)) return 'ends';
  return isDay(from, day) ? 'starts' : 'since';
}

/** Chosen for an office and not in it yet. */
const isAhead = ({ capacity }: Role): boolean => capacity === 'elect' || capacity === 'announced';

/** On the day of a change the office that ends is named first; else the higher; else in the pack's order. */
function compareHeld(a: Term, b: Term, day: number, { isLeading = () => false }: RoleQuestions): number {
  return (
    Number(isDay(b.to, day)) - Number(isDay(a.to, day)) ||
    Number(isAhead(a.role)) - Number(isAhead(b.role)) ||
    Number(isLeading(b.role)) - Number(isLeading(a.role))
  );
}

/** The role block of a card; `null` for an entity that has no roles at all. Uncertain roles are not shown. */
export function buildRoleBlock(
  entity: Entity,
  day: number,
  lang: LanguageTag,
  questions: RoleQuestions = {},
): RoleBlock | null {
  const terms = (entity.roles ?? []).filter(({ confidence }) => confidence !== 'uncertain').map(toTerm);
  if (terms.length === 0) return null;
  const held = terms
    .filter(({ first, last }) => first <= day && day <= last)
    .sort((a, b) => compareHeld(a, b, day, questions));
  const lines =
    held.length > 0
      ? held.map((term) => toLine(term, whenHeld(term, day), day, lang))
      : earlierTerms(terms, day, questions).map((term) => toLine(term, whenLeft(term), day, lang));
  const isOver = lines.some(({ when }) => when === 'last-recorded');
  return { lines, now: isOver ? null : nowLine(terms, held, day, lang, questions) };
}

/** The latest office before the day and, where that is another, the latest of those the article calls for. */
function earlierTerms(terms: readonly Term[], day: number, { isCalledFor = () => false }: RoleQuestions): Term[] {
  const earlier = terms.filter(({ last }) => last < day).sort((a, b) => b.last - a.last || b.first - a.first);
  const called = earlier.find(({ role }) => isCalledFor(role));
  const latest = earlier[0];
  if (!latest) return [];
  return called && called !== latest ? [latest, called] : [latest];
}

/** Past the last day that its sources vouch for, an office whose end is not known may still be held. */
const whenLeft = ({ role, to }: Term): RoleLine['when'] => (to === null && role.asOf ? 'last-recorded' : 'earlier');

/** The one line that may say something later than the day: about the office named first, or the one that followed. */
function nowLine(
  terms: readonly Term[],
  held: readonly Term[],
  day: number,
  lang: LanguageTag,
  { isLeading = () => false }: RoleQuestions,
): NowLine | null {
  const isOpen = ({ role, last }: Term) => role.to === '..' && last > day;
  const shown = held.find(({ to }) => !isDay(to, day));
  if (shown && isOpen(shown) && shown.role.asOf) return { kind: 'still', date: shown.role.asOf };
  const today = terms
    .filter((term) => isOpen(term) && !held.includes(term))
    .sort((a, b) => Number(isLeading(b.role)) - Number(isLeading(a.role)) || b.first - a.first)[0];
  if (today) {
    const { role } = today;
    return { kind: 'role', title: titleOf(role, lang), from: role.from ?? null, ...partialCapacity(role.capacity) };
  }
  return shown?.to && shown.to.last > day && shown.role.to ? { kind: 'left', date: shown.role.to } : null;
}

/** An office held on a day, with the word that stands before it. */
export interface OfficeOnDay {
  readonly title: ShownText;
  readonly capacity?: PartialCapacity;
}

/** The role that a cast line or a search result names; `null` when none is asserted on the day. */
export function roleOnDay(
  entity: Entity,
  day: number,
  lang: LanguageTag,
  questions: RoleQuestions = {},
): OfficeOnDay | null {
  const lines = buildRoleBlock(entity, day, lang, questions)?.lines ?? [];
  const current =
    lines.find(({ when }) => when === 'since' || when === 'starts') ?? lines.find(({ when }) => when === 'ends');
  return current ? { title: current.title, ...partialCapacity(current.capacity) } : null;
}

/** What a view must say before a title; nothing for an office held in full. */
const partialCapacity = (capacity: Capacity | undefined): { capacity?: PartialCapacity } =>
  capacity === undefined || capacity === 'full' ? {} : { capacity };
