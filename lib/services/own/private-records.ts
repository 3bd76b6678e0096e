/**
 * The reader's records as a private window sees them: what is stored, and on top of it what was changed in private
 * windows. That lies in memory and goes with the last of them.
 */
import type { OwnRecord, OwnTable } from '../../model/own';
import { readOwn } from '../../settings/own-schemas';
import type { OwnRecords, PrivateArea } from './ports';

export function createPrivateRecords(stored: OwnRecords, area: PrivateArea): OwnRecords {
  /** One change at a time: each is written over what was there. */
  let changing: Promise<void> = Promise.resolve();
  const change = (table: OwnTable, id: string, value: unknown): Promise<void> => {
    const next = changing.then(async () => {
      const all = await area.read();
      await area.write({ ...all, [table]: { ...all[table], [id]: value } });
    });
    changing = next.catch(() => undefined);
    return next;
  };

  return {
    async list<T extends OwnTable>(table: T) {
      const [records, changes] = await Promise.all([stored.list(table), area.read()]);
      const own = changes[table] ?? {};
      const changed = Object.entries(own).flatMap(([id, value]): OwnRecord<T>[] => {
        const read = value === null ? null : readOwn(table, value);
        return read ? [{ id, value: read }] : [];
      });
      return [...records.filter(({ id }) => !Object.hasOwn(own, id)), ...changed];
    },
    put: change,
    remove: (table, id) => change(table, id, null),
    clear: () => area.write({}),
  };
}
