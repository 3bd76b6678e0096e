/** What keeps a database from being opened, for whoever has to go on without it. */

/** The database was made by a newer version of Sidelight: nothing of it is read, nothing is written. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
  constructor(
    readonly database: string,
    readonly found: number,
    readonly known: number,
  ) {
    super(`database ${database} has version ${found}, made by a newer Sidelight; this one knows ${known}`);
  }
}

/** An upgrade waits for a page of an older version that does not let go. */
export class DatabaseBlockedError extends Error {
  override readonly name = 'DatabaseBlockedError';
  constructor(
    readonly database: string,
    /** Resolves when the upgrade has come to pass after all. */
    readonly over: Promise<void>,
  ) {
    super(`database ${database} is held open by another page of Sidelight`);
  }
}

/** The browser does not open the database: it refuses, or never answers. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
  constructor(
    readonly database: string,
    cause: unknown,
    /** Resolves when an opening that had been given up has come to pass after all. */
    readonly over: Promise<void> = new Promise(() => {}),
  ) {
    super(`database ${database} cannot be opened: ${String(cause)}`, { cause });
  }
}

/** Why a database could not be used; `over` where waiting may help. `null`: for a reason of another kind. */
export interface DatabaseProblem {
  readonly kind: 'newer' | 'blocked' | 'unreachable';
  readonly over?: Promise<void>;
}

/** What an error says of the database. Dexie hides the error of an opening in the one of an operation. */
export function databaseProblem(error: unknown): DatabaseProblem | null {
  for (let cause = error, depth = 0; cause instanceof Object && depth < 5; depth++) {
    if (cause instanceof NewerDatabaseError) return { kind: 'newer' };
    if (cause instanceof DatabaseBlockedError) return { kind: 'blocked', over: cause.over };
    if (cause instanceof DatabaseUnreachableError) return { kind: 'unreachable', over: cause.over };
    const { name, inner, cause: further } = cause as { name?: unknown; inner?: unknown; cause?: unknown };
    if (name === 'OpenFailedError' || name === 'MissingAPIError') return { kind: 'unreachable' };
    cause = inner ?? further;
  }
  return null;
}
