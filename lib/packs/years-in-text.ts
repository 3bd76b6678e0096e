/** Years that a text names, however they are written: what a text knows of time. */

const YEAR = /(?<!\d)(?:1[0-9]|20)\d{2}(?!\d)/g;
/** Japanese eras with the year before their first, as far back as texts of today use them. */
const ERAS: Readonly<Record<string, number>> = { 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 };
const ERA_YEAR = /(明治|大正|昭和|平成|令和)(元|\d{1,2})年/g;
const KANJI_DIGITS = '〇一二三四五六七八九';
const KANJI_YEAR = /(?<![〇一二三四五六七八九])[一二][〇一二三四五六七八九]{3}(?=年|년)/g;
/** Digits of the scripts that have their own: each block of ten begins at one of these. */
const FOREIGN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g;
const FOREIGN_ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];
/** Nothing in a text without any of these is a year. */
const MAY_HOLD_YEAR = /\d{3}|[０-９]|年|[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/;

/** A year, and how the text writes it. */
export interface YearInText {
  readonly year: number;
  /** As written: `２０２４`, `令和6年`. */
  readonly written: string;
}

/**
 * Four-digit numbers from 1000 to 2099 in any digits, and years of Japanese eras. A number that counts something else
 * ("2000 troops") is taken for a year as well: write it with a comma.
 */
export function yearsInText(text: string): YearInText[] {
  if (!MAY_HOLD_YEAR.test(text)) return [];
  const plain = text.normalize('NFKC').replace(FOREIGN_DIGIT, (digit) => {
    const unit = digit.charCodeAt(0);
    const zero = FOREIGN_ZEROS.find((first) => unit >= first && unit < first + 10) ?? unit;
    return String(unit - zero);
  });
  const found: YearInText[] = [...plain.matchAll(YEAR)].map(([written]) => ({ year: Number(written), written }));
  for (const [written] of plain.matchAll(KANJI_YEAR))
    found.push({ year: Number([...written].map((digit) => KANJI_DIGITS.indexOf(digit)).join('')), written });
  for (const [written, era = '', number = ''] of plain.matchAll(ERA_YEAR))
    found.push({ year: (ERAS[era] ?? 0) + (number === '元' ? 1 : Number(number)), written });
  return found;
}
