/** What an update changes, generation against generation: as `diffPacks` says it of whole packs. */
import { describe, expect, it } from 'vitest';
import type { PackRecord } from '../../../lib/model/pack';
import { diffPacks } from '../../../lib/packs/diff-packs';
import { judgeUpdate, judgeUpdateBySize } from '../../../lib/packs/judge-update';
import { compareGenerations } from '../../../lib/services/compare-generations';
import { anEntity, aSource } from '../../support/build-facts';
import { anInstalledPack } from '../../support/install-ports';
import { createMemoryStore } from '../../support/memory-store';

const links = (from: number, to: number, host: string): PackRecord[] =>
  Array.from({ length: to - from }, (_, i) =>
    aSource(`source/s${from + i}`, { url: `https://${host}.example/${from + i}` }),
  );
const gone = (id: string): PackRecord => ({
  record: 'withdrawn',
  id: id as never,
  reason: 'wrong',
  date: '2026-01-01',
});

const OLD = [...links(0, 2_000, 'a'), anEntity('person/ito'), anEntity('person/abe')];
const CASES: readonly (readonly [what: string, next: readonly PackRecord[]])[] = [
  ['nothing', OLD],
  ['only the order', OLD.toReversed()],
  ['a record that is new', [...OLD, anEntity('person/sato')]],
  ['a record that says otherwise', [...OLD.slice(0, -1), anEntity('person/abe', { label: { en: 'Abe' } })]],
  ['a record that is withdrawn', [...OLD.slice(0, -1), gone('person/abe')]],
  ['a quarter that is gone', OLD.slice(0, 1_500)],
  ['a thousand links', [...links(0, 1_000, 'b'), ...OLD.slice(1_000)]],
  ['a link more', [...links(0, 1_001, 'b'), ...OLD.slice(1_001)]],
];

async function stored(records: readonly PackRecord[], generation: string, store = createMemoryStore()) {
  const rows: PackRecord[][] = [];
  for (let i = 0; i < records.length; i += 32) rows.push(records.slice(i, i + 32));
  const pack = anInstalledPack(generation, 'a', { records: records.length, rowSize: 32, sha256: generation });
  await store.writeRows(pack.header.id, generation, 0, rows);
  return { store, pack };
}

describe('comparing generations', () => {
  it.each(CASES)('tells of %s what comparing whole packs tells', async (_, next) => {
    const { store, pack: before } = await stored(OLD, 'g1');
    const { pack: after } = await stored(next, 'g2', store);
    const { size, changes } = await compareGenerations(store, before, after, () => undefined);
    const read = (records: readonly PackRecord[]) => async (take: (batch: readonly PackRecord[]) => void) =>
      take(records);
    const whole = await diffPacks(
      { header: before.header, read: read(OLD) },
      { header: after.header, read: read(next) },
    );
    expect(changes).toMatchObject({
      changed: whole.changed.length,
      added: whole.added.length,
      withdrawn: whole.withdrawn.length,
      removed: whole.removed.length,
    });
    expect([...changes.ids.added, ...changes.ids.withdrawn]).toEqual([
      ...whole.added,
      ...whole.withdrawn.map(({ id }) => id),
    ]);
    const [old, offered] = [before, after].map(({ header, sha256 }) => ({ ...header, sha256 })) as [never, never];
    expect(judgeUpdateBySize(old, offered, size)).toEqual(judgeUpdate(old, offered, whole));
  });
});
