/** Finds every occurrence of every name in one text; which of them are meant is decided by `resolve`. */
import { HIT_NUMBERS } from './matcher';
import type { NameIndex } from './name-index';

/** A form found in a text, in UTF-16 units of the text as it was given; `end` is exclusive. */
export interface Hit {
  readonly form: number;
  readonly start: number;
  readonly end: number;
}

/** Finds all names at word boundaries, overlapping ones too, in order of start and the longest first at each start. */
export function scan({ matcher }: NameIndex, text: string): readonly Hit[] {
  const count = matcher.find(text);
  const { hits } = matcher;
  return Array.from({ length: count }, (_, i) => ({
    form: hits[i * HIT_NUMBERS] as number,
    start: hits[i * HIT_NUMBERS + 1] as number,
    end: hits[i * HIT_NUMBERS + 2] as number,
  }));
}
