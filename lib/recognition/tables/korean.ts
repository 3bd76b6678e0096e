/**
 * What may stand around a name in Korean. A particle is written in one word with its noun (한글 맞춤법 제41항), so the end
 * of a name is decided by what follows it in the same word. All lists are closed: 구조 is no name in 구조대. Particles
 * and endings after those of 표준국어대사전 and 국립국어원's 한국어 기초사전; what newspapers do with titles and places after
 * the study of labelled news, generalised by hand.
 */

/** A particle that looks the same after a vowel and after a consonant, or its two forms: [after a consonant, after a vowel]. */
export type Particle = string | readonly [afterConsonant: string, afterVowel: string];

/** 부사격, 관형격: one of these comes first, or none. */
export const CASE_PARTICLES: readonly Particle[] = [
  '에',
  '에서',
  '에게',
  '에게서',
  '에게로',
  '한테',
  '한테서',
  '께',
  '께서',
  '에로',
  '더러',
  '보고',
  '하고',
  '같이',
  ['과', '와'],
  ['이랑', '랑'],
  // After ㄹ as after a vowel: 서울로, 서울로부터.
  ['으로', '로'],
  ['으로서', '로서'],
  ['으로써', '로써'],
];

/** 보조사 that may follow a case particle and one another: 에서만큼은, 에게까지만. */
export const INNER_PARTICLES: readonly Particle[] = [
  '만',
  '만큼',
  '까지',
  '부터',
  '조차',
  '마저',
  '마다',
  '밖에',
  '처럼',
  '보다',
  '대로',
  '뿐',
  '치고',
  '커녕',
];

/** What closes a chain: 격조사, 접속조사 and the 보조사 of the end. */
export const FINAL_PARTICLES: readonly Particle[] = [
  ['은', '는'],
  ['이', '가'],
  ['을', '를'],
  ['이나', '나'],
  ['이나마', '나마'],
  ['이든', '든'],
  ['이든지', '든지'],
  ['이라도', '라도'],
  ['이야말로', '야말로'],
  ['은커녕', '는커녕'],
  '이야',
  '의',
  '도',
];

/**
 * The copula 이다 in the endings that news prose uses. Where its 이 falls after a vowel both forms stand here, except
 * that one syllable would be left which ends other words as well: 대구고 is a school, not “is Daegu and”.
 */
export const COPULA: readonly Particle[] = [
  ['이다', '다'],
  '이자',
  '이고',
  '이지',
  '이면',
  '이며',
  '이니',
  ['이지만', '지만'],
  ['이면서', '면서'],
  ['이니까', '니까'],
  ['이므로', '므로'],
  ['이라', '라'],
  ['이라는', '라는'],
  ['이라는데', '라는데'],
  ['이라든가', '라든가'],
  ['이라든지', '라든지'],
  ['이라고', '라고'],
  ['이라며', '라며'],
  ['이라면', '라면'],
  ['이라면서', '라면서'],
  ['이라서', '라서'],
  ['이란', '란'],
  ['이라던', '라던'],
  ['이라지만', '라지만'],
  ['이라기보다', '라기보다'],
  ['이어서', '여서'],
  ['이어야', '여야'],
  ['이었다', '였다'],
  ['이었다고', '였다고'],
  ['이었다는', '였다는'],
  ['이었고', '였고'],
  ['이었던', '였던'],
  ['이었으며', '였으며'],
  ['이었으나', '였으나'],
  ['이었지만', '였지만'],
  ['이었는데', '였는데'],
  ['이었음', '였음'],
  '이냐',
  '이냐고',
  '이기',
  '인데',
  '인데다',
  '인지',
  '인가',
  '일',
  '일지',
  '일까',
  '임',
  '입니다',
];

/** The copula before a noun. After a place it makes its people (한국인, 한국인만큼) and is no particle there. */
export const ADNOMINAL_COPULA = '인';

/** Honorifics that follow a name, attached or not. */
export const HONORIFICS: readonly string[] = ['씨', '님', '옹', '여사', '선생', '선생님'];

/** Offices of states; they also follow a country in the same word: 일본총리. */
export const STATE_OFFICES: readonly string[] = [
  '대통령',
  '부통령',
  '총리',
  '부총리',
  '국무총리',
  '장관',
  '차관',
  '국방장관',
  '국방부 장관',
  '국방부장관',
  '외교장관',
  '외교부 장관',
  '외교부장관',
  '외무장관',
  '국무장관',
  '재무장관',
  '통일장관',
  '방위상',
  '방위대신',
  '방위청 장관',
  '외무상',
  '외상',
  '외무대신',
  '관방장관',
  '주석',
  '국가주석',
  '총서기',
  '국무위원장',
  '국방위원장',
  '대사',
  '총영사',
  '국왕',
  '총독',
];

/** Behind an office: who is called so does not hold it, or held it once. */
export const NOT_HELD_YET: readonly string[] = [
  '후보',
  '내정자',
  '지명자',
  '권한대행',
  '직무대행',
  '당선인',
  '당선자',
  '출신',
];

/** Other titles and occupations of the press; after persons and organisations. */
export const OTHER_TITLES: readonly string[] = [
  '의원',
  '국회의원',
  '대표',
  '원내대표',
  '공동대표',
  '당대표',
  '최고위원',
  '위원',
  '위원장',
  '부위원장',
  '비대위원장',
  '의장',
  '부의장',
  '합참의장',
  '사무총장',
  '총장',
  '검찰총장',
  '총재',
  '총괄회장',
  '회장',
  '부회장',
  '사장',
  '부사장',
  '이사장',
  '이사',
  '행장',
  '원장',
  '소장',
  '센터장',
  '본부장',
  '단장',
  '국장',
  '과장',
  '팀장',
  '실장',
  '정책실장',
  '안보실장',
  '비서실장',
  '수석',
  '비서관',
  '보좌관',
  '대변인',
  '청장',
  '처장',
  '지사',
  '도지사',
  '시장',
  '군수',
  '구청장',
  '교육감',
  '후보',
  '후보자',
  '당선인',
  '판사',
  '부장판사',
  '검사',
  '부장검사',
  '재판관',
  '대법관',
  '변호사',
  '교수',
  '박사',
  '연구원',
  '기자',
  '특파원',
  '앵커',
  '아나운서',
  '감독',
  '코치',
  '선수',
  '작가',
  '소설가',
  '시인',
  '배우',
  '가수',
  '목사',
  '신부',
  '추기경',
  '교황',
  '사령관',
  '참모총장',
  '대장',
  '중장',
  '소장',
  '준장',
  '대령',
  '중령',
  '소령',
  '대위',
  '경위',
  '경감',
];

/** Titles that may follow the name of a person, with or without a space. */
export const TITLES: readonly string[] = [...new Set([...STATE_OFFICES, ...OTHER_TITLES]), '씨', '전 '];

/** Between a name and its title: 신원식 전 장관, 신원식 前 장관. */
export const TITLE_PREFIXES: readonly string[] = ['전', '前', '현', '現', '신임', '차기'];

/**
 * What follows in the same word and leaves the name meant; particles may come after it. By kind of what is named.
 * 측: the side of; 발: set off by, departing from; 행: bound for; 산: made in; 내, 간: within, between; 전: a
 * match against; 표: as made by.
 */
export const KEEPS_PERSON: readonly string[] = ['측'];
/** Only after names of three syllables: 출발, 지표, 군 and 양 end too many words otherwise. */
export const KEEPS_FULL_PERSON: readonly string[] = ['발', '표', '군', '양'];

export const KEEPS_PLACE: readonly string[] = [
  // 에서 without its 에, which only places and a few nouns allow: 서울서.
  '서',
  '측',
  '발',
  '행',
  '산',
  '내',
  '간',
  '전',
  // The administrative kind belongs to the name: 수원시, 고성군, 용산구, 나라현.
  '시',
  '도',
  '군',
  '구',
  '현',
  '특별시',
  '광역시',
  '특별자치시',
  '특별자치도',
  // Nouns that newspapers attach and that say where, when or who governs.
  '지역',
  '지방',
  '전역',
  '일대',
  '인근',
  '시내',
  '현지',
  '출신',
  '국적',
  '시각',
  '시간',
  '정부',
  '당국',
  ...STATE_OFFICES,
];

export const KEEPS_ORGANISATION: readonly string[] = [
  '측',
  '발',
  '행',
  '내',
  '전',
  '통신',
  '대변인',
  '대표',
  '위원장',
  '총장',
  '총재',
  '의장',
  '회장',
  '사장',
  '청장',
  '감독',
  ...STATE_OFFICES,
];

/**
 * Ordinary words and other names whose beginning is a name and whose end passes for a particle or for one of the
 * suffixes above. What is in no list is refused anyway: 은행, 대학교, 지법, 역, 인, 어, 식, 계, 탕.
 */
export const OTHER_WORDS: readonly string[] = [
  '고양이', // cat
  '가나다', // the alphabet
  '진주만', // Pearl Harbor
  '세종대로', // streets: 대로 is no particle there
  '세종로',
  '한강로',
  // Mountains: 산 after these places is not “made in”.
  '북한산',
  '남한산',
  '계룡산',
  '태백산',
  '가야산',
  '금강산',
  '관악산',
  '도봉산',
  '청계산',
];

/** Particles that are no particles after a place: 강남대로 is a street. */
export const NOT_AFTER_PLACE: readonly string[] = ['대로'];

/** What a word means that is also a name, and the words beside it that say so. */
export interface CommonWord {
  readonly sense: string;
  /** How the word before begins. */
  readonly before?: readonly string[];
  /** How the word after begins. */
  readonly after?: readonly string[];
}

const MATCHES = [
  '야구',
  '축구',
  '농구',
  '배구',
  '홈',
  '원정',
  '평가전',
  '결승',
  '준결승',
  '예선',
  '본선',
  '16강',
  '8강',
  '4강',
];

/**
 * Names that are common words. One that is a common word in most of its uses should be marked in its pack as needing
 * context; here stand the neighbours that betray the common sense even where the name has evidence.
 */
export const COMMON_WORDS: ReadonlyMap<string, CommonWord> = new Map<string, CommonWord>([
  [
    '대구',
    {
      sense: 'cod',
      before: ['명태', '고등어', '오징어', '청어', '생선', '냉동', '말린'],
      after: ['어획', '어장', '살을'],
    },
  ],
  [
    '인도',
    {
      sense: 'pavement, extradition',
      before: ['범죄인', '신병', '차도'],
      after: ['돌진', '걷', '걸', '위를', '위로', '위에', '턱', '조약', '청구'],
    },
  ],
  ['파리', { sense: 'fly', before: ['모기', '바퀴벌레'], after: ['떼', '유충', '애벌레', '목숨', '끈끈이', '날리'] }],
  ['대전', { sense: 'match, war', before: MATCHES, after: ['상대', '격투'] }],
  ['경기', { sense: 'match, economy', before: MATCHES, after: ['침체', '회복', '부양', '둔화', '하강', '지표'] }],
  ['경기도', { sense: 'a match, too', before: MATCHES }],
  [
    '사상',
    {
      sense: 'in history, thought',
      after: ['최대', '최초', '최고', '최저', '최악', '최다', '처음', '첫', '초유', '유례', '검증'],
    },
  ],
  ['화성', { sense: 'Mars', after: ['탐사', '궤도', '표면', '착륙', '대기', '이주'] }],
  ['진주', { sense: 'pearl', after: ['목걸이', '귀걸이', '반지', '양식', '조개'] }],
  ['구리', { sense: 'copper', after: ['가격', '값', '전선', '합금', '광산', '도금', '파이프'] }],
  ['경주', { sense: 'race', before: ['자동차', '달리기', '요트', '자전거', '군비', '속도'] }],
  ['고성', { sense: 'shouting', after: ['오가', '오갔', '오간', '지르', '질렀', '터져', '방가'] }],
  [
    '강화',
    { sense: 'strengthening', before: ['단속', '규제', '안보', '처벌', '방역', '감시'], after: ['방안', '대책'] },
  ],
  ['수원', { sense: 'source of water', after: ['고갈', '함양'] }],
  ['동해', { sense: 'frost damage', after: ['피해', '예방'] }],
  ['이상', { sense: 'or more, fault', after: ['기후', '고온', '징후', '증상', '유무', '반응'] }],
  ['이어도', { sense: 'a form of 잇다', after: ['된', '되', '괜찮', '좋'] }],
  ['부산', { sense: 'bustle', after: ['떨', '떠는', '떤'] }],
  ['하늘', { sense: 'sky', after: ['맑', '흐리', '높', '푸르'] }],
  // Surnames before a title.
  ['전', { sense: 'former', after: TITLES }],
  ['양', { sense: 'both', after: ['장관', '정상', '국', '팀', '측', '사', '기관'] }],
  ['한', { sense: 'one', before: ['단', '어느', '또'] }],
  ['이', { sense: 'this', after: ['의원에서', '의원에는', '대표팀', '대회', '사건'] }],
]);

/** States of the United States, before their towns: 텍사스주 오스틴. */
export const AMERICAN_STATES: ReadonlySet<string> = new Set(
  `앨라배마 알래스카 애리조나 아칸소 캘리포니아 콜로라도 코네티컷 델라웨어 플로리다 조지아 하와이 아이다호 일리노이 인디애나
  아이오와 캔자스 켄터키 루이지애나 메인 메릴랜드 매사추세츠 미시간 미네소타 미시시피 미주리 몬태나 네브래스카 네바다 뉴햄프셔
  뉴저지 뉴멕시코 뉴욕 노스캐롤라이나 노스다코타 오하이오 오클라호마 오리건 펜실베이니아 로드아일랜드 사우스캐롤라이나
  사우스다코타 테네시 텍사스 유타 버몬트 버지니아 워싱턴 웨스트버지니아 위스콘신 와이오밍`.split(/\s+/),
);

/** Those that are nothing else: 조지아 is a country too, 뉴욕 and 워싱턴 are cities, 메인 is a word. */
export const UNMISTAKABLE_STATES: ReadonlySet<string> = new Set(
  [...AMERICAN_STATES].filter((state) => !['조지아', '뉴욕', '워싱턴', '메인', '유타'].includes(state)),
);

/** Behind a family name: a place is meant, or a statement that somebody of that name once made (고노 담화). */
export const NAMED_AFTER_ANOTHER: readonly string[] = [
  '지역',
  '지방',
  '일대',
  '화산',
  '분화구',
  '공항',
  '국립공원',
  '담화',
];

/** Behind the full name of a person. */
export const COURTESIES_AFTER: readonly string[] = ['씨', '여사', '옹'];

/** Latin words that join two names: 한국vs일본. */
export const LATIN_JOINERS: readonly string[] = ['vs'];

/** Signs by which newspapers put a country before an office or a ministry, with its name: 미 국방부. */
export const COUNTRY_SIGNS: Readonly<Record<string, string>> = {
  미: '미국',
  일: '일본',
  중: '중국',
  러: '러시아',
  영: '영국',
  독: '독일',
  불: '프랑스',
  북: '북한',
};
