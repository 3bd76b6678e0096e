/** From records of packs to what is stored of them, and back, also after the packs have changed. */
import type { Reference } from '../../model/ids';
import { INTERFACE_LANGUAGES, type Localized } from '../../model/localized';
import type { RecordSubject } from '../../model/own';
import type { PackRecord } from '../../model/pack';
import { MAX_NAME_LANGUAGES, MAX_SAME_AS } from '../../settings/own-schemas';
import { isSubject } from '../../settings/rules';
import type { JoinedKnowledge } from '../knowledge';

type Records = Pick<JoinedKnowledge, 'get'>;
type Finder = Pick<JoinedKnowledge, 'get' | 'index' | 'referencesOf'>;

/** What is stored of a record; `null` where it is neither an entity nor an event. */
export function toSubject(reference: Reference, record: PackRecord | undefined): RecordSubject | null {
  if (record?.record !== 'entity' && record?.record !== 'event') return null;
  const isEntity = record.record === 'entity';
  const name = textsOf(isEntity ? record.label : record.title);
  if (Object.keys(name).length === 0) return null;
  return {
    kind: 'record',
    reference,
    type: isEntity ? record.type : 'event',
    name,
    sameAs: isEntity ? (record.sameAs ?? []).slice(0, MAX_SAME_AS) : [],
    ...(isEntity ? {} : { date: record.date }),
  };
}

/** Forms that a source shows; where there are none, what there is. */
function textsOf(label: Localized): Record<string, string> {
  const entries = Object.entries(label).flatMap(([lang, value]) =>
    value === undefined
      ? []
      : [[lang, typeof value === 'string' ? value : value.text, typeof value !== 'string'] as const],
  );
  const seen = entries.filter(([, text, auto]) => text !== '' && !auto);
  const isOurs = (lang: string) => Number((INTERFACE_LANGUAGES as readonly string[]).includes(lang));
  const kept = [...(seen.length > 0 ? seen : entries)].sort(([a], [b]) => isOurs(b) - isOurs(a));
  return Object.fromEntries(kept.slice(0, MAX_NAME_LANGUAGES).map(([lang, text]) => [lang, text]));
}

/** What is stored of a reference of today's packs. */
export async function subjectOf(knowledge: Records, reference: Reference): Promise<RecordSubject | null> {
  return toSubject(reference, (await knowledge.get([reference])).get(reference));
}

/**
 * The reference under which today's packs know a subject: its own, or that of a record with one of its names and one of
 * its addresses. `null`: no pack knows it any more.
 */
export async function findSubject(knowledge: Finder, subject: RecordSubject): Promise<Reference | null> {
  const { reference } = subject;
  if ((await knowledge.get([reference])).has(reference)) return reference;
  if (subject.sameAs.length === 0) return null;
  const named = new Set(Object.values(subject.name).flatMap((text) => [...targetsCalled(knowledge.index, text)]));
  const references = [...(await knowledge.referencesOf(named)).values()];
  const records = await knowledge.get(references);
  return references.find((other) => isSubject(subject, other, sameAsOf(records.get(other)))) ?? null;
}

export const sameAsOf = (record: PackRecord | undefined): readonly string[] =>
  (record?.record === 'entity' ? record.sameAs : undefined) ?? [];

/** Numbers of the targets that are called so, from the first letter to the last. */
export function* targetsCalled(index: JoinedKnowledge['index'], text: string): Generator<number> {
  // The matcher begins a name at a capital; whoever types one may not.
  const written = text.charAt(0).toUpperCase() + text.slice(1);
  for (const { form, start, end } of index.find(written)) {
    if (start !== 0 || end !== written.length) continue;
    const [first, behind] = index.namesOf(form);
    for (let number = first; number < behind; number++) {
      const target = index.target(number);
      if (target >= 0) yield target;
    }
  }
}
