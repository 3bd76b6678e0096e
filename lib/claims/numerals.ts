/** Numbers as news text writes them. */

const HAN_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  元: 1,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const HAN_TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** `十`, `二十五`, `二〇一八`, `10`, `１０`, `元`; `null` for what is no number. */
export function readHanNumber(text: string): number | null {
  const plain = text.normalize('NFKC');
  if (/^\d{1,6}$/.test(plain)) return Number(plain);
  if (/^[〇零元一二两兩三四五六七八九]{2,4}$/.test(plain))
    return Number([...plain].map((character) => HAN_DIGITS[character]).join(''));
  let sum = 0;
  let digit: number | null = null;
  for (const character of plain) {
    const ten = HAN_TENS[character];
    if (ten !== undefined) {
      sum += (digit ?? 1) * ten;
      digit = null;
      continue;
    }
    digit = HAN_DIGITS[character] ?? null;
    if (digit === null) return null;
  }
  return plain === '' ? null : sum + (digit ?? 0);
}

const KOREAN_NUMBERS: Readonly<Record<string, number>> = {
  첫: 1,
  한: 1,
  하나: 1,
  두: 2,
  둘: 2,
  세: 3,
  석: 3,
  서: 3,
  네: 4,
  넉: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
  열: 10,
  열한: 11,
  열두: 12,
  열세: 13,
  열네: 14,
  열다섯: 15,
  스무: 20,
  일: 1,
  이: 2,
  삼: 3,
  사: 4,
  오: 5,
  육: 6,
  칠: 7,
  팔: 8,
  구: 9,
  십: 10,
  이십: 20,
  삼십: 30,
  오십: 50,
  백: 100,
};

/** `10`, `세`, `십`; `null` for what is no number. */
export function readKoreanNumber(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  if (/^\d{1,6}$/.test(plain)) return Number(plain);
  return Object.hasOwn(KOREAN_NUMBERS, plain) ? (KOREAN_NUMBERS[plain] ?? null) : null;
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** `ten`, `twenty-five`, `10`, `a`; `null` for what is no number. */
export function readEnglishNumber(word: string): number | null {
  if (/^\d{1,4}$/.test(word)) return Number(word);
  if (word === 'a' || word === 'an') return 1;
  if (word === 'dozen') return 12;
  const unit = UNITS.indexOf(word);
  if (unit > 0) return unit;
  const [ten = '', rest] = word.split('-');
  const tens = TENS.indexOf(ten);
  if (tens < 0) return null;
  const more = rest === undefined ? 0 : UNITS.indexOf(rest);
  return more < 0 || more > 9 ? null : (tens + 2) * 10 + more;
}

/** `third`, `3rd`, `21st`; `null` for what is no ordinal. */
export function readEnglishOrdinal(word: string): number | null {
  const digits = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(word);
  if (digits) return Number(digits[1]);
  const index = ORDINALS.indexOf(word);
  return index < 0 ? null : index + 1;
}
