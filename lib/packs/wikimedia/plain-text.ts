/**
 * Foreign texts as plain text. What is only invisible is taken out; what holds markup is refused whole: it is then not
 * the text that was asked for (T104).
 */
import { findHidden } from '../find-hidden';

/** Controls and invisible characters, apart from the joiners that some scripts spell with; blanks of all kinds are one. */
const INVISIBLE = /(?!\u200c|\u200d)(?:(?!\s)\p{Cc}|\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb])/gu;
const BLANKS = /\s+/g;
/** Ends of sentences in the languages that are asked for. */
const SENTENCE_END = /[.!?](?=\s)|[。！？]/g;

/** The text on one line; `null` when it is empty or is not plain. */
export function plainText(text: string | undefined, maxChars: number): string | null {
  if (text === undefined || !text.isWellFormed()) return null;
  const plain = text.replace(INVISIBLE, '').replace(BLANKS, ' ').trim();
  if (plain === '' || plain.length > maxChars || findHidden(plain, false) !== null) return null;
  return plain;
}

/** The first sentences of a text, as many as fit; a first one that does not fit is cut at a blank. */
export function firstSentences(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  let end = 0;
  for (const { index, 0: sign } of text.matchAll(SENTENCE_END)) {
    if (index + sign.length > maxChars) break;
    end = index + sign.length;
  }
  if (end > 0) return text.slice(0, end);
  const blank = text.lastIndexOf(' ', maxChars - 1);
  const cut = text.slice(0, blank > maxChars / 2 ? blank : maxChars - 1);
  // Never half of a character outside the first plane.
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}
