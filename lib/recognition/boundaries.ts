/**
 * May a name stand here? A rule per script: Hangul takes a closed list of particles after a name, katakana is never
 * cut inside a run, and a short Han name does not count inside a compound.
 */
import { HAN, HANGUL, KATAKANA } from '../text/scripts';
import { classAt, classBefore } from './steps';
import { TITLES as JAPANESE_TITLES } from './tables/japanese';
import { TITLES as KOREAN_TITLES, PARTICLES } from './tables/korean';

/** Han names of this many characters or fewer need something other than Han on both sides. */
const SHORT_HAN_NAME = 2;

/** `text` is folded; `isPlace`: places may stand inside a compound (日本政府, 韓国軍). */
export function isBounded(text: string, start: number, end: number, isPlace: boolean): boolean {
  const before = classBefore(text, start);
  const first = classAt(text, start);
  const last = classBefore(text, end);
  if (first === HANGUL && before === HANGUL) return false;
  if (first === KATAKANA && before === KATAKANA) return false;
  if (last === HANGUL) return isHangulEnd(text, end, isPlace);
  if (last === KATAKANA) return classAt(text, end) !== KATAKANA;
  if (first === HAN && last === HAN && !isPlace && Array.from(text.slice(start, end)).length <= SHORT_HAN_NAME) {
    return before !== HAN && (classAt(text, end) !== HAN || startsWithTitle(text, end, JAPANESE_TITLES));
  }
  return true;
}

function isHangulEnd(text: string, end: number, isPlace: boolean): boolean {
  let stop = end;
  while (stop < text.length && stop - end <= LONGEST_TAIL && classAt(text, stop) === HANGUL) stop++;
  const tail = text.slice(end, stop);
  // 한국인 is a person of the country; only after persons is 인 the copula.
  if (isPlace && tail.startsWith(PEOPLE_OF)) return false;
  return tail === '' || PARTICLES.has(tail) || startsWithTitle(text, end, KOREAN_TITLES);
}

const PEOPLE_OF = '인';
/** Particles in the longest chain that the table holds. */
const LONGEST_TAIL = Math.max(...Array.from(PARTICLES, ({ length }) => length));

function startsWithTitle(text: string, at: number, titles: readonly string[]): boolean {
  return titles.some((title) => text.startsWith(title, at));
}

/** True when a title or honorific follows a Japanese or Korean name, at most one space away. */
export function hasTitleAfter(text: string, end: number): boolean {
  const at = text[end] === ' ' ? end + 1 : end;
  const cls = classAt(text, at);
  if (cls === HANGUL) return startsWithTitle(text, at, KOREAN_TITLES);
  return at === end && startsWithTitle(text, at, JAPANESE_TITLES);
}
