/**
 * Characters that no text of a pack may hold, because a reader does not see them and they change what is seen or found:
 * controls, directional marks, fillers, half surrogate pairs, towers of marks; and markup, which packs have none of.
 */

/** Texts of these alone are sound, and nearly all texts are: the rest of this file looks at the others only. */
const PLAIN =
  /^[\t\n -%'-;=-~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u3001-\u3029\u3041-\u3096\u309b-\u3163\u3165-\u3fff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9f]*$/;

/**
 * Unicode's invisible characters, its controls apart from tab and line feed, line and paragraph separators, and
 * annotation anchors. Joiners and variation selectors have rules of their own; single directional marks and the
 * no-break space of no width, which data sets are full of, turn nothing round and are folded away.
 */
const HIDDEN =
  /(?!\t|\n|\u200c|\u200d|\u200e|\u200f|\ufeff|\p{Variation_Selector})(?:\p{Cc}|\p{Zl}|\p{Zp}|[\ufff9-\ufffb]|\p{Default_Ignorable_Code_Point})/u;
/** Joiners that follow no letter or mark of a script that spells with them (Unicode's UAX #31), and no emoji. */
const JOINERS =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Thaana}\p{Script=Tibetan}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])(?:\u200c|\u200d)/u;
/** Variation selectors choose a form of the character before them: an ideograph of a family name, an emoji. */
const SELECTORS = /(?:^|\s|\p{Variation_Selector})\p{Variation_Selector}/u;
/** No spelling stacks more marks on one letter; enough of them cover the lines around (T34). */
const MAX_MARKS = 8;
const TOWER = /\p{M}{9}/u;
/** Tags by the names of HTML's and SVG's elements: "<기생충>" and "a < b" are text. */
const MARKUP =
  /<(?:!--|!doctype|!\[cdata\[|\?xml|\/?(?:a|abbr|area|article|audio|b|base|big|blockquote|body|br|button|canvas|center|cite|code|dd|del|details|dialog|div|dl|dt|em|embed|fieldset|font|form|frame|frameset|h[1-6]|head|hr|html|i|iframe|image|img|input|ins|kbd|label|li|link|main|map|mark|marquee|math|meta|nav|noscript|object|ol|option|p|picture|pre|q|ref|ruby|s|samp|script|section|select|slot|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|track|tt|u|ul|var|video|wbr)(?:[\s/>]|$))/i;
const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-f]{1,6});/i;

/** What is wrong with a text, as the end of a sentence; `null` for nothing. `isFree`: may look like markup. */
export function findHidden(text: string, isFree: boolean): string | null {
  if (PLAIN.test(text)) return null;
  if (!text.isWellFormed()) return 'holds half a surrogate pair';
  const hidden = HIDDEN.exec(text)?.[0] ?? JOINERS.exec(text)?.[0];
  if (hidden !== undefined) return `holds the invisible ${nameOf(hidden)}: remove it`;
  if (SELECTORS.test(text)) return 'holds a variation selector that follows no character: remove it';
  if (TOWER.test(text)) return `stacks more than ${MAX_MARKS} marks on one letter`;
  if (isFree) return null;
  const tag = MARKUP.exec(text)?.[0];
  if (tag !== undefined) return `holds markup ("${tag.trim()}"): packs are plain text, remove it`;
  const entity = ENTITY.exec(text)?.[0];
  return entity === undefined ? null : `holds "${entity}": write the character itself`;
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) as number;
  const kind = code < 0xa0 || /\p{Bidi_Control}/u.test(character) ? 'control character' : 'character';
  return `${kind} U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
