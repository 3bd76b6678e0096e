/** Parts that generated names and texts are composed of; common words and syllables, no names of anybody. */

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** The most common words of English news first: they are drawn by Zipf's law. */
export const ENGLISH_WORDS = list(`
the of to and a in that for is on was with as it said he by at from his are be has an have not will who had but
its they this which their were been or more one after would new about when up we out people also two there than year
last over all government into could other first some time state under against years if against her she what can no
between most before three made while many where because only police president during million country percent them
week day world since including now national month may around officials security company told part still percent both
war leader city public report members such how these then even group another deal court military law party election
talks called plan next take held meeting minister official right former trade market economic power home work force
economy high including set did much back through might off between including number announced being so long case
since expected attack down top well support business working without leaders end oil change early health show major
including money record second death make good several move late four since month billion system including agreement
growth according rate going rise free case sanctions visit see become left killed workers decision issue statement
interest press known policy keep house local food air key region energy office women children water investment cut
five foreign border aid army trial bank private water lost despite though plans given already crisis defense joint
exercise alliance missile cooperation relations visited summit budget protest ruling senior opposition troops
`);

/** Words that begin sentences and titles with a capital and are no name. */
export const CAPITALISED_WORDS = list(`
The In A But It He On At For After She They This We As With While There When An If Officials Monday Tuesday Wednesday
Thursday Friday Saturday Sunday January March April May June July August September October President Minister Prime
Foreign Defense National International United North South East West New General Senator Secretary Court House Bank
`);

export const ONSETS = list(
  'b br c ch cl cr d dr f fl fr g gl gr h j k kl kr l m n p pl pr qu r s sc sh sl st str t th tr v w y z',
);
export const NUCLEI = list('a a a e e e i i o o u ai au ea ee ei ia ie io oa oo ou');
export const CODAS = list('b ck d f g l ld ll m n n n nd ng nt p r r rd rn rt s s sh ss st t t th x');
export const GIVEN_NAMES = list(`
Adam Alice Anna Anton Bella Boris Carla Carlos Clara Daniel David Diana Elena Emil Emma Erik Eva Felix Fiona Frank
George Grace Hanna Helen Henry Hugo Ida Igor Irene Isaac Ivan Jack James Jane Jean Joan John Jorge Joseph Julia Karl
Kate Laura Lea Leo Linda Lucy Luis Marc Maria Mark Martin Mary Max Mia Michael Nina Noah Olga Oscar Otto Paul Pedro
Peter Petra Rita Robert Rosa Ruth Sam Sara Simon Sofia Stefan Tara Thomas Tina Vera Victor Walter Wanda William Yara
`);
export const ORGANISATION_ENDS = list(`
Bank Group Corporation Industries Institute University Agency Party Union Council Holdings Energy Motors Airlines Press
Foundation Systems Times Steel Airways Museum Hospital Court Ministry Commission Association Partners Pharma Foods
`);
export const PLACE_ENDS = list('ton ville burg ham stad land grad field port mouth ford wick dale shire pur abad');
export const CONNECTORS = list('of for de van von al bin da di la');
export const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ö',
  u: 'ü',
  c: 'ç',
  n: 'ñ',
  s: 'š',
};

export const KANJI = Array.from(
  '田中山川村木林森石原井上下藤本野小大高松島橋口谷岡崎沢清水和吉近西東南北今新古長福安平内外金銀青赤白黒渡辺坂浜宮池竹岩荒堀関杉桜梅菊秋春夏冬星月日光明正義一二三四五六七八九十千万太郎次子美代花香真理恵智雄信忠孝誠健康介輔也哉弘博文武士勇勝英俊隆茂豊進剛浩宏修治',
);
export const KATAKANA = list(
  'ア イ ウ エ オ カ キ ク ケ コ サ シ ス セ ソ タ チ ツ テ ト ナ ニ ノ ハ ヒ フ ヘ ホ マ ミ ム メ モ ラ リ ル レ ロ ワ ン ガ ギ グ ゴ ザ ジ ズ ダ デ ド バ ビ ブ ベ ボ パ ピ プ ポ ー ー ー ン ン ッ シャ ジョ チャ フィ',
);
export const JAPANESE_ENDS = list(
  '市 県 町 村 区 社 銀行 大学 新聞 電機 自動車 省 庁 党 研究所 病院 協会 株式会社 駅 港 島 山 川',
);
export const JAPANESE_WORDS = list(`
の は に を が と で し た て いる する れ さ も な から こと ため よう この その など まで より という について として
による によって において した して された される している ある ない なった なる 発表 会談 政府 首相 大臣 防衛 協力 問題
経済 会議 年 月 日 時 人 国 者 氏 今 後 前 中 上 的 性 化 第 約 同 新 大 小 強 化 関係 日本 世界 地域 市場 企業 会社 調査
結果 必要 可能 影響 状況 対策 支援 実施 開始 終了 予定 決定 説明 指摘 批判 期待 懸念 増加 減少 過去 最大 最高 初めて 昨年
来年 今年 先月 今月 午後 午前 東部 南部 選手 監督 試合 大会 優勝 記録 事件 事故 裁判 警察 逮捕 被害 住民 学校 教育 研究
、 、 、 、 。 。 「 」 （ ）
`);

export const HANGUL = Array.from(
  '가강건경고광구국권규근금기김나남노다대도동두라란람래량련로류리림마만명모목문미민박방배백범병보복봉부북분비빈사산삼상서석선설성세소손송수숙순승시식신심아안양어언엄여연영예오옥온완왕용우욱운울원월위유윤은을의이익인일임자장재전정제조종주준중지진차찬창채천철청초최춘충치태택평포표하학한해향허헌혁현형혜호홍화환황회효훈흥희',
);
export const KOREAN_ENDS = list('시 군 구 은행 대학교 전자 그룹 신문 당 부 청 병원 연구소 협회 산 강 역 도 재단 건설');
export const KOREAN_STEMS = list(`
정부 대통령 장관 국방 협력 문제 경제 회의 회담 관계 세계 지역 시장 기업 회사 조사 결과 필요 가능 영향 상황 대책 지원
실시 시작 예정 결정 설명 지적 비판 기대 우려 증가 감소 과거 최대 최고 지난해 내년 올해 오늘 어제 오후 오전 선수 감독
경기 대회 우승 기록 사건 사고 재판 경찰 피해 주민 학교 교육 연구 것 수 등 때 중 년 월 일 이번 그 이 한 두 세 미국 중국
북한 한국 일본 서울 국회 의원 여당 야당 정책 법안 논의 합의 발표 방문 안보 훈련 미사일 동맹 공동 강화 확대 추진 계획
`);
export const KOREAN_PARTICLES = list(
  '은 는 이 가 을 를 에 의 와 과 에서 으로 로 도 만 까지 부터 했다 한다 하고 하는 된다 됐다 이라고 에게',
);
export const HAN = Array.from(
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤国建华志明文军平海东晓伟永春红中德光玉立新天成世家荣庆胜宝长福安云忠生',
);
export const CHINESE_ENDS = list('市 省 县 区 公司 银行 大学 集团 报 局 委员会 医院 学院 协会 镇');
