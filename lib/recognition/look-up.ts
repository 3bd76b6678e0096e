/** Finds the numbers of the targets that records refer to, while an index is compiled. */
import { expandRef, type Reference } from '../model/ids';
import type { PackEvent, PackHeader, Ref } from '../model/pack';
import type { Target } from './compile-names';

/** Number of the target that a record of a pack refers to, or of the one that stands for it; `undefined` when no pack has it. */
export type LookUp = (ref: Ref | null | undefined, pack: number) => number | undefined;

export function createLookUp(
  packs: readonly { readonly header: PackHeader }[],
  targets: readonly Target[],
  same: Uint32Array,
): LookUp {
  const numbers = new Map<Reference, number>(
    targets.map(({ reference }, number) => [reference, same[number] as number]),
  );
  return (ref, pack) => {
    const header = packs[pack]?.header;
    return ref && header ? numbers.get(expandRef(ref, header.id)) : undefined;
  };
}

/** Who took part in an event and where it happened, each once, in the pack's order. */
export function membersOf(event: PackEvent, pack: number, lookUp: LookUp): number[] {
  const members = new Set<number>();
  for (const { entity } of event.participants) members.add(lookUp(entity, pack) ?? -1);
  for (const place of event.places ?? []) members.add(lookUp(place, pack) ?? -1);
  members.delete(-1);
  return [...members];
}
