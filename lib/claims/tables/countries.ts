/** Countries as news text names them beside their full names: peoples, and the single letters of compounds. */

/** By the English name; `han` and `hangul` are the letters of 日韓, 訪韓, 한미일, 방한. */
export const COUNTRY_WORDS: readonly {
  readonly name: string;
  readonly words: readonly string[];
  readonly han: string;
  readonly hangul: string;
}[] = [
  { name: 'Japan', words: ['Japan', 'Japanese', '日本', '일본'], han: '日', hangul: '일' },
  {
    name: 'South Korea',
    words: ['South Korea', 'South Korean', 'South Koreans', '韓国', '韩国', '韓國', '大韓民国', '한국', '우리나라'],
    han: '韓韩',
    hangul: '한',
  },
  {
    name: 'North Korea',
    words: ['North Korea', 'North Korean', '北朝鮮', '朝鲜', '朝鮮', '북한'],
    han: '朝',
    hangul: '북',
  },
  {
    name: 'United States',
    words: ['United States', 'U.S.', 'US', 'American', 'America', '米国', 'アメリカ', '美国', '美國', '미국'],
    han: '米美',
    hangul: '미',
  },
  { name: 'China', words: ['China', 'Chinese', '中国', '中國', '중국'], han: '中华華', hangul: '중' },
  { name: 'Russia', words: ['Russia', 'Russian', 'ロシア', '俄罗斯', '俄羅斯', '러시아'], han: '露俄', hangul: '러' },
  {
    name: 'United Kingdom',
    words: ['United Kingdom', 'Britain', 'British', 'U.K.', 'UK', '英国', '영국'],
    han: '英',
    hangul: '영',
  },
  { name: 'France', words: ['France', 'French', 'フランス', '法国', '法國', '프랑스'], han: '仏法', hangul: '프' },
  { name: 'Germany', words: ['Germany', 'German', 'ドイツ', '德国', '德國', '독일'], han: '独德', hangul: '독' },
  { name: 'India', words: ['India', 'Indian', 'インド', '印度', '인도'], han: '印', hangul: '' },
  {
    name: 'Australia',
    words: ['Australia', 'Australian', 'オーストラリア', '豪州', '澳大利亚', '澳洲', '호주'],
    han: '豪澳',
    hangul: '호',
  },
  {
    name: 'Philippines',
    words: ['Philippines', 'Philippine', 'Filipino', 'フィリピン', '菲律宾', '菲律賓', '필리핀'],
    han: '比菲',
    hangul: '',
  },
  { name: 'Taiwan', words: ['Taiwan', 'Taiwanese', '台湾', '台灣', '臺灣', '대만'], han: '台', hangul: '' },
  {
    name: 'Ukraine',
    words: ['Ukraine', 'Ukrainian', 'Kyiv', 'ウクライナ', 'キーウ', '乌克兰', '우크라이나', '키이우'],
    han: '',
    hangul: '',
  },
  { name: 'Vietnam', words: ['Vietnam', 'Vietnamese', 'ベトナム', '越南', '베트남'], han: '', hangul: '' },
  {
    name: 'Indonesia',
    words: ['Indonesia', 'Indonesian', 'インドネシア', '印度尼西亚', '인도네시아'],
    han: '',
    hangul: '',
  },
  { name: 'Canada', words: ['Canada', 'Canadian', 'カナダ', '加拿大', '캐나다'], han: '', hangul: '' },
  { name: 'Italy', words: ['Italy', 'Italian', 'イタリア', '意大利', '이탈리아'], han: '', hangul: '' },
  { name: 'Israel', words: ['Israel', 'Israeli', 'イスラエル', '以色列', '이스라엘'], han: '', hangul: '' },
  { name: 'Iran', words: ['Iran', 'Iranian', 'イラン', '伊朗', '이란'], han: '', hangul: '' },
  { name: 'Turkey', words: ['Turkey', 'Turkish', 'Türkiye', 'トルコ', '土耳其', '튀르키예'], han: '', hangul: '' },
  { name: 'Mongolia', words: ['Mongolia', 'Mongolian', 'モンゴル', '蒙古', '몽골'], han: '', hangul: '' },
  { name: 'Thailand', words: ['Thailand', 'Thai', 'タイ王国', '泰国', '태국'], han: '', hangul: '' },
  { name: 'Malaysia', words: ['Malaysia', 'Malaysian', 'マレーシア', '马来西亚', '말레이시아'], han: '', hangul: '' },
  { name: 'Poland', words: ['Poland', 'Polish', 'ポーランド', '波兰', '폴란드'], han: '', hangul: '' },
  { name: 'Brazil', words: ['Brazil', 'Brazilian', 'ブラジル', '巴西', '브라질'], han: '', hangul: '' },
  { name: 'Mexico', words: ['Mexico', 'Mexican', 'メキシコ', '墨西哥', '멕시코'], han: '', hangul: '' },
  { name: 'Saudi Arabia', words: ['Saudi Arabia', 'Saudi', 'サウジアラビア', '沙特', '사우디'], han: '', hangul: '' },
  { name: 'Pakistan', words: ['Pakistan', 'Pakistani', 'パキスタン', '巴基斯坦', '파키스탄'], han: '', hangul: '' },
  { name: 'Egypt', words: ['Egypt', 'Egyptian', 'エジプト', '埃及', '이집트'], han: '', hangul: '' },
  { name: 'Spain', words: ['Spain', 'Spanish', 'スペイン', '西班牙', '스페인'], han: '', hangul: '' },
];

/** Compounds of two or three countries, before a word that shows that they are. */
export const COMPOUNDS: readonly { [Symbol.matchAll](text: string): Iterable<RegExpExecArray> }[] = [
  /[日韓米中朝露]{2,3}(?=首脳|防衛|国防|両国|関係|外相|会談|共同|協定|合意|基本|条約|請求|国交|間|の|で|が|は|は)/g,
  /[日韩韓美中朝俄]{2,3}(?=首脑|首腦|防长|防長|国防|防卫|两国|兩國|关系|關係|领导人|領導人|外长|外長|会谈|會談|峰会|峰會|联合|聯合|建交|邦交|基本|军|軍|三国|之间)/g,
  /[한일미중북러]{2,3}(?=\s?(?:정상|국방|양국|관계|외교|회담|군사|외무|협정|3국|기본|공동|연합|양자|방위))/g,
];
/** A visit's word that holds where it led. */
export const VISIT_COMPOUNDS: { [Symbol.matchAll](text: string): Iterable<RegExpExecArray> } =
  /訪(?<han>[韓日米中朝露英仏独印台豪])(?!問)|来(?<home>[日韓])|访(?<zh>[韩日美华中朝俄英法德])(?!问)|訪(?<tw>[韓日美華中朝俄])(?!問)|방(?<hangul>[한일미중북러])(?=[은는이가을를의도에,.\s]|했|하|길|기|을|$)/g;
