/**
 * The checker: from the bytes of a pack to its records, or to a list of problems, each with its line. A pack is taken
 * whole or not at all. Beyond the schemas it enforces what must hold between records: ids are unique, references lead
 * somewhere, facts are dated and sourced, a series says what it covers, and no text knows more than its own day.
 */
import { expandRef, type PackId, type RecordId } from '../model/ids';
import type { Localized } from '../model/localized';
import type {
  Entity,
  PackEnd,
  PackEvent,
  PackHeader,
  PackLine,
  PackRecord,
  Ref,
  Series,
  Timeline,
} from '../model/pack';
import { dayToFields, parseEdtf } from '../text/edtf';
import { parseRecord } from './schema';

export interface PackProblem {
  /** 1-based line of the file; 0 when the problem is of the whole file. */
  readonly line: number;
  readonly message: string;
}

export interface CheckedPack {
  readonly header: PackHeader;
  readonly records: readonly PackRecord[];
  /** Digest that the end record states and that was found. */
  readonly sha256: string;
  /** Record kinds that this version does not know: skipped and reported. */
  readonly skipped: readonly { readonly line: number; readonly kind: string }[];
}

export type PackCheck = { readonly pack: CheckedPack } | { readonly problems: readonly PackProblem[] };

/** Digest of a text's UTF-8 bytes, lower-case hexadecimal. */
type Sha256 = (text: string) => Promise<string>;

/** Problems after which the checker stops: a wrong file is not listed line by line. */
const MAX_PROBLEMS = 100;
/** A line longer than this is no record. */
const MAX_LINE_CHARS = 1_000_000;

interface Numbered<T> {
  readonly line: number;
  readonly value: T;
}

/** Reads and checks a whole pack. Never throws on what the text holds. */
export async function checkPack(text: string, sha256: Sha256): Promise<PackCheck> {
  const problems: PackProblem[] = [];
  const report = (line: number, message: string) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ line, message });
  };
  const skipped: { line: number; kind: string }[] = [];
  const lines: Numbered<PackLine>[] = [];
  let lastStart = 0;
  let number = 0;
  for (let at = 0; at < text.length && problems.length < MAX_PROBLEMS; ) {
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 ? text.length : newline;
    number += 1;
    lastStart = at;
    readLine(text.slice(at, stop), number, lines, skipped, report);
    at = stop + 1;
  }

  const header = lines[0]?.value;
  const end = lines.at(-1)?.value;
  if (header?.record !== 'header') report(1, 'the first line is not a header record');
  if (end?.record !== 'end') report(number, 'the last line is not an end record: the file is cut short');
  lines.slice(1, -1).forEach(({ line, value }) => {
    if (value.record === 'header' || value.record === 'end')
      report(line, `a ${value.record} record in the middle of the file`);
  });
  if (problems.length > 0 || header?.record !== 'header' || end?.record !== 'end') return { problems };

  await checkEnd(end, number, text.slice(0, lastStart), sha256, report);
  const records = lines.slice(1, -1) as Numbered<PackRecord>[];
  checkReferences(header, records, report);
  for (const record of records) checkRecord(header, record, report);
  if (problems.length > 0) return { problems: problems.sort((a, b) => a.line - b.line) };
  return { pack: { header, records: records.map(({ value }) => value), sha256: end.sha256, skipped } };
}

type Report = (line: number, message: string) => void;

function readLine(
  source: string,
  line: number,
  lines: Numbered<PackLine>[],
  skipped: { line: number; kind: string }[],
  report: Report,
): void {
  if (source.trim() === '') return report(line, 'is empty');
  if (source.length > MAX_LINE_CHARS) return report(line, `is longer than ${MAX_LINE_CHARS} characters`);
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    return report(line, `is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = parseRecord(value);
  if ('line' in parsed) lines.push({ line, value: parsed.line });
  else if ('unknownKind' in parsed) skipped.push({ line, kind: parsed.unknownKind });
  else for (const problem of parsed.problems) report(line, problem);
}

async function checkEnd(end: PackEnd, line: number, before: string, sha256: Sha256, report: Report): Promise<void> {
  if (end.records !== line - 1) report(line, `"records" is ${end.records}, but ${line - 1} lines come before the end`);
  const found = await sha256(before);
  if (found !== end.sha256) report(line, `"sha256" does not match the lines before it (${found})`);
}

/** Every reference of a record with the field it stands in. */
function* referencesOf(record: PackRecord): Generator<readonly [field: string, ref: Ref]> {
  if (record.record === 'source' || record.record === 'withdrawn') return;
  if (record.record === 'series' || record.record === 'timeline') {
    for (const id of record.events ?? []) yield ['events', id];
  }
  if (record.record === 'series') {
    for (const { sources } of record.coverage) for (const id of sources ?? []) yield ['coverage.sources', id];
  }
  if (record.record === 'timeline') {
    for (const id of record.rule?.series ?? []) yield ['rule.series', id];
    for (const id of record.rule?.participants ?? []) yield ['rule.participants', id];
  }
  if (record.record !== 'entity' && record.record !== 'event') return;
  for (const id of record.sources) yield ['sources', id];
  for (const account of record.accounts ?? []) {
    yield ['accounts.by', account.by];
    for (const id of account.sources) yield ['accounts.sources', id];
  }
  for (const name of record.names ?? [])
    for (const ids of Object.values(name.provenance ?? {})) for (const id of ids) yield ['names.provenance', id];
  if (record.record === 'event') {
    for (const { entity, as } of record.participants) {
      yield ['participants.entity', entity];
      if (as) yield ['participants.as', as];
    }
    for (const id of record.places ?? []) yield ['places', id];
    if (record.direction) {
      yield ['direction.from', record.direction.from];
      yield ['direction.to', record.direction.to];
    }
    if (record.replacedBy) yield ['replacedBy', record.replacedBy];
    return;
  }
  for (const role of record.roles ?? []) {
    for (const id of role.sources) yield ['roles.sources', id];
    if (role.post) yield ['roles.post', role.post];
    if (role.of) yield ['roles.of', role.of];
  }
  for (const relation of record.relations ?? []) {
    yield ['relations.to', relation.to];
    for (const id of relation.sources) yield ['relations.sources', id];
  }
}

/** What a field may refer to; fields not named here may refer to any entity. */
const EXPECTED: Readonly<Record<string, string>> = {
  sources: 'source',
  'accounts.sources': 'source',
  'roles.sources': 'source',
  'relations.sources': 'source',
  'coverage.sources': 'source',
  'names.provenance': 'source',
  events: 'event',
  replacedBy: 'event',
  'rule.series': 'series',
};

function checkReferences(header: PackHeader, records: readonly Numbered<PackRecord>[], report: Report): void {
  const kinds = new Map<string, { kind: string; line: number }>();
  for (const { line, value } of records) {
    const known = kinds.get(value.id);
    if (known) report(line, `id "${value.id}" is already used in line ${known.line}`);
    else kinds.set(value.id, { kind: value.record, line });
  }
  const others = new Set<PackId>(header.uses);
  for (const { line, value } of records) {
    for (const [field, ref] of referencesOf(value)) {
      const [pack, id] = expandRef(ref, header.id).split(':') as [PackId, RecordId];
      if (pack !== header.id) {
        if (!others.has(pack))
          report(line, `"${field}" refers to pack "${pack}", which "uses" of the header does not name`);
        continue;
      }
      const found = kinds.get(id);
      if (!found) report(line, `"${field}" refers to "${id}", which is not in the pack`);
      else if (found.kind !== (EXPECTED[field] ?? 'entity')) {
        report(line, `"${field}" refers to "${id}", which is a ${found.kind}, not ${EXPECTED[field] ?? 'an entity'}`);
      }
    }
  }
}

function checkRecord(header: PackHeader, { line, value }: Numbered<PackRecord>, report: Report): void {
  if (value.record === 'entity') checkEntity(header, line, value, report);
  else if (value.record === 'event') checkEvent(line, value, report);
  else if (value.record === 'series') checkSeries(line, value, report);
  else if (value.record === 'timeline') checkTimeline(line, value, report);
}

function checkEntity(header: PackHeader, line: number, entity: Entity, report: Report): void {
  const horizon = parseEdtf(header.coverageTo)?.last ?? 0;
  (entity.roles ?? []).forEach((role, i) => {
    const field = `roles.${i}`;
    if (!role.from && !role.to && !role.asOf) report(line, `"${field}" has no date: give from, to or asOf`);
    if (role.to === '..' && !role.asOf)
      report(line, `"${field}" is open ("to": "..") and needs "asOf", the day the sources vouch for`);
    const from = role.from ? parseEdtf(role.from) : null;
    const to = role.to && role.to !== '..' ? parseEdtf(role.to) : null;
    if (from && to && to.last < from.first) report(line, `"${field}" ends before it begins`);
    const asOf = role.asOf ? parseEdtf(role.asOf) : null;
    if (asOf && asOf.first > horizon) report(line, `"${field}.asOf" is later than the header's coverageTo`);
  });
  checkHindsight(line, 'description', entity.description, foundingYear(entity), report);
}

/** Years an entity's own description may hold: birth, founding, signing; a description without any holds none. */
function foundingYear(entity: Entity): number | null {
  const date = parseEdtf(entity.founded ?? entity.born ?? '');
  return date ? dayToFields(date.last).year : null;
}

function checkEvent(line: number, event: PackEvent, report: Report): void {
  const date = parseEdtf(event.date);
  const planned = event.planned ? parseEdtf(event.planned) : null;
  const year = date ? Math.max(dayToFields(date.last).year, planned ? dayToFields(planned.last).year : 0) : null;
  checkHindsight(line, 'title', event.title, year, report);
  checkHindsight(line, 'summary', event.summary, year, report);
}

const YEAR = /(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/g;

/** A year later than the record's own day is knowledge that its day did not have. */
function checkHindsight(
  line: number,
  field: string,
  texts: Localized | undefined,
  year: number | null,
  report: Report,
): void {
  for (const [lang, value] of Object.entries(texts ?? {})) {
    const text = typeof value === 'string' ? value : (value?.text ?? '');
    for (const [found] of text.matchAll(YEAR)) {
      if (year !== null ? Number(found) > year : field === 'description') {
        report(
          line,
          `"${field}.${lang}" holds ${found}, ${year === null ? 'a date that is not its founding' : `later than ${year}`}: texts know nothing later than their own day`,
        );
      }
    }
  }
}

function checkSeries(line: number, series: Series, report: Report): void {
  if (new Set(series.events).size !== series.events.length) report(line, '"events" names an event twice');
  series.coverage.forEach(({ from, to }, i) => {
    const first = parseEdtf(from);
    const last = parseEdtf(to);
    if (first && last && last.last < first.first) report(line, `"coverage.${i}" ends before it begins`);
  });
}

function checkTimeline(line: number, timeline: Timeline, report: Report): void {
  if (timeline.events === undefined && timeline.rule === undefined) report(line, 'has neither "events" nor "rule"');
}
