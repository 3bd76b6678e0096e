/**
 * What a line of JSON looks like before it is parsed: how deep it goes and how many fields it writes. Parsing keeps the
 * last of two fields of one name and says nothing; counting them here tells.
 */
import { MAX_DEPTH, MAX_NUMBER_CHARS } from './limits';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const COMMA = 0x2c;
const SPACE = 0x20;

/**
 * Number of fields that a line writes, or why it is not parsed. Of what is not JSON the number means nothing. Linear,
 * and without any allocation: it runs on every line.
 */
export function countFields(line: string): number | string {
  let fields = 0;
  let depth = 0;
  /** Characters since the last one that has a meaning: of a number, or of `true`, `false`, `null`. */
  let run = 0;
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    if (unit === QUOTE) {
      i = endOfString(line, i);
      run = 0;
    } else if (unit === COLON) {
      fields++;
      run = 0;
    } else if (unit === OPEN_OBJECT || unit === OPEN_LIST) {
      if (++depth > MAX_DEPTH) return `is nested deeper than ${MAX_DEPTH} levels`;
      run = 0;
    } else if (unit === CLOSE_OBJECT || unit === CLOSE_LIST) {
      depth--;
      run = 0;
    } else if (unit === COMMA || unit <= SPACE) run = 0;
    else if (++run > MAX_NUMBER_CHARS) return `holds a number of more than ${MAX_NUMBER_CHARS} characters`;
  }
  return fields;
}

/** Index of the quote that ends the string which begins at `start`, or of the line's end. */
function endOfString(line: string, start: number): number {
  for (let end = line.indexOf('"', start + 1); end > 0; end = line.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (line.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return end;
  }
  return line.length;
}

/** The first field that a line of sound JSON writes twice in one object; `null` for none. */
export function findRepeatedField(line: string): string | null {
  const seen: (Set<string> | null)[] = [];
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    if (unit === OPEN_OBJECT) seen.push(new Set());
    else if (unit === OPEN_LIST) seen.push(null);
    else if (unit === CLOSE_OBJECT || unit === CLOSE_LIST) seen.pop();
    else if (unit === QUOTE) {
      const end = endOfString(line, i);
      const fields = seen.at(-1);
      if (fields && /^\s*:/.test(line.slice(end + 1, end + 20))) {
        const field = JSON.parse(line.slice(i, end + 1)) as string;
        if (fields.has(field)) return field;
        fields.add(field);
      }
      i = end;
    }
  }
  return null;
}
