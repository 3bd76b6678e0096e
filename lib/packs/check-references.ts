/** References between the records of a pack: ids are unique, every reference leads somewhere and to the right kind. */
import { expandRef, type PackId, type RecordId } from '../model/ids';
import type { Account, Name, PackHeader, PackRecord, Provenance, Ref } from '../model/pack';
import type { Numbered, Report } from './report';

/** What a reference may lead to. */
type Expected = 'a source' | 'an event' | 'a series' | 'an entity' | 'a post' | 'an organisation or country';

type Reference = readonly [field: string, ref: Ref, expected: Expected];

/** Reports duplicate ids, references to nothing or to the wrong kind, and replaced ids that are still in use. */
export function checkReferences(header: PackHeader, records: readonly Numbered<PackRecord>[], report: Report): void {
  const byId = new Map<string, Numbered<PackRecord>>();
  for (const record of records) {
    const known = byId.get(record.value.id);
    if (known) report(record.line, `id "${record.value.id}" is already used in line ${known.line}`);
    else byId.set(record.value.id, record);
  }
  const others = new Set<PackId>(header.uses);
  for (const { line, value } of records) {
    for (const [field, ref, expected] of referencesOf(value)) {
      const [pack, id] = expandRef(ref, header.id).split(':') as [PackId, RecordId];
      if (pack !== header.id) {
        if (!others.has(pack))
          report(line, `"${field}" refers to pack "${pack}", which "uses" of the header does not name`);
        continue;
      }
      const found = byId.get(id)?.value;
      if (!found) report(line, `"${field}" refers to "${id}", which is not in the pack`);
      else if (!isExpected(found, expected))
        report(line, `"${field}" refers to "${id}", which is ${kindOf(found)}, not ${expected}`);
    }
  }
  checkReplaced(byId, records, report);
}

function isExpected(record: PackRecord, expected: Expected): boolean {
  if (record.record !== 'entity') return expected === `a${record.record === 'event' ? 'n' : ''} ${record.record}`;
  if (expected === 'a post') return record.type === 'post';
  if (expected === 'an organisation or country')
    return record.type === 'organisation' || (record.type === 'place' && record.placeKind === 'country');
  return expected === 'an entity';
}

function kindOf(record: PackRecord): string {
  const kind =
    record.record === 'entity' ? record.type : record.record === 'withdrawn' ? 'withdrawn record' : record.record;
  return /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`;
}

/** An old id leads to one record, and to nothing that still stands. */
function checkReplaced(
  byId: ReadonlyMap<string, Numbered<PackRecord>>,
  records: readonly Numbered<PackRecord>[],
  report: Report,
): void {
  const replacedIn = new Map<string, number>();
  for (const { line, value } of records) {
    if (value.record !== 'entity') continue;
    for (const old of value.replaces ?? []) {
      const standing = byId.get(old);
      const elsewhere = replacedIn.get(old);
      if (standing && standing.value.record !== 'withdrawn')
        report(line, `"replaces" names "${old}", which is still in the pack (line ${standing.line})`);
      else if (elsewhere !== undefined)
        report(line, `"replaces" names "${old}", which line ${elsewhere} replaces already`);
      else replacedIn.set(old, line);
    }
  }
}

function* sourcesOf(field: string, refs: readonly Ref[] | undefined): Generator<Reference> {
  for (const ref of refs ?? []) yield [field, ref, 'a source'];
}

/** The sources that `provenance` names for single fields. */
function* provenanceOf(prefix: string, { provenance }: Provenance): Generator<Reference> {
  for (const [field, refs] of Object.entries(provenance ?? {})) yield* sourcesOf(`${prefix}provenance.${field}`, refs);
}

function* accountsOf(accounts: readonly Account[] | undefined): Generator<Reference> {
  for (const [i, { by, sources }] of (accounts ?? []).entries()) {
    yield [`accounts.${i}.by`, by, 'an entity'];
    yield* sourcesOf(`accounts.${i}.sources`, sources);
  }
}

function* namesOf(names: readonly Name[] | undefined): Generator<Reference> {
  for (const [i, name] of (names ?? []).entries()) yield* provenanceOf(`names.${i}.`, name);
}

/** Every reference of a record with the field it stands in and what it must lead to. */
function* referencesOf(record: PackRecord): Generator<Reference> {
  if (record.record === 'source' || record.record === 'withdrawn') return;
  yield* provenanceOf('', record);
  if (record.record === 'series' || record.record === 'timeline') {
    for (const id of record.events ?? []) yield ['events', id, 'an event'];
  }
  if (record.record === 'series') {
    for (const [i, { sources }] of record.coverage.entries()) yield* sourcesOf(`coverage.${i}.sources`, sources);
    return;
  }
  if (record.record === 'timeline') {
    for (const id of record.rule?.series ?? []) yield ['rule.series', id, 'a series'];
    for (const id of record.rule?.participants ?? []) yield ['rule.participants', id, 'an entity'];
    return;
  }
  yield* sourcesOf('sources', record.sources);
  yield* accountsOf(record.accounts);
  yield* namesOf(record.names);
  if (record.record === 'event') {
    for (const [i, { entity, as }] of record.participants.entries()) {
      yield [`participants.${i}.entity`, entity, 'an entity'];
      if (as) yield [`participants.${i}.as`, as, 'a post'];
    }
    for (const id of record.places ?? []) yield ['places', id, 'an entity'];
    if (record.direction) {
      yield ['direction.from', record.direction.from, 'an entity'];
      yield ['direction.to', record.direction.to, 'an entity'];
    }
    if (record.replacedBy) yield ['replacedBy', record.replacedBy, 'an event'];
    return;
  }
  for (const [i, role] of (record.roles ?? []).entries()) {
    yield* sourcesOf(`roles.${i}.sources`, role.sources);
    yield* provenanceOf(`roles.${i}.`, role);
    if (role.post) yield [`roles.${i}.post`, role.post, 'a post'];
    if (role.of) yield [`roles.${i}.of`, role.of, 'an organisation or country'];
  }
  for (const [i, relation] of (record.relations ?? []).entries()) {
    yield [`relations.${i}.to`, relation.to, 'an entity'];
    yield* sourcesOf(`relations.${i}.sources`, relation.sources);
    yield* provenanceOf(`relations.${i}.`, relation);
  }
}
