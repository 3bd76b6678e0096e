import { describe, expect, it } from 'vitest';
import {
  DIGIT,
  HAN,
  HANGUL,
  HIRAGANA,
  KATAKANA,
  LATIN,
  LETTER,
  MARK,
  OTHER,
  type ScriptClass,
  scriptClass,
} from '../../../lib/text/scripts';

const CLASSES: Readonly<Record<string, ScriptClass>> = {
  LATIN,
  DIGIT,
  HANGUL,
  HAN,
  HIRAGANA,
  KATAKANA,
  LETTER,
  MARK,
  OTHER,
};

describe('scriptClass', () => {
  it.each([
    ['LATIN', 'azAZªºÀÿŁɏẀỿＡｚ'],
    ['DIGIT', '09０９'],
    ['HANGUL', '가힣ᄀᇿㄱㅣ'],
    ['HAN', '一鿿㐀䶿豈々〆〇𠮷𪚥'],
    ['HIRAGANA', 'ぁんゔゝゟ'],
    ['KATAKANA', 'ァヴヺーヽヾㇰㇿｦﾟ'],
    ['LETTER', 'αЖאبहกҰა'],
    ['MARK', '\u0301\u094d\u0e31\u3099\u309a'],
    ['OTHER', " .,'-·×÷・=「」—\u0000\u{1f600}"],
  ])('knows %s', (name, characters) => {
    for (const character of characters) {
      expect([character, scriptClass(character.codePointAt(0) ?? 0)]).toEqual([character, CLASSES[name]]);
    }
  });

  it('gives half a surrogate pair no class', () => {
    expect(scriptClass(0xd842)).toBe(OTHER);
  });
});
