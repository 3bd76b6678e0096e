/**
 * What may stand beside a name in Chinese, in simplified and traditional characters. Chinese puts Han on both sides of
 * most names without a break, so that neighbours say little: the lists hold what surely ends a name or surely makes
 * another thing of it; where words begin and end is asked of a dictionary (`han-words.ts`). Grammar and the usage of
 * the press of the mainland, Hong Kong and Taiwan, written down from knowledge of it. Where several entries begin alike
 * the longest decides.
 */

/** Entries that a template lists. */
const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Titles and forms of address that follow a name. */
export const TITLES: readonly string[] = [
  '总统',
  '總統',
  '副总统',
  '副總統',
  '主席',
  '国家主席',
  '國家主席',
  '总书记',
  '總書記',
  '总理',
  '總理',
  '首相',
  '防卫相',
  '防衛相',
  '防卫大臣',
  '防衛大臣',
  '外相',
  '大臣',
  '部长',
  '部長',
  '副部长',
  '副部長',
  '防长',
  '防長',
  '外长',
  '外長',
  '国防部长',
  '國防部長',
  '外交部长',
  '外交部長',
  '国务卿',
  '國務卿',
  '长官',
  '長官',
  '官房长官',
  '官房長官',
  '发言人',
  '發言人',
  '大使',
  '省长',
  '省長',
  '市长',
  '市長',
  '州长',
  '州長',
  '议长',
  '議長',
  '议员',
  '議員',
  '党首',
  '黨首',
  '委员长',
  '委員長',
  '司令',
  '上将',
  '上將',
  '将军',
  '將軍',
  '国王',
  '國王',
  '教授',
  '博士',
  '先生',
  '女士',
  '小姐',
  '夫妇',
  '夫婦',
  '氏',
  '政府',
  '政权',
  '政權',
  '内阁',
  '內閣',
];

/** Words behind which a short name surely ends, besides those that the dictionary knows. */
export const VERBS_AFTER: readonly string[] = words(`
  表示 认为 認為 指出 强调 強調 宣布 会见 會見 会晤 會晤 访问 訪問 上一 下一 上月 下月 本月 上周 下周 本周 上週
  下週 本週 周一 周二 周三 周四 周五 周六 周日 当晚 當晚 昨晚 今晚 昨 今 说 說 称 稱 在 将 將 于 於 和 与 與 及
  的 是 对 對 向 从 從 同 跟 被 把 让 讓 给 給 往 到 了 据 據 但 已 也 都 还 還 就 又 再 曾 并 並 则 則 却 卻 只
  仍 且 或 每 未 没 沒 不 等 抵 赴 作 致 率 应 應 任 谈 談 通电话 通電話 通话 通話
`);

/** One-character words after which a name may begin: prepositions, conjunctions, particles, 是 and verbs of speech. */
export const WORDS_BEFORE =
  '在的于於了和与與为為是如自但往对對被从從到及由向跟同给給让讓把将將据據说說称稱见見上后後前时時';

/** Forms of address: before them stands a person. */
export const COURTESIES: readonly string[] = words(`
  先生 女士 小姐 太太
`);

/** What follows the given name of an unknown person. */
export const AFTER_GIVEN_NAME: readonly string[] = [...COURTESIES, '教授', '博士'];

/** Occupations, and offices in short, that stand before the name of the person who has them. */
export const OCCUPATIONS: readonly string[] = words(`
  画家 畫家 作家 诗人 詩人 歌手 演员 演員 导演 導演 作曲家 钢琴家 鋼琴家 小提琴家 雕塑家 摄影师 攝影師 设计师
  設計師 建筑师 建築師 艺术家 藝術家 漫画家 漫畫家 小说家 小說家 剧作家 劇作家 评论家 評論家 经济学家 經濟學家
  政治学家 政治學家 历史学家 歷史學家 物理学家 物理學家 科学家 科學家 哲学家 哲學家 学者 學者 律师 律師 教师 教師
  老师 老師 医生 醫生 护士 護士 厨师 廚師 司机 司機 球员 球員 球星 前锋 前鋒 后卫 後衛 门将 門將 教练 教練 选手
  選手 影星 明星 模特 主持人 宇航员 宇航員 太空人 日相 英相
`);

/** Japanese given names behind which the family name of an unknown person, or a firm named after one, is no firm. */
export const JAPANESE_GIVEN_NAMES: readonly string[] = words(`
  一郎 太郎 次郎 二郎 三郎 四郎 五郎 健一 健二 健三 健太郎 章男 喜一郎 英二 俊夫 幸夫 昭夫 康夫 义夫 義夫 信夫
  正雄 义雄 義雄 一雄 晋三 晉三 晋太郎 晉太郎 纯一郎 純一郎 信介 真一 真由美 洋一 洋子 幸子 惠子 裕子 良子 美智子
  由美子 久美子 直子 直树 直樹 秀树 秀樹 茂树 茂樹 大辅 大輔 隆史 浩二 宗一郎 幸之助
`);

/** Characters that are words of their own beside any name. */
export const PARTICLES =
  '在的于於了和与與为為是如自但往对對被從从到及由向跟同给給让讓把将將据據说說称稱见見等也都还還就又曾已并並则則却卻只仍且或每各';

/** What the dictionary may join with the name of a place that is meant. */
export const PLACE_SUFFIXES: readonly string[] = words(`
  市 省 县 縣 区 區 州 府 都 队 隊 军 軍 方
`);

/**
 * After the name of a place, with the place still meant, where a shorter entry of `MAKES_ANOTHER` would deny it, or the
 * dictionary cuts 日本人|均.
 */
export const AFTER_PLACE: readonly string[] = words(`
  人口 人权 人權 人质 人質 人工 人员 人員 人民 人士 人均 人气 人氣 人才 人物 人类 人類 人道 人事 人数 人數 文化
  文学 文學 文件 文明 语言 語言 海军 海軍 海外 海关 海關 海域 海岸 海警 海巡 海上 海底 海洋 洋行 银行业 銀行業
  航空业 航空業 航空母舰 航空母艦 航空自卫队 航空自衛隊 航空局 航空航天 航空隊 航空队 大学生 大學生 塔利班 河北
  河南 路线 路線 路透社 街头 街頭 族群
`);

/** After the name of a place, making another thing of it: people, languages, waters, institutions, clubs. */
export const MAKES_ANOTHER: readonly string[] = words(`
  人 裔 族 语 語 文的 文版 文字 文本 文书 文書 菜 海 洋 湾 灣 河 路 街 塔 寺 半岛 半島 海峡 海峽 群岛 群島 山脉
  山脈 三角洲 盆地 高原 平原 运河 運河 大道 帝国 帝國 王朝 银行 銀行 大学 大學 学院 學院 时报 時報 日报 日報 晚报
  晚報 早报 早報 邮报 郵報 周报 週報 新闻网 新聞網 电视台 電視台 電視臺 通讯社 通訊社 航空 航空公司 铁路 鐵路
  协会 協會 俱乐部 俱樂部 乐团 樂團 交响乐团 交響樂團 爱乐乐团 愛樂樂團 歌剧院 歌劇院 证券交易所 證券交易所
  交易所 共产党 共產黨 共和党 共和黨 民主党 民主黨 国民党 國民黨 自民党 自民黨 条约 條約 协定 協定 协议 協議 宣言
  奥运会 奧運會 世博会 世博會 大使馆 大使館 机场 機場 大桥 大橋 圣日耳曼 聖日耳曼 联队 聯隊 热刺 熱刺 申花 海港队
  海港隊 湖人 快船 勇士队 勇士隊 凯尔特人 凱爾特人 尼克斯 道奇 洋基 尼西亚 尼西亞 尼亚 尼亞 比绍 比紹 广播公司
  廣播公司 战争 戰爭 证券 證券 实业 實業 东路 東路 西路 南路 北路 中路 火箭队 火箭隊 电力公司 電力公司 电信公司 電信公司 铁路公司 鐵路公司 钢铁公司 鋼鐵公司 经济新闻 經濟新聞
`);

/**
 * Heads of institutions that a place and a modifier name together: 国民银行, 艺术大学, 电气集团. No 公司: any country has
 * its 科技公司.
 */
export const INSTITUTION_HEADS: readonly string[] = words(`
  银行 銀行 大学 大學 学院 學院 研究院 研究所 科学院 科學院 医院 醫院 报 報 日报 日報 时报 時報 邮报 郵報 电视台
  電視台 電視臺 通讯社 通訊社 集团 集團 株式会社 株式會社 协会 協會 学会 學會 联盟 聯盟 联合会 聯合會 总会 總會
  商会 商會 工会 工會 基金会 基金會 俱乐部 俱樂部 乐团 樂團 剧团 劇團 剧院 劇院 芭蕾舞团 芭蕾舞團 博物馆 博物館
  美术馆 美術館 图书馆 圖書館 党 黨 交易所
`);

/** Heads of institutions that an organisation and a modifier name together: 联合国|儿童|基金会. */
export const ORGANISATION_HEADS: readonly string[] = words(`
  组织 組織 基金会 基金會 司令部 署 委员会 委員會 协会 協會 大学 大學 研究所
`);

/** Heads that make an institution of the name of an organisation alone: 联合国大学. */
export const NAMED_AFTER_ORGANISATIONS: readonly string[] = words(`
  大学 大學 基金会 基金會
`);

/** Heads that make a building or an institution of the name of a person: 特朗普大厦. */
export const NAMED_AFTER_PERSONS: readonly string[] = words(`
  大学 大學 基金会 基金會 大厦 大廈 酒店 集团 集團
`);

/** Before a person's full name in transliteration: the son, or the father. */
export const YOUNGER_OR_ELDER = '小老';

/** What stands between a place and the head of an institution, and is no verb: 国民, 科学, 电气. */
export const INSTITUTION_MODIFIERS: readonly string[] = words(`
  国民 國民 国家 國家 国立 國立 国际 國際 国营 國營 人民 公民 自由 中央 联邦 聯邦 联合 聯合 皇家 王家 都立 市立
  州立 第一 第二 第三 晚 艺术 藝術 美术 美術 音乐 音樂 戏剧 戲劇 电影 電影 舞蹈 交响 交響 爱乐 愛樂 芭蕾 传媒
  傳媒 科学 科學 理工 师范 師範 外国语 外國語 外语 外語 医科 醫科 医学 醫學 药科 藥科 女子 农业 農業 林业 林業
  工业 工業 工商 商业 商業 政法 财经 財經 体育 體育 足球 篮球 籃球 棒球 奥林匹克 奧林匹克 产业 產業 实业 實業
  兴业 興業 开发 開發 发展 發展 建设 建設 进出口 進出口 储蓄 儲蓄 信托 信託 投资 投資 证券 證券 保险 保險 经济
  經濟 电气 電氣 电力 電力 电信 電信 电报 電報 电话 電話 广播 廣播 铁道 鐵道 铁路 鐵路 航空 造船 钢铁 鋼鐵 重工
  中文 城市 海洋 交通 教育 政治 贸易 貿易 外贸 外貿 邮电 郵電 民族 中医药 中醫藥 浸会 浸會 烟草 煙草 邮政 郵政
  儿童 兒童 妇女 婦女 人口 难民 難民 环境 環境 粮食 糧食 教科文 军 軍 业 業 血液 鸟类 鳥類 保护 保護 消费 消費 科技 电子 電子 汽车 汽車
`);

/** Before the name of a place, making another place of it: 北美洲, 西印度, 东日本, 全日本. */
export const MAKES_ANOTHER_BEFORE = '东東西南北全新大';

/** A word of the dictionary that holds nothing but signs, and what is a country's: 中美, 英法, 美军; 台中 is a city, 朝日 a paper. */
export const SIGN_WORD =
  /^(?!台中|朝日)[中美日韩韓朝俄英法德印澳欧歐台以伊乌烏越菲泰加米独仏露豪]+(?:军|軍|方|媒|企|商|警|籍|关系|關係)?$/;

/** Before the sign of a country. */
export const BEFORE_SIGN = '驻駐访訪对對赴抵在援反亲親旅留涉';

/** After the sign of a country. */
export const AFTER_SIGN: readonly string[] = words(`
  军 軍 方 媒 企 商 警 籍 侧 側 两国 兩國 双方 雙方 三国 三國 政府 关系 關係 首脑 首腦 总统 總統 首相 外长 外長
  防长 防長
`);

/**
 * Words that end with the first character of a name: 发展中 + 国家, 其中 + 国, 今日 + 本, by what precedes it. Asked
 * only where no dictionary is: 关心 + 中国.
 */
export const CROSSING_BEFORE: Readonly<Record<string, string>> = {
  中: '展其之集手心途眼',
  日: '今昨明当當即每翌近生节節次',
};
