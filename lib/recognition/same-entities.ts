/**
 * Records of several packs that are one entity: those with an equal Wikidata address. The first pack's record is the
 * target; the names, roles and relations of the others are its own too (DESIGN.md: one card, a section a pack).
 */
import type { Target } from './compile-names';

const WIKIDATA = /^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d+)$/;

/** For each target, the number of the one that stands for it: its own for nearly all. */
export function sameEntities(targets: readonly Target[]): Uint32Array {
  const first = new Map<string, number>();
  return Uint32Array.from(targets, ({ record, pack }, number) => {
    if (record.record !== 'entity') return number;
    for (const address of record.sameAs ?? []) {
      const item = WIKIDATA.exec(address)?.[1];
      if (item === undefined) continue;
      const known = first.get(item);
      const same = known === undefined ? undefined : targets[known];
      if (same === undefined) first.set(item, number);
      // Two records of one pack are two: its author has told them apart.
      else if (same.pack !== pack && same.record.record === 'entity' && isOneType(same.record.type, record.type))
        return known as number;
    }
    return number;
  });
}

/** What is only known as a thing may be anything. */
const isOneType = (a: string, b: string): boolean => a === b || a === 'thing' || b === 'thing';

/** For each target that stands for others too, the numbers of all of them, its own first. */
export function membersOfEntities(same: Uint32Array): Map<number, number[]> {
  const members = new Map<number, number[]>();
  same.forEach((target, number) => {
    if (target === number) return;
    const list = members.get(target) ?? [target];
    list.push(number);
    members.set(target, list);
  });
  return members;
}
