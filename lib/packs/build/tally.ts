/** What was taken from each source, what was left, and why: the report of a build. */

export interface Tally {
  took(source: string, what: string, count?: number): void;
  /** Something to know about a source. */
  note(source: string, text: string): void;
  /** `example`: shown for the first few. */
  left(source: string, why: string, example?: string): void;
  /** The report as lines of text, the same for the same inputs. */
  lines(): string[];
}

const MAX_EXAMPLES = 4;

export function createTally(): Tally {
  const taken = new Map<string, Map<string, number>>();
  const notes = new Map<string, Map<string, true>>();
  const dropped = new Map<string, Map<string, { count: number; examples: string[] }>>();
  return {
    took(source, what, count = 1) {
      const counts = inner(taken, source);
      counts.set(what, (counts.get(what) ?? 0) + count);
    },
    note(source, text) {
      inner(notes, source).set(text, true);
    },
    left(source, why, example) {
      const reasons = inner(dropped, source);
      const entry = reasons.get(why) ?? { count: 0, examples: [] };
      entry.count += 1;
      if (example && entry.examples.length < MAX_EXAMPLES) entry.examples.push(example);
      reasons.set(why, entry);
    },
    lines() {
      return [...new Set([...taken.keys(), ...dropped.keys()])]
        .sort()
        .flatMap((source) => [
          source,
          ...sorted(notes.get(source)).map(([text]) => `  ${text}`),
          ...sorted(taken.get(source)).map(([what, count]) => `  took ${count} ${what}`),
          ...sorted(dropped.get(source)).map(
            ([why, { count, examples }]) =>
              `  left ${count}: ${why}${examples.length > 0 ? ` (${examples.join('; ')})` : ''}`,
          ),
        ]);
    },
  };
}

const sorted = <V>(map: ReadonlyMap<string, V> | undefined): [string, V][] =>
  [...(map ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));

function inner<V>(map: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const known = map.get(key);
  if (known) return known;
  const made = new Map<string, V>();
  map.set(key, made);
  return made;
}
