/**
 * The first rungs of the ladder: a database is opened by IndexedDB alone, again after a pause when the browser refuses
 * (a restarting browser does: `UnknownError`), and given up when it never answers.
 */
import { DatabaseUnreachableError } from './database-problems';

export interface Patience {
  /** ms between one attempt and the next; as many further attempts. */
  readonly pauses: readonly number[];
  /** ms after which an attempt that has not answered is given up. */
  readonly silence: number;
}

/** Three refusals are got over in 1.8 s, and a browser that never answers is given up in 6 s: T16 and T17 allow 5 and 10. */
const PATIENCE: Patience = { pauses: [150, 450, 1_200], silence: 6_000 };

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A request as a promise. */
export const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** One attempt; `null` when there is no such database, which it does not make. */
async function attempt(name: string): Promise<IDBDatabase | null> {
  const request = indexedDB.open(name);
  let isAbsent = false;
  // It must not be made here, without any store.
  request.onupgradeneeded = () => {
    isAbsent = true;
    request.transaction?.abort();
  };
  try {
    return await settled(request);
  } catch (error) {
    if (isAbsent) return null;
    throw error;
  }
}

/**
 * A connection to what is stored, in whatever version; `null` when there is nothing. Rejects with a
 * `DatabaseUnreachableError`. An opening that answers too late is closed at once.
 */
export async function reachDatabase(name: string, patience = PATIENCE): Promise<IDBDatabase | null> {
  for (let failed = 0; ; failed++) {
    const opening = attempt(name);
    try {
      const db = await orSilence(name, opening, patience.silence);
      if (failed > 0) console.warn(`Sidelight: database ${name} opened after ${failed} failed attempts`);
      return db;
    } catch (error) {
      if (error instanceof DatabaseUnreachableError) throw error;
      const pause = patience.pauses[failed];
      if (pause === undefined) throw new DatabaseUnreachableError(name, error);
      await sleep(pause);
    }
  }
}

/** The opening, or an error when it says nothing for so long. */
async function orSilence(name: string, opening: Promise<IDBDatabase | null>, ms: number): Promise<IDBDatabase | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const over = opening.then((db) => db?.close());
      over.catch(() => undefined);
      reject(new DatabaseUnreachableError(name, `no answer in ${ms} ms`, over));
    }, ms);
  });
  try {
    return await Promise.race([opening, silence]);
  } finally {
    clearTimeout(timer);
  }
}
