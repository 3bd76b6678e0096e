import { afterEach, describe, expect, it, vi } from 'vitest';
import { mayStandHere, mayStandIfLicensed, type NamedKind } from '../../../lib/recognition/han-boundaries';

/** The name stands between 《 and 》, which are taken out. */
type Case = readonly [marked: string, mayStand: boolean];

const stands = (marked: string, kind: NamedKind, ask = mayStandHere): boolean => {
  const start = marked.indexOf('《');
  const end = marked.indexOf('》') - 1;
  return ask(marked.replace(/[《》]/g, ''), start, end, kind);
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
  ['《中国》防衛相が', true],
  ['《米》国防長官は', true],
  ['《韓国》国防相は', true],
  ['《米国》防長官は', false],
  ['《米国》務省は', false],
  ['《米国》家安全保障会議は', false],
  ['《米国》土安全保障省は', false],
  ['《奈良》へ', true],
  ['《日本》人が', false],
  ['《韓国》語で', false],
  ['《ロシア》語で', false],
  ['《タイ》米を', false],
  ['《日本》酒の', false],
  ['《日本》料理の', false],
  ['《奈良》時代の', false],
  ['《奈良》漬の', false],
  ['《朝鮮》学校の', false],
  ['《竹島》水族館の', false],
  ['《竹島》館長は', false],
  ['《広島》アキさんは', false],
  ['《米》アップル会長は', true],
  ['《三重》野元総裁は', false],
  ['《奈良》県知事は', true],
  ['《大阪》本部長は', true],
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
  ['《自衛隊》員は', false],
  ['《自衛隊》病院の', false],
  ['《自衛隊》幹部は', true],
  ['《自衛隊》旗を', true],
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
  ['《日本》政府和', true],
  ['《韩国》国防部', true],
  ['《日本》国会', true],
  ['《香港》国安法', true],
  ['《美国》国家安全局', true],
  ['《俄罗斯》联邦', true],
  ['《日本》公司', true],
  ['《美国》科技公司', true],
  ['《韩国》学生进入大学', true],
  ['《北京》大学生参加', true],
  ['《法国》国家队', true],
  ['《日本》队8日抵达', true],
  ['《日本》海军', true],
  ['《日本》海', false],
  ['《日本》文化', true],
  ['《韩国》语言学家', true],
  ['《德国》语', false],
  ['《日本》银行业', true],
  ['《日本》银行业协会', false],
  ['《美国》海军学院', false],
  ['《美国》海军学习', true],
  ['《南京》东路', false],
  ['《长江》证券', false],
  ['《朝鲜》战争', false],
  ['《美国》人口普查', true],
  ['《日本》人民', true],
  ['《日本》人均', true],
  ['在《日本》人气很高', true],
  ['《香港》中文大学', false],
  ['《日本》人说', false],
  ['美國《日本》人說', false],
  ['《朝鲜》族厨师', false],
  ['《阿富汗》塔利班', true],
  ['《印度》洋', false],
  ['《印度》尼西亚', false],
  ['《羅馬》帝國', false],
  ['《约旦》河的水位', false],
  ['《中国》河北的', true],
  ['《英国》航空公司', false],
  ['《美国》航空母舰', true],
  ['《英国》广播公司', false],
  ['《韩国》国民银行各派', false],
  ['《首尔》科学大学', false],
  ['《巴黎》晚邮报', false],
  ['《上海》电气集团', false],
  ['《美国》公民自由联盟', false],
  ['《巴黎》圣日耳曼', false],
  ['歌手《休斯敦》', false],
  ['《长江》先生', false],
  // Before the name.
  ['北《美洲》', false],
  ['西《印度》群岛', false],
  ['东《北京》剧团', false],
  ['湖北《武汉》市', true],
  ['山东《青岛》的', true],
  ['越南《河内》', true],
  ['中国同《日本》的关系', true],
  ['关心《中国》经济', true],
  // Words that run across an edge.
  ['发展《中国》家', false],
  ['今《日本》报', false],
  ['他的生《日本》来', false],
  ['8《日本》报讯', false],
  ['其《中国》有企业', false],
  ['《美国》务卿抵达', false],
  ['美国《国务》卿抵达', false],
  ['马《上海》关就要下班', false],
  ['加《拿大》和美国', false],
  ['《加拿大》和美国', true],
  ['《中国》交通部', true],
  ['《中国》境内', true],
  ['《越南》河内', true],
  ['《南京》市长江先生', true],
  ['南京市《长江》先生', false],
];

const CHINESE_SIGNS: readonly Case[] = [
  ['《日》韩两国', true],
  ['日《韩》两国', true],
  ['《中》美关系', true],
  ['中《美》关系', true],
  ['驻《日》美军', true],
  ['驻日《美》军', true],
  ['访《美》期间', true],
  ['《韩》媒报道', true],
  ['《日》方表示', true],
  ['《日》、韩', true],
  ['《日》前，首相', false],
  ['今《日》韩国', false],
  ['平《日》训练', false],
  ['8《日》抵达', false],
  ['《美》丽的花', false],
  ['《法》官说', false],
  ['《德》国总理', false],
  ['台《中》的', false],
  ['《朝》日新闻', false],
];

const CHINESE_OTHERS: readonly Case[] = [
  ['一位《歐盟》官員說', true],
  ['《華為》最有可能', true],
  ['对《华为》的制裁', true],
  ['在《华为》工作', true],
  ['弘扬中《华为》己任', false],
  ['《武大》的食堂', true],
  ['《武大》教授', true],
  ['门卫英《武大》方', false],
  ['《武大》郎', false],
  ['《小米》手机', true],
  ['供应《小米》粥', false],
  ['《丰田》宣布', true],
  ['《丰田》和子公司', true],
  ['《丰田》先生', false],
  ['《丰田》一郎的作品', false],
  ['画家《丰田》的作品', false],
  ['《联合国》儿童基金会', false],
  ['《联合国》教科文组织', false],
  ['《联合国》军司令部', false],
  ['《联合国》大学', false],
  ['《日本银行》业协会', false],
  ['《联合国》安全官员', true],
  ['《联合国》难民问题', true],
];

const CHINESE_PEOPLE: readonly Case[] = [
  ['韩国总统《李在明》表示', true],
  ['《李在明》确认此事', true],
  ['《习近平》等人出席', true],
  ['《特朗普》通过法案', true],
  ['《李在明》和岸田文雄', true],
  ['小《李在明》天出发', false],
  ['小《李在明》天下午出发', false],
  ['总统《李俊》表示', true],
  ['外长《王毅》主持', true],
  ['作家《王毅》主持', true],
  ['日相《石破》宣布辞职', true],
  ['与《普京》通电话', true],
  ['記者會上《王毅》主持', true],
  ['《王毅》8日', true],
  ['《王毅》抵达机场', true],
  ['《王毅》夫先生', false],
  ['《李强》调整政策', true],
  ['《石破》提前离席', true],
  ['《石破》内阁', true],
  ['《石破》健一先生', false],
  ['《石破》健一说', false],
  ['《石破》天惊', false],
  ['《高市》上一次到访', true],
  ['提《高市》场份额', false],
  ['山《中谷》地', false],
  ['，《川普》隨後前往', true],
  ['與《李赫》會晤', true],
  ['《李俊》說', true],
  ['《尹》總統', true],
  ['《李俊》熙說', false],
  ['木《李俊》說', false],
  ['𠮷《李俊》說', false],
  ['《尹》在', false],
  ['《李强》作报告', true],
  ['小《唐纳德·特朗普》说', false],
  ['《唐纳德·特朗普》说', true],
  ['《特朗普》大厦', false],
  ['《特朗普》政府', true],
];

/** Short names that need a licence, and what no licence allows. */
const LICENSED: readonly Case[] = [
  ['木《李俊》說', true],
  ['《高市》熙攘', true],
  ['提《高市》场份额', false],
  ['《石破》天惊', false],
  ['《石破》健一先生', false],
  ['《尹》在', false],
];

describe('mayStandHere', () => {
  it.each(JAPANESE_PLACES)('a place in %s: %s', (marked, mayStand) => expect(stands(marked, 'place')).toBe(mayStand));
  it.each(JAPANESE_PEOPLE)('a person in %s: %s', (marked, mayStand) => expect(stands(marked, 'person')).toBe(mayStand));
  it.each(JAPANESE_OTHERS)('a thing in %s: %s', (marked, mayStand) => expect(stands(marked, 'other')).toBe(mayStand));
  it.each(CHINESE_PLACES)('a place in %s: %s', (marked, mayStand) => expect(stands(marked, 'place')).toBe(mayStand));
  it.each(CHINESE_SIGNS)('a sign in %s: %s', (marked, mayStand) => expect(stands(marked, 'place')).toBe(mayStand));
  it.each(CHINESE_OTHERS)('a thing in %s: %s', (marked, mayStand) => expect(stands(marked, 'other')).toBe(mayStand));
  it.each(CHINESE_PEOPLE)('a person in %s: %s', (marked, mayStand) => expect(stands(marked, 'person')).toBe(mayStand));

  it('leaves alone names in other scripts', () => {
    expect(stands('本田《NATO》首脳', 'other')).toBe(true);
    expect(stands('前《이재명》大統領', 'person')).toBe(true);
  });
});

describe('mayStandIfLicensed', () => {
  it.each(LICENSED)('a person in %s: %s', (marked, mayStand) =>
    expect(stands(marked, 'person', mayStandIfLicensed)).toBe(mayStand),
  );
  const unlicensed = [...CHINESE_PEOPLE, ...JAPANESE_PEOPLE].filter(([, mayStand]) => mayStand);
  it.each(unlicensed)('a person in %s, licensed or not', (marked) =>
    expect(stands(marked, 'person', mayStandIfLicensed)).toBe(true),
  );
});

describe('a browser that cuts no words', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it.each<readonly [marked: string, kind: NamedKind, mayStand: boolean]>([
    ['《日本》海军', 'place', true],
    ['《日本》海', 'place', false],
    ['发展《中国》家', 'place', false],
    ['《日》韩两国', 'place', true],
    ['《韩国》国民银行', 'place', false],
    ['《王毅》会见记者', 'person', true],
    ['《王毅》夫先生', 'person', false],
  ])('has the tables: %s', async (marked, kind, mayStand) => {
    vi.stubGlobal('Intl', {});
    vi.resetModules();
    const { mayStandHere: ask } = await import('../../../lib/recognition/han-boundaries');
    expect(stands(marked, kind, ask)).toBe(mayStand);
  });
});
