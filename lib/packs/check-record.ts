/** What must hold within one record beyond its shape: dates in order and within the record's reach, no hindsight. */
import type { RecordId } from '../model/ids';
import type { Localized } from '../model/localized';
import type {
  Account,
  Entity,
  Name,
  PackEvent,
  PackHeader,
  PackRecord,
  Relation,
  Role,
  Series,
  Timeline,
} from '../model/pack';
import type { Day } from '../text/edtf';
import { foldName } from '../text/fold';
import { MAX_NAME_UNITS } from '../text/limits';
import { firstDay, lastDay, lastYear } from './dates';
import { yearsInText } from './years-in-text';

/** Takes a problem of the record at hand. */
type ReportHere = (message: string) => void;

/** The day after which a pack asserts nothing: the last that its header's `coverageTo` may mean. */
export const horizonOf = (header: PackHeader): Day => lastDay(header.coverageTo) ?? 0;

/** Reports what is wrong within one record of a pack that reaches to the horizon. */
export function checkRecord(record: PackRecord, horizon: Day, report: ReportHere): void {
  if (record.record === 'entity') checkEntity(record, horizon, report);
  else if (record.record === 'event') checkEvent(record, horizon, report);
  else if (record.record === 'series') checkSeries(record, horizon, report);
  else if (record.record === 'timeline') checkTimeline(record, report);
  else if (record.record === 'withdrawn') checkReach('date', record.date, horizon, report);
}

/** True for an end that lies wholly before its beginning. */
function isReversed(from: string | undefined, to: string | undefined): boolean {
  const [first, last] = [firstDay(from), lastDay(to)];
  return first !== undefined && last !== undefined && last < first;
}

function checkOrder(field: string, from: string | undefined, to: string | undefined, report: ReportHere): void {
  if (isReversed(from, to)) report(`"${field}" ends before it begins: mend its dates`);
}

/** Reports a date that lies wholly beyond the day to which the pack's record reaches. */
function checkReach(field: string, date: string | undefined, horizon: Day, report: ReportHere): void {
  const first = firstDay(date);
  if (first !== undefined && first > horizon)
    report(`"${field}" is later than the header's coverageTo: nothing is asserted beyond that day`);
}

const LIFE = ['born', 'died', 'founded', 'dissolved'] as const;

function checkEntity(entity: Entity, horizon: Day, report: ReportHere): void {
  checkNames(entity.names, report);
  (entity.roles ?? []).forEach((role, i) => {
    checkRole(`roles.${i}`, role, horizon, report);
  });
  (entity.relations ?? []).forEach((relation, i) => {
    checkRelation(`relations.${i}`, relation, horizon, report);
  });
  checkAccounts(entity.accounts, report);
  for (const field of LIFE) checkReach(field, entity[field], horizon, report);
  if (isReversed(entity.born, entity.died)) report('"died" is earlier than "born": mend one of them');
  if (isReversed(entity.founded, entity.dissolved)) report('"dissolved" is earlier than "founded": mend one of them');
  checkHindsight('description', entity.description, foundingYear(entity), report);
}

function checkRole(field: string, role: Role, horizon: Day, report: ReportHere): void {
  if (!role.from && !role.to && !role.asOf) report(`"${field}" has no date: give from, to or asOf`);
  if (role.to === '..' && !role.asOf)
    report(`"${field}" is open ("to": "..") and needs "asOf", the day the sources vouch for`);
  checkOrder(field, role.from, role.to === '..' ? undefined : role.to, report);
  if (isReversed(role.from, role.asOf)) report(`"${field}.asOf" is earlier than its from: mend one of them`);
  // An office that somebody will take up is known before its first day, and so may be its last.
  const isAhead = role.capacity === 'elect' || role.capacity === 'announced';
  if (!isAhead) checkReach(`${field}.from`, role.from, horizon, report);
  if (!isAhead && role.to !== '..') checkReach(`${field}.to`, role.to, horizon, report);
  checkReach(`${field}.asOf`, role.asOf, horizon, report);
}

function checkRelation(field: string, relation: Relation, horizon: Day, report: ReportHere): void {
  checkOrder(field, relation.from, relation.until, report);
  checkReach(`${field}.from`, relation.from, horizon, report);
  checkReach(`${field}.asOf`, relation.asOf, horizon, report);
}

/** Names are found by their folded form: it must hold something, and no more than the matcher takes. */
function checkNames(names: readonly Name[] | undefined, report: ReportHere): void {
  (names ?? []).forEach((name, i) => {
    const { length } = foldName(name.text);
    if (length === 0) report(`"names.${i}.text" holds nothing that can be seen: remove the name`);
    if (length > MAX_NAME_UNITS)
      report(`"names.${i}.text" is longer than ${MAX_NAME_UNITS} characters once its ligatures are written out`);
    checkOrder(`names.${i}`, name.from, name.to, report);
    checkFamily(`names.${i}`, name, report);
  });
}

/** A family name is written in its full name as it is given: whoever finds the one must know it in the other. */
function checkFamily(field: string, { text, kind, family }: Name, report: ReportHere): void {
  if (family === undefined) return;
  if (kind !== 'full') report(`"${field}.family" stands in a name of kind "${kind}": give it with the full name`);
  else if (!text.includes(family) || foldName(family) === '')
    report(`"${field}.family" is not written in "${text}": give the part of the name that is the family's`);
}

/** Accounts are those of different parties. One report may show two of them: each names its sources by itself. */
function checkAccounts(accounts: readonly Account[] | undefined, report: ReportHere): void {
  const parties = (accounts ?? []).map(({ by }) => by);
  parties.forEach((by, i) => {
    if (parties.indexOf(by) < i) report(`"accounts.${i}.by" is "${by}" again: an account for each party`);
  });
  (accounts ?? []).forEach(({ text, date }, i) => {
    const year = lastYear(date);
    if (year !== null) checkHindsight(`accounts.${i}.text`, text, year, report);
  });
}

/** Years an entity's own description may hold: birth, founding, signing; a description without any holds none. */
const foundingYear = (entity: Entity): number | null => lastYear(entity.founded ?? entity.born);

function checkEvent(event: PackEvent, horizon: Day, report: ReportHere): void {
  checkNames(event.names, report);
  checkAccounts(event.accounts, report);
  if (event.status === 'held') checkReach('date', event.date, horizon, report);
  if (event.replacedBy === event.id) report('"replacedBy" is the event itself: name the other one');
  if (event.status === 'held' && event.replacedBy)
    report('"replacedBy" stands beside status "held": only what was put off or called off is replaced');
  const date = lastYear(event.date);
  const year = date === null ? null : Math.max(date, lastYear(event.planned) ?? 0);
  checkHindsight('title', event.title, year, report);
  checkHindsight('summary', event.summary, year, report);
}

/** A year later than the record's own day is knowledge that its day did not have. */
function checkHindsight(field: string, texts: Localized | undefined, year: number | null, report: ReportHere): void {
  if (!texts) return;
  for (const [lang, value] of Object.entries(texts)) {
    for (const { year: found, written } of yearsInText(typeof value === 'string' ? value : (value?.text ?? ''))) {
      if (year !== null && found <= year) continue;
      const why = year === null ? 'a date that is not its founding' : `later than ${year}`;
      report(`"${field}.${lang}" holds ${written}, ${why}: texts know nothing later than their own day`);
    }
  }
}

function checkSeries(series: Series, horizon: Day, report: ReportHere): void {
  checkOnce(series.events, report);
  series.coverage.forEach(({ from, to }, i) => {
    checkOrder(`coverage.${i}`, from, to, report);
    checkReach(`coverage.${i}.to`, to, horizon, report);
  });
}

function checkOnce(events: readonly RecordId[], report: ReportHere): void {
  if (new Set(events).size === events.length) return;
  const twice = events.find((id, i) => events.indexOf(id) < i);
  report(`"events" names "${twice}" twice: once is enough`);
}

function checkTimeline(timeline: Timeline, report: ReportHere): void {
  if (timeline.events === undefined && timeline.rule === undefined)
    report('has neither "events" nor "rule": say which events it shows');
  checkOnce(timeline.events ?? [], report);
  checkOrder('rule', timeline.rule?.from, timeline.rule?.to, report);
}
