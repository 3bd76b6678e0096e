/**
 * An operation ends when its transaction does. Chromium may abort a transaction, for want of space, without a word to
 * the request that is waiting in it: Dexie's promise of the operation then never settles (its issue 840).
 */
import type { DBCore, DBCoreTransaction, Middleware } from 'dexie';
import { Dexie } from 'dexie';

/** The operation's answer, or the error for which its transaction was aborted. */
function orAborted<T>(trans: DBCoreTransaction, operation: PromiseLike<T>): Promise<T> {
  const transaction = trans as unknown as IDBTransaction;
  return new Dexie.Promise<T>((resolve, reject) => {
    const onAbort = () => reject(transaction.error ?? new DOMException('The transaction was aborted', 'AbortError'));
    const done = () => transaction.removeEventListener('abort', onAbort);
    transaction.addEventListener('abort', onAbort);
    operation.then(
      (value) => {
        done();
        resolve(value);
      },
      (error: unknown) => {
        done();
        reject(error);
      },
    );
  }) as unknown as Promise<T>;
}

const settleOperations: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'settleOperations',
  // Next to the database: whatever the others do with an answer, they get one.
  level: -1,
  create: (core) => ({
    ...core,
    table(name) {
      const table = core.table(name);
      return {
        ...table,
        mutate: (request) => orAborted(request.trans, table.mutate(request)),
        get: (request) => orAborted(request.trans, table.get(request)),
        getMany: (request) => orAborted(request.trans, table.getMany(request)),
        query: (request) => orAborted(request.trans, table.query(request)),
        count: (request) => orAborted(request.trans, table.count(request)),
      };
    },
  }),
};

/** Makes every operation of the database end, also where the browser forgets it. */
export function settleAll(db: Dexie): void {
  db.use(settleOperations);
}
