/** Everything that the readers have found so far, by the keys on which sources are joined. */
import { createDraft, type Draft, type DraftEvent, type DraftSeries, labelOf } from './draft';
import type { SourceKey } from './sources';
import type { Tally } from './tally';

export interface Country {
  /** ISO 3166-1, two letters. */
  readonly code: string;
  readonly place: Draft;
  /** "France", "the United States". */
  readonly inSentence: string;
  /** "French"; empty where the inputs have none that is one adjective. */
  adjective: string;
  /** Codes of the Factbook. */
  readonly gec?: string;
}

export interface Gathering {
  readonly tally: Tally;
  readonly entities: Draft[];
  readonly events: DraftEvent[];
  readonly series: DraftSeries[];
  readonly countries: Map<string, Country>;
  readonly people: Map<string, Draft>;
  /** Leaders by name and country. */
  readonly leaders: Map<string, Draft>;
  /** Posts by slug. */
  readonly posts: Map<string, Draft>;
  /** Country codes of persons, for joining those that have no Wikidata item. */
  readonly peopleOf: Map<string, Set<Draft>>;
  /** International organisations by full name and by acronym. */
  readonly organisations: Map<string, Draft>;
}

export function createGathering(tally: Tally): Gathering {
  return {
    tally,
    entities: [],
    events: [],
    series: [],
    countries: new Map(),
    people: new Map(),
    leaders: new Map(),
    posts: new Map(),
    peopleOf: new Map(),
    organisations: new Map(),
  };
}

export function add(gathering: Gathering, draft: Draft): Draft {
  gathering.entities.push(draft);
  return draft;
}

/** The person of a Wikidata item, made if nobody has named it yet. */
export function personOf(gathering: Gathering, qid: string, label: string, source: SourceKey): Draft {
  let person = gathering.people.get(qid);
  if (!person) {
    person = add(gathering, createDraft({ type: 'person', slug: '', label: label ? { en: label } : {}, source, qid }));
    gathering.people.set(qid, person);
  }
  person.sources.add(source);
  return person;
}

/** Says that a person is in the politics of a country. */
export function belongsTo({ peopleOf }: Gathering, person: Draft, country: Country): void {
  const people = peopleOf.get(country.code) ?? new Set();
  people.add(person);
  peopleOf.set(country.code, people);
}

export const hasLabel = (draft: Draft): boolean => labelOf(draft) !== '';
