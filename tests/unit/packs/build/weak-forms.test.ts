import { describe, expect, it } from 'vitest';
import { weaknessOf } from '../../../../lib/packs/build/weak-forms';

const CITY = { prominence: 0.35, isRegion: false, isKnown: true };
const BIG = { ...CITY, prominence: 0.5 };
const PREFECTURE = { ...CITY, prominence: 0.4, isRegion: true };
const UNKNOWN = { ...CITY, prominence: 0.35, isKnown: false };

describe('weaknessOf', () => {
  it.each([
    ['인천', 'ko', 'KR', BIG, null],
    ['강릉', 'ko', 'KR', { ...CITY, prominence: 0.28 }, null],
    ['장평', 'ko', 'KR', { ...CITY, prominence: 0.1 }, 'needs-context'],
    ['경기도', 'ko', 'KR', PREFECTURE, null],
    ['하와이', 'ko', 'US', { ...PREFECTURE, prominence: 0.55 }, null],
    ['이키케', 'ko', 'CL', CITY, 'needs-context'],
    ['요리사', 'ko', 'US', UNKNOWN, 'leave-out'],
    ['코크', 'ko', 'IE', CITY, 'leave-out'],
    ['코펜하겐', 'ko', 'DK', CITY, null],
    ['ミラノ', 'ja', 'IT', BIG, null],
    ['バーリ', 'ja', 'IT', CITY, 'needs-context'],
    ['チュロ', 'ja', 'CN', UNKNOWN, 'leave-out'],
    ['コペンハーゲン', 'ja', 'DK', CITY, null],
    ['アンダルシア', 'ja', 'ES', PREFECTURE, null],
    ['マントヴァ', 'ja', 'IT', PREFECTURE, null],
    ['岩手', 'ja', 'JP', PREFECTURE, null],
    ['神戸', 'ja', 'JP', { ...CITY, prominence: 0.45 }, null],
    ['杏仁', 'zh-Hans', 'CN', UNKNOWN, 'leave-out'],
    ['杏仁', 'ja', 'CN', UNKNOWN, 'leave-out'],
    ['Thema', 'de', 'GH', { ...CITY, prominence: 0.29, isTranslated: true }, 'needs-context'],
    ['Widerstand', 'de', 'AR', { ...CITY, isTranslated: true }, 'needs-context'],
    ['بشار', 'ar', 'DZ', { ...CITY, prominence: 0.26, isTranslated: true }, 'needs-context'],
    ['Mailand', 'de', 'IT', { ...BIG, isTranslated: true }, null],
    ['Tema', 'en', 'GH', { ...CITY, prominence: 0.29 }, null],
    ['里昂', 'zh-Hans', 'FR', CITY, 'needs-context'],
    ['ナバラ', 'ja', 'ES', PREFECTURE, null],
    ['菊池', 'ja', 'JP', { ...CITY, prominence: 0.17 }, 'leave-out'],
    ['千葉県', 'ja', 'JP', PREFECTURE, null],
  ] as const)('%s in %s, of %s', (text, lang, country, place, weakness) => {
    expect(weaknessOf({ text, lang, country, ...place })).toBe(weakness);
  });

  it.each([
    ['전주', 'ko', 'KR'],
    ['クルーズ', 'ja', 'FR'],
    ['山口', 'ja', 'JP'],
  ])('%s, a word or a family name, needs context however great the place', (text, lang, country) => {
    expect(weaknessOf({ text, lang, country, ...BIG })).toBe('needs-context');
  });
});
