/** Records on their way into a pack, each field with the cell it came from, so that the checker's findings lead back. */
import { createPackChecker } from '../pack-checker';
import type { PackProblem } from '../report';

/** Where a value came from. */
export interface Origin {
  readonly row: number;
  readonly column: string;
}

/** One record that is being put together. */
export interface Draft {
  readonly record: Record<string, unknown>;
  /** By the path of the field, as problems write it: `roles.0.from`. */
  readonly origins: Map<string, Origin>;
}

/** A problem of the checker with the draft it is about, and where the value came from when that is known. */
export interface DraftProblem {
  /** Null for the header and the pack as a whole. */
  readonly draft: Draft | null;
  readonly origin: Origin | null;
  readonly message: string;
}

const PENDING_DIGEST = '0'.repeat(64);

/** The lines of a pack before its end record, or what the checker says against them. */
export function draftLines(
  header: object,
  drafts: readonly Draft[],
): { lines: string[] } | { problems: DraftProblem[] } {
  const lines = [header, ...drafts.map(({ record }) => record)].map((record) => JSON.stringify(record));
  const checker = createPackChecker();
  for (const line of lines) checker.take(line);
  checker.take(JSON.stringify({ record: 'end', records: lines.length, sha256: PENDING_DIGEST }));
  const verdict = checker.finish(PENDING_DIGEST);
  if ('sound' in verdict) return { lines };
  return { problems: verdict.problems.map((problem) => locate(problem, drafts)) };
}

function locate({ line, message }: PackProblem, drafts: readonly Draft[]): DraftProblem {
  const draft = drafts[line - 2] ?? null;
  for (let field = /^"([^"]+)"/.exec(message)?.[1] ?? ''; draft && field !== ''; field = parentOf(field)) {
    const origin = draft.origins.get(field);
    if (origin) return { draft, origin, message };
  }
  return { draft, origin: null, message };
}

const parentOf = (field: string): string => field.slice(0, Math.max(0, field.lastIndexOf('.')));
