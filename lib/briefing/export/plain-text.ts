/** Foreign text as it may leave Sidelight: one line, of characters that a reader can see. */

/**
 * What breaks a line, and controls: each is a blank. NEL and the separators of lines and paragraphs break lines in some
 * programs that the text may be pasted into.
 */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
/**
 * Characters without a form of their own: marks and overrides of direction, tags that spell hidden words, soft hyphens,
 * blanks of no width. The two joiners, which some scripts spell with, and variation selectors, which choose a glyph,
 * are kept.
 */
const INVISIBLE = /(?!\u200c|\u200d|\p{Variation_Selector})(?:\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb])/gu;
const BLANKS = /\s+/gu;

/**
 * One line without controls, marks of direction and other invisible characters; blanks are single. Titles of pages and
 * texts of packs pass through here before any format is made of them: a mark of direction would turn round what stands
 * beside it in whatever the reader pastes into.
 */
export function plainText(text: string): string {
  return text.toWellFormed().replace(BREAKS, ' ').replace(INVISIBLE, '').replace(BLANKS, ' ').trim();
}
