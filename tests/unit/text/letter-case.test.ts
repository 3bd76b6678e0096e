import { describe, expect, it } from 'vitest';
import { startsWithCapital } from '../../../lib/text/letter-case';

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
