/** What a pack holds, in numbers: for its author, and for whoever decides whether to install it. */
import type { Localized } from '../model/localized';
import type { Completeness, EdtfText, PackRecord } from '../model/pack';

/** Counts by word, largest first. */
export type Counts = Readonly<Record<string, number>>;

/** A pack in numbers. */
export interface PackDescription {
  /** Records by kind, in the order of their first appearance. */
  readonly records: Counts;
  /** Entities by type. */
  readonly entities: Counts;
  /** Events by kind, and by status. */
  readonly events: {
    readonly kinds: Counts;
    readonly statuses: Counts;
    readonly first?: string;
    readonly last?: string;
  };
  readonly names: number;
  readonly roles: number;
  readonly relations: number;
  /** Entities and events with a label or title in a language. */
  readonly languages: Counts;
  /** Of these, the ones that nobody has verified (`auto`). */
  readonly unverified: Counts;
  /** Facts by confidence, where it is written down. */
  readonly confidence: Counts;
  readonly sources: { readonly kinds: Counts /** The most frequent ones. */; readonly publishers: Counts };
  /** What each series says it covers. */
  readonly coverage: readonly {
    readonly series: string;
    readonly events: number;
    readonly from: EdtfText;
    readonly to: EdtfText;
    readonly completeness: Completeness;
  }[];
}

/** Takes batches as they are read, and describes what it took. */
export interface Describer {
  add(records: readonly PackRecord[]): void;
  describe(): PackDescription;
}

const MAX_PUBLISHERS = 10;

/** Counts records as they come; memory grows with the number of different words, not of records. */
export function createDescriber(): Describer {
  const counts = {
    records: new Map<string, number>(),
    entities: new Map<string, number>(),
    kinds: new Map<string, number>(),
    statuses: new Map<string, number>(),
    languages: new Map<string, number>(),
    unverified: new Map<string, number>(),
    confidence: new Map<string, number>(),
    sourceKinds: new Map<string, number>(),
    publishers: new Map<string, number>(),
  };
  const coverage: PackDescription['coverage'][number][] = [];
  let names = 0;
  let roles = 0;
  let relations = 0;
  let first: string | undefined;
  let last: string | undefined;

  const count = (of: Map<string, number>, word: string | undefined) => {
    if (word !== undefined) of.set(word, (of.get(word) ?? 0) + 1);
  };
  const countTexts = (texts: Localized) => {
    for (const [lang, text] of Object.entries(texts)) {
      count(counts.languages, lang);
      if (typeof text === 'object') count(counts.unverified, lang);
    }
  };

  function addOne(record: PackRecord): void {
    count(counts.records, record.record);
    if ('confidence' in record) count(counts.confidence, record.confidence);
    if (record.record === 'source') {
      count(counts.sourceKinds, record.kind);
      count(counts.publishers, record.publisher);
    } else if (record.record === 'entity') {
      count(counts.entities, record.type);
      countTexts(record.label);
      names += record.names.length;
      roles += record.roles?.length ?? 0;
      relations += record.relations?.length ?? 0;
      for (const { confidence } of record.roles ?? []) count(counts.confidence, confidence);
    } else if (record.record === 'event') {
      count(counts.kinds, record.kind);
      count(counts.statuses, record.status);
      countTexts(record.title);
      names += record.names?.length ?? 0;
      if (first === undefined || record.date < first) first = record.date;
      if (last === undefined || record.date > last) last = record.date;
    } else if (record.record === 'series') {
      for (const { from, to, completeness } of record.coverage)
        coverage.push({ series: record.id, events: record.events.length, from, to, completeness });
    }
  }

  return {
    add: (records) => records.forEach(addOne),
    describe: () => ({
      records: Object.fromEntries(counts.records),
      entities: sorted(counts.entities),
      events: {
        kinds: sorted(counts.kinds),
        statuses: sorted(counts.statuses),
        ...(first === undefined || last === undefined ? {} : { first, last }),
      },
      names,
      roles,
      relations,
      languages: sorted(counts.languages),
      unverified: sorted(counts.unverified),
      confidence: sorted(counts.confidence),
      sources: { kinds: sorted(counts.sourceKinds), publishers: sorted(counts.publishers, MAX_PUBLISHERS) },
      coverage,
    }),
  };
}

function sorted(counts: ReadonlyMap<string, number>, most = Number.POSITIVE_INFINITY): Counts {
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, most));
}
