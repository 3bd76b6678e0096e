import { describe, expect, it } from 'vitest';
import { mayStandHere, type NamedKind } from '../../../lib/recognition/han-boundaries';

/** The name stands between 《 and 》, which are taken out. */
type Case = readonly [marked: string, mayStand: boolean];

const stands = (marked: string, kind: NamedKind): boolean => {
  const start = marked.indexOf('《');
  const end = marked.indexOf('》') - 1;
  return mayStandHere(marked.replace(/[《》]/g, ''), start, end, kind);
};

const JAPANESE_PLACES: readonly Case[] = [
  ['《日本》は', true],
  ['《日本》政府は', true],
  ['《韓国》側が', true],
  ['《韓国》軍が', true],
  ['《中国》大使が', true],
  ['《韓国》人気グループが', true],
  ['《京都》市で', true],
  ['《日本》海軍が', true],
  ['駐《韓国》大使が', true],
  ['対《中国》政策を', true],
  ['首都《東京》で', true],
  ['10日《東京》で', true],
  ['神奈川県《横浜》市で', true],
  ['《ロシア》産の', true],
  ['《つくば》にある', true],
  ['《独》政府は', true],
  ['《奈良》へ', true],
  ['《日本》人が', false],
  ['《韓国》語で', false],
  ['《ロシア》語で', false],
  ['《タイ》米を', false],
  ['《日本》酒の', false],
  ['《日本》海で', false],
  ['《東京》大学の', false],
  ['《東京》大の', false],
  ['《東京》外国語大学の', false],
  ['《東京》電力が', false],
  ['《大阪》ガスが', false],
  ['《中国》地方は', false],
  ['《中国》自動車道で', false],
  ['西《日本》で', false],
  ['全《日本》選手権で', false],
  ['北《広島》市で', false],
  ['南《北朝鮮》の', false],
  ['前《日本》代表監督が', true],
  ['最近《日本》では', true],
  ['同《日本》会議で', false],
  ['4《日本》会議で', false],
  ['４《日本》会議で', false],
  ['十《四日市》内で', false],
  ['政府の《一関》係者は', false],
  ['二重《三重》の', false],
  ['日《中国》交正常化の', false],
  ['《奈良》美智さんは', false],
  ['《石川》さゆりさんは', false],
  ['《石川》さんは', false],
  ['《独》自に', false],
  ['ため息を《つくば》かりで', false],
  ['ネク《タイ》を', false],
  ['《ソウル》ミュージックの', false],
  ['《ｿｳﾙ》ﾐｭｰｼﾞｯｸの', false],
  ['《ソウル》\u200bミュージックの', false],
];

const JAPANESE_PEOPLE: readonly Case[] = [
  ['《石破》は', true],
  ['《石破》氏は', true],
  ['《石破》首相は', true],
  ['《石破》前首相は', true],
  ['《トランプ》前米大統領は', true],
  ['《木原》、中谷両氏は', true],
  ['木原、《中谷》両氏は', true],
  ['《森》首相は', true],
  ['《中谷元》農林水産相は', true],
  ['《金正恩》朝鮮労働党総書記は', true],
  ['《石破茂》率いる', true],
  ['防衛相《中谷元》は', true],
  ['《中谷》町で', false],
  ['《高市》場の', false],
  ['《安倍》晋太郎氏は', false],
  ['田《中谷》は', false],
  ['《石破茂》樹は', false],
  ['《奈良》美智さんは', false],
  ['《森》の', false],
  ['《関》する', false],
  ['青《森》の', false],
  ['第《三木》曜日に', false],
  ['《トランプ》タワーで', false],
];

const JAPANESE_OTHERS: readonly Case[] = [
  ['《日経》は', true],
  ['《東大》教授は', true],
  ['《維新》幹部は', true],
  ['元《日銀》総裁は', true],
  ['《防衛省》幹部は', true],
  ['護衛艦「《かが》」は', true],
  ['《東大》阪市の', false],
  ['《東大》寺で', false],
  ['《公明》正大な', false],
  ['明治《維新》の', false],
  ['同《日経》由地で', false],
  ['今《日大》きな', false],
  ['終日、《全日空》きが', false],
  ['ご見学はい《かが》ですか', false],
];

const CHINESE_PLACES: readonly Case[] = [
  ['記者在《日本》採訪', true],
  ['記者在《美國》採訪', true],
  ['《韩国》总统说', true],
  ['《日本》海军', true],
  ['《日本》海', false],
  ['《美國》人說', false],
  ['《印度》洋', false],
  ['《英国》航空公司', false],
  ['北《美洲》', false],
  ['发展《中国》家', false],
  ['今《日本》报', false],
];

const CHINESE_OTHERS: readonly Case[] = [
  ['一位《歐盟》官員說', true],
  ['《華為》最有可能', true],
];

const CHINESE_PEOPLE: readonly Case[] = [
  ['韩国总统《李在明》表示', true],
  ['总统《李俊》表示', true],
  ['與《李赫》會晤', true],
  ['《李俊》說', true],
  ['《尹》總統', true],
  ['《李俊》熙說', false],
  ['木《李俊》說', false],
  ['《尹》在', false],
];

describe('mayStandHere', () => {
  it.each(JAPANESE_PLACES)('a place in %s: %s', (marked, mayStand) => expect(stands(marked, 'place')).toBe(mayStand));
  it.each(JAPANESE_PEOPLE)('a person in %s: %s', (marked, mayStand) => expect(stands(marked, 'person')).toBe(mayStand));
  it.each(JAPANESE_OTHERS)('a thing in %s: %s', (marked, mayStand) => expect(stands(marked, 'other')).toBe(mayStand));
  it.each(CHINESE_PLACES)('a place in %s: %s', (marked, mayStand) => expect(stands(marked, 'place')).toBe(mayStand));
  it.each(CHINESE_OTHERS)('a thing in %s: %s', (marked, mayStand) => expect(stands(marked, 'other')).toBe(mayStand));
  it.each(CHINESE_PEOPLE)('a person in %s: %s', (marked, mayStand) => expect(stands(marked, 'person')).toBe(mayStand));

  it('leaves alone names in other scripts', () => {
    expect(stands('本田《NATO》首脳', 'other')).toBe(true);
    expect(stands('前《이재명》大統領', 'person')).toBe(true);
  });
});
