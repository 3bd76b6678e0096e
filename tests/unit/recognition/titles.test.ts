import { describe, expect, it } from 'vitest';
import { titleAt, titleEndingAt } from '../../../lib/recognition/tables/titles-after';
import { fitsTitle } from '../../../lib/recognition/title-evidence';

describe('titleAt', () => {
  it.each([
    ['防衛相は', '防衛相', 'office', false],
    ['前首相は', '首相', 'office', true],
    ['元防衛相', '防衛相', 'office', true],
    ['米大統領', '大統領', 'office', false],
    ['前米大統領', '大統領', 'office', true],
    ['氏は', '氏', 'courtesy', false],
    ['選手', '選手', 'everyday', false],
    ['대통령은', '대통령', 'office', false],
    ['전 대통령', '대통령', 'office', true],
    ['감독은', '감독', 'everyday', false],
    ['总统在', '总统', 'office', false],
  ])('begins %s with %s', (text, form, rank, isFormer) => {
    expect(titleAt(text, 0)).toEqual({ form, rank, isFormer });
  });

  it.each(['は', 'said', '', '前', '軍が'])('finds none at the beginning of %s', (text) => {
    expect(titleAt(text, 0)).toBeNull();
  });
});

describe('titleEndingAt', () => {
  it.each([
    ['外长王毅', 2, '外长'],
    ['국방장관 안규백', 5, '국방장관'],
    ['소설가 한강', 4, '소설가'],
  ])('finds in %s before %i %s', (text, at, form) => expect(titleEndingAt(text, at)?.form).toBe(form));

  it.each([
    ['국방장관안규백', 4],
    ['新国方王毅', 3],
    ['王毅', 0],
  ])('finds none in %s before %i', (text, at) => expect(titleEndingAt(text, at)).toBeNull());
});

describe('fitsTitle', () => {
  it.each([
    ['president', 'president of the republic of korea', true],
    ['defense minister', 'minister of defense', true],
    ['defence minister', 'minister of defense', true],
    ['premier', 'prime minister', true],
    ['prime minister', 'minister of defense', false],
    ['president', 'vice president of the united states', false],
    ['vice president', 'vice president of the united states', true],
    ['vice minister', 'minister of defense', false],
    ['防衛相', '防衛大臣', true],
    ['首相', '内閣総理大臣', true],
    ['首相', '防衛大臣', false],
    ['副大臣', '防衛大臣', false],
    ['방위상', '일본 방위대신', true],
    ['장관', '우주항만부 장관', true],
    ['총리', '부총리', false],
    ['总统', '大韩民国总统', true],
  ])('takes %s for %s: %s', (form, role, expected) => expect(fitsTitle(form, role)).toBe(expected));
});
