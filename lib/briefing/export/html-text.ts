/** Foreign text in HTML. */
import { plainText } from './plain-text';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** One line that can stand as text and within the quotes of an attribute. */
export const htmlText = (text: string): string =>
  plainText(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
