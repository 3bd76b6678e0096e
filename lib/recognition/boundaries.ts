/**
 * May a name stand here? A rule per script: Latin and other spaced words are cut by the matcher, Hangul takes a closed
 * list of particles after a name, Han and kana are judged by their neighbours. Nothing inside an address is a name.
 */

import { HAN, HIRAGANA, KATAKANA } from '../text/scripts';
import { goesOnBehindApostrophe } from './english-neighbours';
import { mayStandHere as mayStandInHan } from './han-boundaries';
import { mayStandHere as mayStandInHangul, type NamedKind } from './hangul-boundaries';
import type { TargetType } from './index-layout';
import { classAt, classBefore } from './steps';

/** What boundaries ask of a target: places stand in compounds where nothing else does (日本政府, 韓国軍). */
export const namedKind = (type: TargetType): NamedKind =>
  type === 'place' || type === 'person' || type === 'organisation' ? type : 'other';

/** `text` is the original, offsets its own. */
export function isBounded(text: string, start: number, end: number, kind: NamedKind): boolean {
  if (goesOnBehindApostrophe(text, end)) return false;
  if (touchesHangul(text, start, end) && !mayStandInHangul(text, start, end, kind)) return false;
  if (!isHanOrKana(classAt(text, start)) && !isHanOrKana(classBefore(text, end))) return true;
  return mayStandInHan(text, start, end, kind === 'organisation' ? 'other' : kind);
}

/** True when a name begins or ends in Hangul, or beside it; conjoining letters and what nobody sees count too. */
const touchesHangul = (text: string, start: number, end: number): boolean =>
  isHangulish(text.charCodeAt(start)) ||
  isHangulish(text.charCodeAt(end - 1)) ||
  isHangulish(text.charCodeAt(end)) ||
  isHangulish(text.charCodeAt(start - 1));

const isHangulish = (unit: number): boolean =>
  unit >= 0x1100 &&
  (unit <= 0x11ff ||
    (unit >= 0x3130 && unit <= 0x318f) ||
    (unit >= 0xac00 && unit <= 0xd7ff) ||
    (unit >= 0x200b && unit <= 0x200f) ||
    unit === 0xfeff);

const isHanOrKana = (cls: number): boolean => cls === HAN || cls === HIRAGANA || cls === KATAKANA;

/** How far an address is followed to either side, in units. */
const MAX_ADDRESS = 80;
/** A scheme, a host, a mail address, an underscore, an extension: what "Tokyo/Osaka" does not have. */
const ADDRESS =
  /^www\.|[\p{L}\p{N}]@[\p{L}\p{N}]|_|\\|[\p{L}\p{N}]\.(?:[a-z]{2,5}$|[\p{L}\p{N}-]+[/?#:.][\p{L}\p{N}])/u;
/** Without one of these nothing is an address: most names are told so before the pattern of all letters is prepared. */
const ADDRESS_SIGN = /[@_\\.]/;
const SCHEME = /:\/\/[^\s。、，「」（）()]*$/;

/**
 * True inside a web address, a handle, a hashtag or the name of a file: a run without spaces of ASCII that holds one of
 * their signs. Asked only where the neighbours are no space: `start` and `end` cut the name.
 */
export function isInAddress(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  // Most names stand between spaces: nothing is copied for them.
  if (before !== 0x20) {
    const run = text.slice(Math.max(0, start - MAX_ADDRESS), start);
    if (run.includes('://') && SCHEME.test(run)) return true;
  }
  if (before === 0x23 || before === 0xff03 || before === 0x40) return true;
  if (!isAddressUnit(before) && !isAddressUnit(after)) return false;
  let from = start;
  while (from > 0 && start - from < MAX_ADDRESS && isAddressUnit(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < MAX_ADDRESS && isAddressUnit(text.charCodeAt(to))) to++;
  const rest = text.slice(end, to).replace(/[.,;:!?)\]}'"]+$/, '');
  const run = text.slice(from, start);
  if (!ADDRESS_SIGN.test(run) && !ADDRESS_SIGN.test(rest)) return false;
  // The name counts as one letter, so that signs of its own say nothing: "U.S.", "AT&T".
  return ADDRESS.test(`${run}x${rest}`);
}

/** Printable ASCII but quotation marks and brackets. NaN at the ends of the text is none. */
const isAddressUnit = (unit: number): boolean =>
  unit > 0x20 && unit < 0x7f && unit !== 0x22 && unit !== 0x28 && unit !== 0x29 && unit !== 0x2c && unit !== 0x3b;
