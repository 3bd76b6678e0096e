/** Finds every occurrence of every name in one text; which of them are meant is decided by `resolve`. */
import { type Folded, fold } from '../text/fold';
import { MAX_NAME_UNITS } from '../text/limits';
import { STEP_CONTINUES, STEP_FORM_MASK } from './index-layout';
import type { NameIndex } from './name-index';
import { HASH_SEED, isStart, isStep, rollHash } from './steps';

/** A form found in a text, in its own UTF-16 offsets. */
export interface Hit {
  readonly form: number;
  readonly start: number;
  readonly end: number;
}

/** Names kept that begin at one place: a pack that nests more of them in one another wants to fill the memory. */
const MAX_NESTED = 8;

/** Finds all names in a text, at word boundaries, overlapping ones too: in order of start, longest first. */
export function scan(index: NameIndex, original: string): Hit[] {
  const folded: Folded = fold(original);
  const { text } = folded;
  const { steps } = index;
  const mask = steps.length / 2 - 1;
  const hits: Hit[] = [];
  for (let start = 0; start < text.length; start++) {
    if (!isStart(text, start)) continue;
    const first = hits.length;
    let hash = HASH_SEED;
    // No name is longer: bounds the walk from one start.
    const stop = Math.min(text.length, start + MAX_NAME_UNITS);
    for (let i = start; i < stop; i++) {
      hash = rollHash(hash, text.charCodeAt(i));
      if (!isStep(text, i + 1)) continue;
      let goesOn = false;
      for (let slot = hash & mask; steps[slot * 2 + 1] !== 0; slot = (slot + 1) & mask) {
        if (steps[slot * 2] !== hash) continue;
        const value = steps[slot * 2 + 1] as number;
        const form = (value & STEP_FORM_MASK) - 1;
        if (form >= 0 && isForm(index, form, text, start, i + 1)) hits.push({ form, start, end: i + 1 });
        if ((value & STEP_CONTINUES) !== 0) goesOn = true;
      }
      if (!goesOn) break;
    }
    // Found shortest first; the longest is tried first.
    if (hits.length - first > 1) hits.push(...hits.splice(first).reverse().slice(0, MAX_NESTED));
  }
  return hits.map(({ form, start, end }) => ({
    form,
    start: folded.starts[start] as number,
    end: folded.ends[end - 1] as number,
  }));
}

function isForm(index: NameIndex, form: number, text: string, start: number, end: number): boolean {
  const { offsets, pool } = index.forms;
  const from = offsets[form] as number;
  if ((offsets[form + 1] as number) - from !== end - start) return false;
  for (let k = start; k < end; k++) {
    if (pool[from + k - start] !== text.charCodeAt(k)) return false;
  }
  return true;
}
