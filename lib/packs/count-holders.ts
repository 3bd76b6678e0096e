/**
 * How many records of a pack bear one name, counted in fixed memory: two rows of counters, of which the smaller holds
 * the truth or a little more (a count-min sketch: Cormode and Muthukrishnan 2005). With three million names and four
 * million counters no honest name comes near the limit by chance. The first names of a file are not counted.
 */
import type { Name } from '../model/pack';
import { MAX_HOLDERS } from './limits';

const COUNTERS = 1 << 21;
const MASK = COUNTERS - 1;

/** Counts holders of names over one pack. */
export interface HolderCount {
  /** Counts the names of a record; a sentence when one of them has too many holders by now. */
  add(names: readonly Name[] | undefined): string | null;
}

/** Begins to count, for one pack. */
export function createHolderCount(): HolderCount {
  let total = 0;
  // Made late: in a pack of fewer names no name can have too many holders, and most packs are small.
  let counters: { readonly first: Uint16Array; readonly second: Uint16Array } | null = null;
  return {
    add(names) {
      if (!names) return null;
      total += names.length;
      // A family name within a full one is one name more; no full name is borne by as many as its family name.
      if (total <= MAX_HOLDERS) return null;
      counters ??= { first: new Uint16Array(COUNTERS), second: new Uint16Array(COUNTERS) };
      for (let i = 0; i < names.length; i++) {
        const { text: whole, family } = names[i] as Name;
        const text = (family ?? whole).toLowerCase();
        const hash = hashOf(text);
        const a = hash & MASK;
        const b = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 11;
        const count = Math.min(increase(counters.first, a), increase(counters.second, b));
        if (count > MAX_HOLDERS)
          return `"names.${i}.text" is a name that more than ${MAX_HOLDERS} records bear: it names none of them`;
      }
      return null;
    },
  };
}

const increase = (counters: Uint16Array, at: number): number => {
  const count = (counters[at] ?? 0) + 1;
  counters[at] = count;
  return count;
};

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
