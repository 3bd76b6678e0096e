/** What the tests of the reader's own records do inside a page: the extension's own stores on the page's IndexedDB. */
import { eraseTables } from '../../lib/db/erase-tables';
import { createHistoryStore } from '../../lib/db/history-store';
import { createOwnRecords } from '../../lib/db/own-records';
import { ReaderDb } from '../../lib/db/reader-db';
import type { HistoryEntry, OwnTable, OwnValues } from '../../lib/model/own';
import { createPrivateRecords } from '../../lib/services/own/private-records';
import { createMemoryArea } from './memory-own';

const db = new ReaderDb();
const device = async (): Promise<string> => 'd1';
const own = createOwnRecords(db, device);
const history = createHistoryStore(db, device, 5);
const inPrivate = createPrivateRecords(own, createMemoryArea());

export const putOwn = <T extends OwnTable>(table: T, id: string, value: OwnValues[T]): Promise<void> =>
  own.put(table, id, value);
export const removeOwn = (table: OwnTable, id: string): Promise<void> => own.remove(table, id);
export const listOwn = async (table: OwnTable): Promise<string[]> => (await own.list(table)).map(({ id }) => id);

/** As a private window writes and sees them. */
export const putInPrivate = <T extends OwnTable>(table: T, id: string, value: OwnValues[T]): Promise<void> =>
  inPrivate.put(table, id, value);
export const listInPrivate = async (table: OwnTable): Promise<string[]> =>
  (await inPrivate.list(table)).map(({ id }) => id);

/** Puts a row past the store, as another device or an older version may have left it. */
export async function putRow(table: OwnTable, row: { readonly id: string; readonly value: unknown }): Promise<void> {
  await db.table(table).put({ clock: 7, device: 'd0', deleted: false, ...row });
}
// Not Dexie’s own promise: Firefox’s driver would take it for an answer.
export const rowOf = async (table: string, id: string): Promise<unknown> => await db.table(table).get(id);

export const putHistory = (entry: HistoryEntry): Promise<void> => history.put(entry);
export const pruneHistory = (before: number): Promise<void> => history.prune(before);
export const removeHistory = (url: string): Promise<void> => history.remove(url);
export const listHistory = async (): Promise<string[]> => (await history.list(9)).map(({ article }) => article.url);

/** How many rows there are in each table, tombstones too. */
export const countAll = async (): Promise<Record<string, number>> =>
  Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.count()] as const)));

export async function fillAll(): Promise<void> {
  await db.subscriptions.put({ id: 'https://packs.example.org/a', value: null, clock: 1, device: 'd1', deleted: true });
  await db.requests.add({
    at: 1,
    host: 'a',
    path: '/',
    purpose: 'look-up',
    outcome: 'asked',
    status: null,
    bytes: 0,
  } as never);
}

export const eraseAll = async (): Promise<void> => await eraseTables(db);
