/** Several places where records lie, as one: settings here, the reader's database there. */
import { tableOf } from '../../sync/collect';
import type { RecordId } from '../../sync/replica';
import type { LocalRecords } from './ports';

export function joinRecords(places: readonly LocalRecords[]): LocalRecords {
  const placeOf = (id: RecordId) => places.find(({ tables }) => tables.has(tableOf(id)));
  return {
    tables: new Set(places.flatMap(({ tables }) => [...tables])),
    accepts: (id, content) => placeOf(id)?.accepts(id, content) ?? false,
    list: async () => new Map((await Promise.all(places.map((place) => place.list()))).flatMap((local) => [...local])),
    async apply(changes) {
      const failed: RecordId[] = [];
      for (const place of places) {
        const own = changes.filter(({ id }) => place.tables.has(tableOf(id)));
        if (own.length > 0) failed.push(...(await place.apply(own)));
      }
      return failed;
    },
  };
}
