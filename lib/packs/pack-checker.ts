/**
 * The checker, line by line: it takes the lines of a file in their order and gives back the records that are sound in
 * themselves; what must hold between them, and of the whole file, it says at the end. A pack is taken whole or not at
 * all: until then nothing that was given back may count. Beyond the schemas it enforces what must hold in and between
 * records: ids are unique, references lead somewhere, facts are dated and sourced, a series says what it covers, and no
 * text knows more than its own day.
 */
import type { PackEnd, PackHeader, PackRecord } from '../model/pack';
import type { Day } from '../text/edtf';
import { checkRecord, horizonOf } from './check-record';
import { createHolderCount } from './count-holders';
import { findUnsafe } from './find-unsafe';
import { PACK_LIMITS, type PackLimits } from './limits';
import { createReferenceBook, type ReferenceBook } from './reference-book';
import { createProblemList, type PackProblem } from './report';
import { countFields, findRepeatedField } from './scan-json';
import { parseRecord } from './schema';

/** A record kind that this version does not know: skipped and reported. */
export interface SkippedLine {
  readonly line: number;
  readonly kind: string;
}

/** A sound pack, without its records. */
export interface SoundPack {
  readonly header: PackHeader;
  /** Records that were given back. */
  readonly records: number;
  /** Digest that the end record states and that was found. */
  readonly sha256: string;
  readonly skipped: readonly SkippedLine[];
}

/** What a file comes to. */
export type PackVerdict = { readonly sound: SoundPack } | { readonly problems: readonly PackProblem[] };

/** Takes one file, line by line; never throws on what a line holds. */
export interface PackChecker {
  /** The header, once its line was taken and sound. */
  header(): PackHeader | null;
  /** Takes the next line, without its line feed; returns its record, or null when there is none to keep. */
  take(line: string): PackRecord | null;
  /** Reports what whoever reads the bytes finds, at the line that comes next; the file is not read further. */
  refuse(message: string, code: PackProblem['code'], line?: number): void;
  /** True when the file is refused and reading on would say nothing more. */
  isOver(): boolean;
  /** True while nothing is wrong. */
  isSound(): boolean;
  /** The end record, when the last line taken was one. */
  end(): PackEnd | null;
  /** Says of the whole file whether it is sound. `digest`: of the bytes before the last line; null when unknown. */
  finish(digest: string | null): PackVerdict;
}

/** Features that a pack may need; a pack that needs another one is refused rather than misunderstood. */
const FEATURES: ReadonlySet<string> = new Set();
/** Lines of unknown kinds that are listed by name; the rest of the file is read all the same. */
const MAX_SKIPPED = 1_000;

/** A checker for one file. */
export function createPackChecker(limits: PackLimits = PACK_LIMITS): PackChecker {
  const problems = createProblemList();
  const skipped: SkippedLine[] = [];
  const holders = createHolderCount();
  let header: PackHeader | null = null;
  let horizon: Day = 0;
  let references: ReferenceBook | null = null;
  let end: { readonly line: number; readonly value: PackEnd } | null = null;
  let line = 0;
  let records = 0;
  let isOver = false;
  /** A reporter of the line at hand. What is wrong with the first line was never a pack, rather than damaged. */
  const here = (message: string, code?: PackProblem['code']) =>
    problems.report(line, message, line === 1 && code === 'damaged' ? 'not-a-pack' : code);

  function take(source: string): PackRecord | null {
    if (isOver) return null;
    line++;
    if (end !== null) {
      problems.report(end.line, 'an end record in the middle of the file: it comes last, and once', 'damaged');
      end = null;
    }
    if (line > limits.lines) {
      here(`is the ${line}th line: a pack has at most ${limits.lines}`, 'limit');
      isOver = true;
      return null;
    }
    const value = readLine(source, limits, here);
    const record = value === undefined ? takeNothing() : takeValue(value);
    // A file that is no pack is not read to its end: one problem says it better than a hundred.
    if (line === 1 && (header === null || !problems.isEmpty())) {
      if (header === null) here('the first line is not a sound header record: the rest was not read', 'not-a-pack');
      isOver = true;
    }
    if (problems.isFull()) isOver = true;
    return record;
  }

  function takeNothing(): null {
    references?.addUnread(line, undefined);
    return null;
  }

  function takeValue(value: unknown): PackRecord | null {
    const parsed = parseRecord(value);
    if ('line' in parsed) return takeRecord(parsed.line);
    const id = (value as { id?: unknown } | null)?.id;
    if ('problems' in parsed) {
      for (const message of parsed.problems) here(message, line === 1 ? 'not-a-pack' : 'rule');
      references?.addUnread(line, id);
    } else {
      if (skipped.length < MAX_SKIPPED) skipped.push({ line, kind: parsed.unknownKind });
      references?.addSkipped(line, id);
    }
    return null;
  }

  function takeRecord(value: PackHeader | PackRecord | PackEnd): PackRecord | null {
    if (value.record === 'header') {
      if (line > 1) here('a header record in the middle of the file: a pack has one, in line 1');
      else acceptHeader(value);
      return null;
    }
    if (value.record === 'end') {
      end = { line, value };
      return null;
    }
    if (references === null) return null;
    checkRecord(value, horizon, here);
    references.add(line, value);
    const crowded = 'names' in value ? holders.add(value.names) : null;
    if (crowded !== null) here(crowded, 'limit');
    records++;
    return value;
  }

  function acceptHeader(value: PackHeader): void {
    header = value;
    horizon = horizonOf(value);
    references = createReferenceBook(value, problems.report);
    checkHeader(value, here);
  }

  return {
    header: () => header,
    take,
    refuse(message, code, at = line + 1) {
      problems.report(at, message, code);
      isOver = true;
    },
    isOver: () => isOver,
    isSound: () => problems.isEmpty(),
    end: () => end?.value ?? null,
    finish(digest) {
      if (line === 0 && problems.isEmpty()) problems.report(0, 'the file is empty', 'not-a-pack');
      if (!isOver && end === null && line > 0)
        here('the last line is not an end record: the file is cut short, or was never sealed', 'damaged');
      if (!isOver) references?.finish();
      // What an author forgot to seal is told once the rest is right.
      if (problems.isEmpty() && end !== null) checkEnd(end.value, line, digest, here);
      if (!problems.isEmpty() || header === null || end === null) return { problems: problems.inOrder() };
      return { sound: { header, records, sha256: end.value.sha256, skipped } };
    },
  };
}

type ReportHere = (message: string, code?: PackProblem['code']) => void;

/** The parsed value of a line, or `undefined` when what is wrong with it has been reported. */
function readLine(source: string, limits: PackLimits, report: ReportHere): unknown {
  const odd = oddityOf(source, limits);
  if (odd !== null) return report(odd[0], odd[1]);
  const written = countFields(source);
  if (typeof written === 'string') return report(written, 'limit');
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    return report(`is not JSON: ${error instanceof Error ? error.message : String(error)}`, 'damaged');
  }
  const { fields, finding } = findUnsafe(value);
  if (finding !== null) return report(finding.message, finding.code);
  if (fields !== written)
    return report(`has the field "${findRepeatedField(source) ?? '?'}" twice: which one counts?`, 'unsafe');
  return value;
}

/** What a line is besides JSON that it should not be. */
function oddityOf(source: string, limits: PackLimits): readonly [message: string, code: PackProblem['code']] | null {
  if (source.startsWith('\ufeff')) return ['begins with a byte order mark: save the file as UTF-8 without it', 'rule'];
  if (source.endsWith('\r')) return ['ends in a carriage return: save the file with line feeds alone', 'rule'];
  if (source.length > limits.lineChars) return [`is longer than ${limits.lineChars} characters: no record is`, 'limit'];
  return source.charCodeAt(0) !== BRACE && source.trim() === '' ? ['is empty: remove it', 'rule'] : null;
}

const BRACE = 0x7b;

/** Refuses what this version would misunderstand. */
function checkHeader(header: PackHeader, report: ReportHere): void {
  for (const feature of header.needs ?? []) {
    if (!FEATURES.has(feature))
      report(`"needs" names "${feature}", which this version of Sidelight does not know: a newer one may`, 'newer');
  }
  if ('base' in header)
    report(
      '"base" says that this is a change to another pack: this version of Sidelight reads whole packs only',
      'newer',
    );
  if (header.uses?.includes(header.id)) report('"uses" names the pack itself: leave it out');
}

function checkEnd(end: PackEnd, line: number, digest: string | null, report: ReportHere): void {
  if (end.records !== line - 1)
    report(
      `"records" is ${end.records}, but ${line - 1} lines come before the end: seal the file after editing`,
      'damaged',
    );
  if (digest !== end.sha256)
    report(
      `"sha256" does not match the lines before it (${digest}): fetch the file again, or seal it after editing`,
      'damaged',
    );
}
