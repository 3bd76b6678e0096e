/** Finds the reader's own names: they are compiled anew at every change, and the packs' index stays as it is. */
import type { Reference } from '../../model/ids';
import type { OwnName } from '../../model/own';
import { compileIndex, targetReferences } from '../../recognition/compile-index';
import { openWholeIndex } from '../../recognition/index-file';
import { JoinedIndex } from '../../recognition/joined-index';
import type { NameIndex } from '../../recognition/name-index';
import type { JoinedKnowledge, Knowledge } from '../knowledge';
import { OWN_HEADER, type OwnEntities, toOwnEntities, withOwnRecords } from './own-entities';
import { findSubject } from './subjects';

/** Fixed: the index is compiled and opened in one go. */
const FINGERPRINT = '0'.repeat(32);
const ROW_SIZE = 64;

/** The reader's names, compiled. */
export interface OwnNames extends OwnEntities {
  readonly index: NameIndex;
}

/** Compiles the reader's names; `null` when there are none. */
export function compileOwnNames(names: readonly OwnName[]): OwnNames | null {
  if (names.length === 0) return null;
  const entities = toOwnEntities(names);
  const pack = { header: OWN_HEADER, records: [...entities.records.values()], rowSize: ROW_SIZE };
  const opened = openWholeIndex(compileIndex([pack], FINGERPRINT), FINGERPRINT, targetReferences([pack]));
  if (typeof opened === 'string') throw new Error(`a freshly compiled index is ${opened}`);
  return { ...entities, index: opened.index };
}

/** Knowledge that finds the reader's names as well. A name for something that a pack knows finds the pack's. */
export async function joinOwnNames(knowledge: Knowledge, own: OwnNames | null): Promise<JoinedKnowledge> {
  if (!own) return knowledge;
  const directory = await knowledge.directory();
  const sameAs = new Map<Reference, number>();
  for (const { own: reference, name } of own.meant) {
    const known = name.means.kind === 'record' ? await findSubject(knowledge, name.means) : null;
    const target = known ? directory.targetOf(known) : -1;
    if (target >= 0) sameAs.set(reference, target);
  }
  const { index: base } = knowledge;
  const index = new JoinedIndex(base, own.index, sameAs);
  return {
    ...withOwnRecords(knowledge, own),
    index,
    async referencesOf(targets) {
      const wanted = [...targets];
      const found = new Map(await knowledge.referencesOf(wanted.filter((target) => target < base.targetCount)));
      for (const target of wanted) if (target >= base.targetCount) found.set(target, index.reference(target));
      return found;
    },
    expect: (targets) => knowledge.expect([...targets].filter((target) => target < base.targetCount)),
  };
}
