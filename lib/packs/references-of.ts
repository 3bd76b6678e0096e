/** Where the references of a record stand, and what each must lead to. */
import type { Account, Name, PackRecord, Provenance, Ref } from '../model/pack';

/** What a reference may lead to. */
export type Expected = 'a source' | 'an event' | 'a series' | 'an entity' | 'a post' | 'an organisation or country';

/** Takes one reference with the field it stands in. */
export type Visit = (field: string, ref: Ref, expected: Expected) => void;

/** Visits every reference of a record. It runs on every record of a file: no arrays are made. */
export function referencesOf(record: PackRecord, visit: Visit): void {
  if (record.record === 'source' || record.record === 'withdrawn') return;
  provenanceOf('', record, visit);
  if (record.record === 'series' || record.record === 'timeline') {
    for (const id of record.events ?? []) visit('events', id, 'an event');
  }
  if (record.record === 'series') {
    for (const [i, { sources }] of record.coverage.entries()) sourcesOf(`coverage.${i}.sources`, sources, visit);
    return;
  }
  if (record.record === 'timeline') {
    for (const id of record.rule?.series ?? []) visit('rule.series', id, 'a series');
    for (const id of record.rule?.participants ?? []) visit('rule.participants', id, 'an entity');
    return;
  }
  sourcesOf('sources', record.sources, visit);
  accountsOf(record.accounts, visit);
  namesOf(record.names, visit);
  if (record.record === 'event') {
    for (const [i, { entity, as }] of record.participants.entries()) {
      visit(`participants.${i}.entity`, entity, 'an entity');
      if (as) visit(`participants.${i}.as`, as, 'a post');
    }
    for (const id of record.places ?? []) visit('places', id, 'an entity');
    if (record.direction) {
      visit('direction.from', record.direction.from, 'an entity');
      visit('direction.to', record.direction.to, 'an entity');
    }
    if (record.replacedBy) visit('replacedBy', record.replacedBy, 'an event');
    return;
  }
  for (const [i, role] of (record.roles ?? []).entries()) {
    sourcesOf(`roles.${i}.sources`, role.sources, visit);
    provenanceOf(`roles.${i}.`, role, visit);
    if (role.post) visit(`roles.${i}.post`, role.post, 'a post');
    if (role.of) visit(`roles.${i}.of`, role.of, 'an organisation or country');
  }
  for (const [i, relation] of (record.relations ?? []).entries()) {
    visit(`relations.${i}.to`, relation.to, 'an entity');
    sourcesOf(`relations.${i}.sources`, relation.sources, visit);
    provenanceOf(`relations.${i}.`, relation, visit);
  }
}

function sourcesOf(field: string, refs: readonly Ref[] | undefined, visit: Visit): void {
  for (const ref of refs ?? []) visit(field, ref, 'a source');
}

function provenanceOf(prefix: string, { provenance }: Provenance, visit: Visit): void {
  if (!provenance) return;
  for (const [field, refs] of Object.entries(provenance)) sourcesOf(`${prefix}provenance.${field}`, refs, visit);
}

function accountsOf(accounts: readonly Account[] | undefined, visit: Visit): void {
  for (const [i, { by, sources }] of (accounts ?? []).entries()) {
    visit(`accounts.${i}.by`, by, 'an entity');
    sourcesOf(`accounts.${i}.sources`, sources, visit);
  }
}

function namesOf(names: readonly Name[] | undefined, visit: Visit): void {
  for (const [i, name] of (names ?? []).entries()) if (name.provenance) provenanceOf(`names.${i}.`, name, visit);
}
