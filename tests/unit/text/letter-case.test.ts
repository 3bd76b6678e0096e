import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCapitalFrom, isAllSmall, isCapital, startsWithCapital } from '../../../lib/text/letter-case';

describe('startsWithCapital', () => {
  it.each([
    ['Lee', true],
    ['lee', false],
    ['iPhone', false],
    ['“Lee', true],
    ['7th Fleet', false],
    ['Élysée', true],
    ['Ｇ７', true],
    ['ǅ', true],
    ['Ж', true],
    ['中谷', null],
    ['한국', null],
    ['2015', null],
    ['', null],
  ])('says of %j: %s', (text, expected) => expect(startsWithCapital(text)).toBe(expected));
});

/** Texts whose letters lie on either side of ASCII, which has a way of its own. */
const texts = fc
  .array(fc.constantFrom(...'aZz9 éÉßſǅжЖ中한', '𝐀', '𐐀', '𐐨'), { maxLength: 6 })
  .map((parts) => parts.join(''));

describe('the way without a pattern', () => {
  it('says of any text what the pattern of all letters says', () =>
    fc.assert(
      fc.property(texts, fc.nat(3), (text, from) => {
        const rest = text.slice(from);
        expect(hasCapitalFrom(text, from)).toBe(/\p{Lu}|\p{Lt}/u.test(rest));
        expect(isAllSmall(text)).toBe(/^\p{Ll}+$/u.test(text));
        const [first] = text.match(/\p{Lu}|\p{Ll}|\p{Lt}/u) ?? [];
        expect(startsWithCapital(text)).toBe(first === undefined ? null : !/\p{Ll}/u.test(first));
        if (text.length === 1) expect(isCapital(text.charCodeAt(0))).toBe(/\p{Lu}|\p{Lt}/u.test(text));
      }),
    ));
});
