/** The set of installed packs as one value: what is in it, in which order, and what readers see of it. */
import type { CurrentKnowledge, InstalledPack, Sha256 } from './ports';

/** Packs that exist for readers: those that were removed are only waiting to be cleared away. */
export const visiblePacks = ({ packs, removed = [] }: CurrentKnowledge): readonly InstalledPack[] =>
  packs.filter(({ header }) => !removed.includes(header.id));

/** What readers see of a set, as a text: another one means that they have to look anew. */
export const sightOf = (current: CurrentKnowledge | null): string =>
  JSON.stringify(
    current && [current.fingerprint, ...visiblePacks(current).map((pack) => [pack.generation, pack.isPrivate])],
  );

/** The next set, with what the reader has decided about packs of it since it was begun. */
export function keepDecisions(current: CurrentKnowledge | null, next: CurrentKnowledge): CurrentKnowledge {
  const packs = next.packs.map((pack) => {
    const known = current?.packs.find(({ generation }) => generation === pack.generation);
    return known ? { ...pack, isPrivate: known.isPrivate } : pack;
  });
  const removed = current?.removed?.filter((id) => packs.some(({ header }) => header.id === id)) ?? [];
  const { fingerprint } = next;
  return { packs, fingerprint, ...(removed.length > 0 ? { removed } : {}) };
}

/** Identifies a set of packs in their order. */
export const fingerprintOf = (
  packs: readonly Pick<InstalledPack, 'header' | 'sha256'>[],
  sha256: Sha256,
): Promise<string> => sha256(packs.map((pack) => `${pack.header.id} ${pack.sha256}`).join('\n'));
