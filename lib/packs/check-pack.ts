/**
 * The checker: from the bytes of a pack to its records, or to a list of problems, each with its line. A pack is taken
 * whole or not at all. Beyond the schemas it enforces what must hold between records: ids are unique, references lead
 * somewhere, facts are dated and sourced, a series says what it covers, and no text knows more than its own day.
 */
import type { PackEnd, PackHeader, PackLine, PackRecord } from '../model/pack';
import { checkRecord } from './check-record';
import { checkReferences } from './check-references';
import { findUnsafe } from './find-unsafe';
import type { Numbered, Report } from './report';
import { parseRecord } from './schema';

interface PackProblem {
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
/** Features that a pack may need; a pack that needs another one is refused rather than misunderstood. */
const FEATURES: ReadonlySet<string> = new Set();
/** A line longer than this is no record. */
const MAX_LINE_CHARS = 1_000_000;

/** Reads and checks a whole pack. Never throws on what the text holds. */
export async function checkPack(text: string, sha256: Sha256): Promise<PackCheck> {
  const problems: PackProblem[] = [];
  const report: Report = (line, message) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ line, message });
  };
  if (text === '') report(0, 'the file is empty');
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
    // A file that is no pack is not read to its end: one problem says it better than a hundred.
    if (number === 1 && (problems.length > 0 || lines[0]?.value.record !== 'header')) {
      report(1, 'the first line is not a sound header record: the rest was not read');
      return { problems };
    }
    at = stop + 1;
  }

  const header = lines[0]?.value;
  const end = lines.at(-1)?.value;
  if (problems.length < MAX_PROBLEMS && end?.record !== 'end' && number > 0)
    report(number, 'the last line is not an end record: the file is cut short');
  lines.slice(1, -1).forEach(({ line, value }) => {
    if (value.record === 'header' || value.record === 'end')
      report(line, `${value.record === 'end' ? 'an end' : 'a header'} record in the middle of the file`);
  });
  if (header?.record === 'header') checkHeader(header, report);
  if (problems.length > 0 || header?.record !== 'header' || end?.record !== 'end')
    return { problems: inOrder(problems) };

  await checkEnd(end, number, text.slice(0, lastStart), sha256, report);
  const records = lines.slice(1, -1) as Numbered<PackRecord>[];
  checkReferences(header, records, report);
  for (const record of records) checkRecord(header, record, report);
  if (problems.length > 0) return { problems: inOrder(problems) };
  return { pack: { header, records: records.map(({ value }) => value), sha256: end.sha256, skipped } };
}

const inOrder = (problems: readonly PackProblem[]): PackProblem[] => problems.toSorted((a, b) => a.line - b.line);

/** Refuses what this version would misunderstand. */
function checkHeader(header: PackHeader, report: Report): void {
  for (const feature of header.needs ?? []) {
    if (!FEATURES.has(feature))
      report(1, `"needs" names "${feature}", which this version of Sidelight does not know: a newer one may`);
  }
  if ('base' in header)
    report(1, '"base" says that this is a change to another pack: this version of Sidelight reads whole packs only');
  if (header.uses?.includes(header.id)) report(1, '"uses" names the pack itself');
}

function readLine(
  source: string,
  line: number,
  lines: Numbered<PackLine>[],
  skipped: { line: number; kind: string }[],
  report: Report,
): void {
  if (source.startsWith('\ufeff'))
    return report(line, 'begins with a byte order mark: save the file as UTF-8 without it');
  if (source.endsWith('\r')) return report(line, 'ends in a carriage return: lines end in a line feed alone');
  if (source.trim() === '') return report(line, 'is empty');
  if (source.length > MAX_LINE_CHARS) return report(line, `is longer than ${MAX_LINE_CHARS} characters`);
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    return report(line, `is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const unsafe = findUnsafe(value);
  if (unsafe !== null) return report(line, unsafe);
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
