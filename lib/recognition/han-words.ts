/**
 * The words around a name in Chinese, as the dictionary that every supported browser carries cuts them. It knows the
 * words of the language and hardly any names: it leaves unknown names in single characters, and now and then joins
 * the last character of one with what follows. So a cut is heard as a witness, and the name's own cut is tried beside it.
 */
import { HAN } from '../text/scripts';
import type { Place } from './han-neighbours';
import { classAt } from './steps';

/** Units to either side that are cut: the cut of a window is that of the whole text but for its first word. */
const REACH = 8;

export interface HanWords {
  /** The word that ends where the name begins, and the one that begins where it ends: 越南 + 河内 though 南河内 is cut. */
  readonly before: () => string;
  readonly after: () => string;
  /** The word that holds the name's first character, and the name's last. */
  readonly first: string;
  readonly last: string;
  /** True when a word ends so many units behind the name. */
  readonly endsAt: (units: number) => boolean;
  /** True when a word of the language runs across the beginning of the name, or across its end. */
  readonly crossesStart: () => boolean;
  readonly crossesEnd: () => boolean;
}

let segmenter: Intl.Segmenter | null | undefined;
/** The last window that was cut: the kinds that a name can be are asked one after another. */
let latest: { readonly key: string; readonly words: HanWords } | undefined;

/** `null` where the browser cuts no words. `particles`: characters that are words of their own beside any name. */
export function wordsAround(place: Place, particles: string): HanWords | null {
  if (segmenter === undefined) {
    segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;
  }
  if (segmenter === null) return null;
  const before = place.before.slice(-REACH);
  const after = place.after.slice(0, REACH);
  const key = `${before}\n${place.name}\n${after}`;
  if (latest?.key !== key) latest = { key, words: cut(segmenter, before, place.name, after, particles) };
  return latest.words;
}

function cut(by: Intl.Segmenter, before: string, name: string, after: string, particles: string): HanWords {
  const segments = by.segment(before + name + after);
  const start = before.length;
  const end = start + name.length;
  const wordAt = (unit: number) => {
    const { segment = '', index = unit } = segments.containing(unit) ?? {};
    return { text: segment, from: index, to: index + segment.length };
  };
  const first = wordAt(start);
  const last = end - start === 1 || first.to >= end ? first : wordAt(end - 1);
  const firstWord = (text: string): string => by.segment(text).containing(0)?.segment ?? '';
  const lastWord = (text: string): string => by.segment(text).containing(text.length - 1)?.segment ?? '';
  const singles = (text: string): number => {
    let count = 0;
    for (const { segment } of by.segment(text)) {
      if (segment.length === 1 && classAt(segment, 0) === HAN && !particles.includes(segment)) count++;
    }
    return count;
  };
  return {
    before: () => (first.from === start ? wordAt(start - 1).text : lastWord(before)),
    after: () => (last.to === end ? wordAt(end).text : firstWord(after)),
    first: first.text,
    last: last.text,
    endsAt: (units) => units >= after.length || wordAt(end + units).from === end + units,
    // Cutting at the edge must leave a piece that is no word: 李在明 leaves 天 of 明天, 特朗普 leaves 通过 of 普通过.
    crossesStart: () => first.from < start && singles(before) > singles(before.slice(0, first.from)),
    crossesEnd: () => last.to > end && singles(after) > singles(after.slice(last.to - end)),
  };
}
