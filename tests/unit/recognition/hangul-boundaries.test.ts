import { describe, expect, it } from 'vitest';
import { hasHangulTitleAfter, mayStandHere, type NamedKind } from '../../../lib/recognition/hangul-boundaries';

/** The name is what stands between the bars; what is before and after is its surroundings. */
const stands = (marked: string, kind: NamedKind): boolean => {
  const [before = '', name = '', after = ''] = marked.split('|');
  return mayStandHere(before + name + after, before.length, before.length + name.length, kind);
};
const accepts = (kind: NamedKind, texts: readonly string[]) =>
  it.each(texts)(`takes %s for a name (${kind})`, (text) => expect(stands(text, kind)).toBe(true));
const refuses = (kind: NamedKind, texts: readonly string[]) =>
  it.each(texts)(`does not take %s for a name (${kind})`, (text) => expect(stands(text, kind)).toBe(false));

describe('particles', () => {
  accepts('person', [
    '|안규백|',
    '|안규백|은',
    '|안규백|이',
    '|안규백|에게서만이',
    '|안규백|으로부터의',
    '|안규백|이라고',
    '|안규백|이라고는',
    '|안규백|이었고',
    '|안규백|뿐이었고',
    '|안규백|이야말로',
    '|안규백|인',
    '|안규백|이라든가',
    '|나카타니|라든가',
    '|나카타니|는',
    '|나카타니|였다',
    '|나카타니|라는',
    '|시진핑|과의',
  ]);
  accepts('place', [
    '|서울|에서만큼은',
    '|서울|에서도',
    '|서울|서',
    '|도쿄|서도',
    '|서울|로',
    '|서울|로부터',
    '|부산|으로',
    '|도쿄|로',
    '|도쿄|까지는',
    '|도쿄|만의',
    '|일본|이다',
    '|일본|이든',
    '|일본|인데',
    '|싱가포르|라면',
  ]);
  // Each agrees with the sound before it.
  refuses('person', [
    '|안규백|는',
    '|안규백|가',
    '|안규백|로',
    '|나카타니|은',
    '|나카타니|이었다',
    '|나카타니|으로',
    '|안규백|서',
    '|안규백|라든가',
  ]);
  refuses('place', ['|서울|으로', '|부산|로', '|도쿄|을', '|서울|가']);
  // The order of a chain is closed, and so is the list.
  refuses('place', ['|서울|은에서', '|도쿄|만에서', '|서울|들', '|대구|고', '|강남|대로']);
  refuses('other', ['|구조|대', '|구조|대가', '|구조|했고', '|정부|미', '|수원|지', '|광주|리에']);
});

describe('short names', () => {
  refuses('person', ['|이|는', '|정|도', '|한|은', '|박|수', '|조|만']);
  accepts('person', ['|김|', '|김|씨는', '|김|위원장이', '|김| 장관']);
  refuses('person', ['|김|모씨', '|전| 대통령의', '|양| 장관은', '단 |한| 장관도', '|이| 대표팀', '|허윤|군']);
  accepts('person', ['|양| 전 장관은', '|조은별|양과', '|조은별|군은']);
});

describe('titles and honorifics', () => {
  accepts('person', ['|이재명|대통령은', '|안규백|국방장관이', '|조은별|씨와', '|정하늘|님이', '|신원식|전장관']);
  refuses('person', ['|한유진|의원실', '|이도현|대표팀', '|이재명|식', '|안규백|호']);
  it.each([
    ['대통령', true],
    ['대통령은', true],
    ['전 대통령', true],
    ['前 대통령', true],
    ['국방부 장관이', true],
    ['의원님', true],
    ['의원측은', true],
    ['대통령실', false],
    ['대표팀', false],
    ['의원실', false],
    ['장관급', false],
    ['사람', false],
  ])('of “이 %s”: %s', (after, expected) => {
    expect(hasHangulTitleAfter(`이 ${after}`, 1)).toBe(expected);
    expect(hasHangulTitleAfter(`이${after}`, 1)).toBe(expected);
  });
});

describe('suffixes', () => {
  accepts('place', [
    '|일본|측은',
    '|도쿄|발',
    '|부산|행',
    '|일본|산',
    '|수원|시는',
    '|고성|군에',
    '|경기|도는',
    '|한국|군',
    '|라오스|전에서',
    '|서울|지역',
    '|한국|시각으로',
    '|일본|총리가',
    '|일본|정부는',
  ]);
  refuses('place', [
    '|일본|인',
    '|일본|인들은',
    '|일본|인만큼',
    '|일본|어와',
    '|미국|식',
    '|중국|계',
    '|서울|시민',
    '|서울|대',
    '|부산|대학교와',
    '|부산|은행과',
    '|대구|지법은',
    '|서울|역',
    '|서울|시장은',
    '|서울|교대가',
    '|독도|함이',
    '|중국|집에서',
    '|인도|주의',
    '|인도|양씨',
  ]);
  accepts('organisation', ['|국방부|측은', '|국방부|장관은', '|로이터|통신은', '|새물결당|대표는']);
  refuses('organisation', ['|자위대|원', '|국방부|령으로', '|한전|채', '|서울대|병원', '|방위성|금을']);
  accepts('person', ['|트럼프|발', '|트럼프|측', '|이재명|표']);
  refuses('person', ['|트럼프|타워', '|케인|스', '|기시|감이', '|노다|지를', '|허윤|발']);
});

describe('words around names', () => {
  refuses('place', ['|고양|이', '|북한|산', '|진주|만에', '|세종|대로', '|대구|탕과', '|부산|물을', '|러시아|워']);
  refuses('place', ['방|북한| 대표단', '동|대구|역', '이|중국|적', '주|일본| 대사관']);
  refuses('place', [
    '명태와 |대구|가',
    '|인도|로 돌진해',
    '범죄인 |인도|',
    '|파리| 떼가',
    '8강 |대전| 상대',
    '|사상| 최대',
    '|부산|을 떨자',
    '그대로 |이어도| 된다',
  ]);
  accepts('place', ['|대구|에서', '|인도| 정부', '프랑스 |파리|에서', '|대전|에서', '|부산|을 찾아']);
});

describe('other scripts beside Hangul', () => {
  refuses('place', ['FC|서울|이', '3|조|', '|서울|FC', '|대구|FC가']);
  refuses('organisation', ['|연합뉴스|TV', '|LG|전자', '|KAIST|대학원']);
  accepts('organisation', ['|MBC|가', '|MBC|이', '|KAIST|에서만', '|MBC| 뉴스']);
  accepts('place', ['|서울|vs도쿄', '서울vs|도쿄|', '|美| 국방장관', '|美|국방장관', '(|서울|=연합뉴스)']);
  accepts('person', [
    '前|이재명|',
    '|이재명|(李在明)',
    '(|李在明|)은',
    '|시진핑|·푸틴',
    '시진핑ㆍ|푸틴|ㆍ김정은',
    '|이재명|ㆍ',
  ]);
  accepts('place', ['“|일본|”이라고', '|서울|,부산', '|서울|…', '|서울|~부산', '|서울|\n']);
});

describe('forms of writing', () => {
  const nfd = (text: string): string => text.normalize('NFD');
  it.each<readonly [text: string, kind: NamedKind, expected: boolean]>([
    [nfd('|안규백|은'), 'person', true],
    [nfd('|안규백|는'), 'person', false],
    [nfd('|일본|인이'), 'place', false],
    [nfd('방|북한| 대표단'), 'place', false],
    // The name would end inside a syllable.
    [`|${nfd('가나')}|${nfd('난').slice(2)}`, 'place', false],
    ['|일본|\u200b인', 'place', false],
    ['|일본|\u200b은', 'place', true],
    ['방\u00ad|북한|', 'place', false],
    ['|이재\u200b명|은', 'person', true],
  ])('reads %j as %s: %s', (text, kind, expected) => expect(stands(text, kind)).toBe(expected));

  it('looks no further than a word can be long', () => {
    const text = `일본${'은'.repeat(100_000)}`;
    expect(mayStandHere(text, 0, 2, 'place')).toBe(false);
  });
});
