import { describe, expect, it } from 'vitest';
import { familyAfterDot, readInvertedName, readPersonName } from '../../../../lib/packs/build/person-names';

describe('readPersonName', () => {
  it.each([
    ['Emmanuel MACRON', 'Emmanuel Macron', 'Macron'],
    ['Marine LE PEN', 'Marine Le Pen', 'Le Pen'],
    ['Ursula von der Leyen', 'Ursula von der Leyen', 'von der Leyen'],
    ['Sir Keir Starmer', 'Keir Starmer', 'Starmer'],
    ['John Smith (politician)', 'John Smith', 'Smith'],
    ['Ada Byron, 2nd Countess of X', 'Ada Byron', 'Byron'],
    ['William "Bill" Jones Jr.', 'William Jones', 'Jones'],
    ['Mitch McCONNELL', 'Mitch McConnell', 'McConnell'],
    ['Harold V', 'Harold V', null],
  ])('reads %s', (text, full, family) => {
    expect(readPersonName(text)).toEqual({ full, family });
  });

  it.each([
    ['Kim Dae-jung', 'Kim'],
    ['Jin-Cheol Im', 'Im'],
    ['Tsai Ing-wen', 'Tsai'],
    ['Maria Garcia', null],
  ])('finds the family name of %s in the East Asian order', (text, family) => {
    expect(readPersonName(text, 'eastern')?.family).toBe(family);
  });

  it.each(['Madonna', 'Q12345', '7 Eleven', ''])('refuses %j: no full name', (text) => {
    expect(readPersonName(text)).toBeNull();
  });
});

describe('readInvertedName', () => {
  it('turns a name round that stands family name first', () => {
    expect(readInvertedName('Иванов, Пётр Ильич')).toEqual({ full: 'Пётр Иванов', family: 'Иванов' });
  });
});

describe('familyAfterDot', () => {
  it.each([
    ['エマニュエル・マクロン', 'マクロン'],
    ['マクロン', null],
    ['アル・ゴア', null],
  ])('%s: %s', (text, family) => expect(familyAfterDot(text)).toBe(family));
});
