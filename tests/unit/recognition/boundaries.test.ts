import { describe, expect, it } from 'vitest';
import { hasTitleAfter, isBounded } from '../../../lib/recognition/boundaries';
import { foldName } from '../../../lib/text/fold';

type Case = readonly [text: string, name: string, bounded: boolean];

const bounded = (text: string, name: string, isPlace: boolean): boolean => {
  const folded = foldName(text);
  const form = foldName(name);
  const start = folded.indexOf(form);
  return isBounded(folded, start, start + form.length, isPlace);
};

const PERSONS: readonly Case[] = [
  // Hangul: a closed list of particles and titles may follow in the same word.
  ['구조', '구조', true],
  ['구조는', '구조', true],
  ['구조대', '구조', false],
  ['구조대가', '구조', false],
  ['대구조', '구조', false],
  ['이재명은', '이재명', true],
  ['이재명에게는', '이재명', true],
  ['이재명으로부터', '이재명', true],
  ['이재명이라고', '이재명', true],
  ['이재명 대통령', '이재명', true],
  ['이재명대통령은', '이재명', true],
  ['이재명씨', '이재명', true],
  ['이재명식', '이재명', false],
  ['이재명, 안규백', '이재명', true],
  ['前이재명', '이재명', true],
  // Katakana: never inside a run.
  ['トランプ氏', 'トランプ', true],
  ['トランプが', 'トランプ', true],
  ['トランプタワー', 'トランプ', false],
  ['ミニトランプ', 'トランプ', false],
  ['ﾐﾆﾄﾗﾝﾌﾟ', 'トランプ', false],
  ['トランプー', 'トランプ', false],
  ['ドナルド・トランプ', 'ドナルド・トランプ', true],
  // Short Han names: not inside a compound, except before a title.
  ['中谷は', '中谷', true],
  ['中谷氏', '中谷', true],
  ['中谷防衛相', '中谷', true],
  ['中谷前防衛相', '中谷', true],
  ['中谷真一', '中谷', false],
  ['田中谷', '中谷', false],
  ['𠮷中谷', '中谷', false],
  ['𠮷田真一', '𠮷田', false],
  ['𠮷田氏', '𠮷田', true],
  ['中谷元氏', '中谷元', true],
  ['防衛相中谷元', '中谷元', true],
  // Latin words are cut by the scan; what stands beside them in other scripts does not matter.
  ['NATO首脳', 'NATO', true],
  ['NATO는', 'NATO', true],
  ['Lee’s', 'Lee', true],
];

const PLACES: readonly Case[] = [
  ['日本政府', '日本', true],
  ['在日本', '日本', true],
  ['韓国軍', '韓国', true],
  ['한국과의', '한국', true],
  ['한국군', '한국', true],
  ['한국인', '한국', false],
  ['한국인은', '한국', false],
  ['한국어', '한국', false],
  ['アメリカン', 'アメリカ', false],
];

describe('isBounded', () => {
  it.each(PERSONS)('in %s takes %s for a name: %s', (text, name, expected) => {
    expect(bounded(text, name, false)).toBe(expected);
  });

  it.each(PLACES)('in %s takes %s for a place: %s', (text, name, expected) => {
    expect(bounded(text, name, true)).toBe(expected);
  });
});

describe('hasTitleAfter', () => {
  it.each([
    ['中谷防衛相', '中谷', true],
    ['中谷 防衛相', '中谷', false],
    ['中谷さん', '中谷', true],
    ['中谷は', '中谷', false],
    ['이 대통령', '이', true],
    ['이대통령', '이', true],
    ['이 전 대통령', '이', true],
    ['이 사람', '이', false],
    ['Lee', 'Lee', false],
  ])('in %s after %s: %s', (text, name, expected) => {
    expect(hasTitleAfter(foldName(text), foldName(name).length)).toBe(expected);
  });
});
