/** Words by which texts tell what kind of thing happened, and the kinds of events that they may mean. */
import type { ClaimLanguage } from '../claim';

export type ClaimKind =
  | 'visit'
  | 'summit'
  | 'meeting'
  | 'statement'
  | 'agreement'
  | 'exercise'
  | 'incident'
  | 'leadership-change';

/** Kinds of events that a word may mean, with how well it does: a president's visit is a summit in the record. */
export const KINDS_MEANT: Readonly<Record<ClaimKind, Readonly<Record<string, number>>>> = {
  visit: { visit: 1, summit: 0.7, trip: 1 },
  summit: { summit: 1, meeting: 0.4 },
  meeting: { meeting: 1, summit: 0.9, visit: 0.8, conference: 1, agreement: 0.5 },
  statement: { statement: 1, declaration: 1, summit: 0.6, meeting: 0.5, agreement: 0.5 },
  agreement: { agreement: 1, treaty: 1, summit: 0.3 },
  exercise: { exercise: 1, drill: 1 },
  incident: { incident: 1, attack: 1, accident: 1, disaster: 1, dispute: 1 },
  'leadership-change': { 'leadership-change': 1, election: 1, appointment: 1, resignation: 1 },
};

/** A longer word first where one holds another: a summit is also a meeting. */
export const KIND_WORDS: Readonly<
  Record<ClaimLanguage, Readonly<Record<ClaimKind, { [Symbol.matchAll](text: string): Iterable<RegExpExecArray> }>>>
> = {
  en: {
    visit:
      /\b(?:visit(?:s|ed|ing)?|trips?|travel(?:s|ed|led|ing)?|tours?|toured|flew|set foot|headed (?:to|for)|left for|departed for|arriv(?:es?|ed|al|ing)|journey|stopover|went to|landed)\b/gi,
    summit: /\bsummits?\b/gi,
    meeting: /\b(?:meet(?:s|ing|ings)?|met|talks?|dialogue|conferred|hosted|negotiations?|consultations?)\b/gi,
    statement:
      /\b(?:joint (?:press |written )?(?:statements?|declarations?|documents?|texts?|communiqu[eé])|declarations?|communiqu[eé])\b/gi,
    agreement:
      /\b(?:agree(?:d|s|ment|ments|ing)?|deals?|pacts?|treat(?:y|ies)|accords?|sign(?:ed|ing)|memorandum|normali[sz](?:e[ds]?|ing|ation)|ratif\w+|concluded|suspen(?:d(?:ed)?|sion)|terminat(?:e|es|ed|ion))\b/gi,
    exercise: /\b(?:exercises?|drills?|maneuvers?|manoeuvres?|war games?)\b/gi,
    incident:
      /\b(?:incidents?|lock-on|lock(?:ed|ing) on|rows?|disputes?|attack(?:s|ed)?|shelling|shelled|sinking|sank|sunk|parades?|martial law|launch(?:es|ed)?|fired|collisions?|clash(?:es|ed)?|coup|rulings?|ruled|encounter(?:s|ed)?|irradiat\w+)\b/gi,
    'leadership-change':
      /\b(?:elections?|elected|resign(?:s|ed|ing|ation)?|inaugurat(?:ed|ion)|took office|taking office|appoint(?:ed|ment)|impeach(?:ed|ment)|ousted|ouster|remov(?:ed|al)|sworn in|stepp?(?:ed|ing) down|reshuffle|polls)\b/gi,
  },
  ja: {
    visit: /訪問|訪[韓日米中朝露ロ英仏独印台比越豪](?![問])|来日|来韓|来訪|訪れ|外遊|寄港|立ち寄り|入港/g,
    summit: /首脳会談|首脳会議|サミット/g,
    meeting: /会談|会合|会議|協議|対話|会見(?!し)|会った|会う|面会/g,
    statement: /共同(?:声明|文書|宣言|プレス|発表|新聞発表)/g,
    agreement: /合意|一致した|協定|条約|調印|署名|締結|正常化|国交|発効|終了|破棄|効力/g,
    exercise: /訓練|演習/g,
    incident: /照射|事件|事故|砲撃|撃沈|沈没|パレード|戒厳|発射|遭遇|衝突|攻撃|判決|低空飛行|対立|問題/g,
    'leadership-change': /大統領選|総裁選|選挙|総選挙|選出|当選|就任|辞任|罷免|弾劾|退陣|内閣改造|発足|交代/g,
  },
  ko: {
    visit: /방문|방한|방일|방미|방중|방북|방러|순방|찾았|찾은|찾아|기착|입항|기항/g,
    summit: /정상회담|정상회의/g,
    meeting: /회담|회의|회동|만나|만났|만난|만남|대화|협의|통화/g,
    statement: /공동\s?(?:성명|선언|발표문|문서|언론발표)/g,
    agreement: /합의|협정|조약|체결|서명|조인|국교|수교|종료|파기|효력|정상화(?!담)|협약/g,
    exercise: /훈련|연습/g,
    incident: /사건|사고|조준|레이더|포격|침몰|피격|열병식|계엄|발사|갈등|충돌|공격|판결|위협\s?비행/g,
    'leadership-change': /대선|선거|당선|선출|취임|사임|사퇴|파면|탄핵|퇴임|개각|출범/g,
  },
  zh: {
    visit: /访问|訪問|访[韩日美华中朝俄英法德](?!问)|訪[韓日美華中朝俄](?!問)|出访|出訪|到访|到訪|抵达|抵達/g,
    summit: /首脑会[谈议晤]|首腦會[談議晤]|峰会|峰會/g,
    meeting: /会谈|會談|会晤|會晤|会议|會議|对话|對話|会见|會見|磋商/g,
    statement: /(?:联合|聯合|共同)(?:声明|聲明|宣言|文件|公报|公報)/g,
    agreement: /协议|协定|条约|签署|缔结|建交|邦交|正常化|協議|協定|條約|簽署|達成一致|达成一致/g,
    exercise: /演习|演習|军演|軍演|训练|訓練/g,
    incident:
      /事件|照射|炮击|砲擊|沉没|沉沒|阅兵|閱兵|戒严|戒嚴|发射|發射|冲突|衝突|袭击|襲擊|火控雷达|火控雷達|判决|判決/g,
    'leadership-change': /选举|選舉|大选|大選|当选|當選|就任|上任|辞职|辭職|辞任|罢免|罷免|弹劾|彈劾|下台/g,
  },
};

/** Planned, and not held: put off, called off. */
export const CALLED_OFF: Readonly<Record<ClaimLanguage, { test(text: string): boolean }>> = {
  en: /\b(?:put off|postpon\w+|cancel\w*|called off|shelved|scrapped|had planned|was to have|withdr[ae]w\w*|pulled out|delayed|abandon\w+)\b/i,
  ja: /延期|見送|中止|取りやめ|取り消|撤回|予定だった|計画していた/,
  ko: /연기|보류|취소|무산|철회|예정이었|계획이었|계획했|불발/,
  zh: /推迟|推遲|取消|延期|搁置|擱置|原定|原计划|原計劃|中止|撤销/,
};

/** Somebody said it then: the day is that of the saying. */
export const REPORTED: Readonly<Record<ClaimLanguage, { test(text: string): boolean }>> = {
  en: /\b(?:said|told|says|added|wrote|quoted|reported|according to|tweeted|posted|remarked|commented|stressed|noted|insisted|claimed)\b/i,
  ja: /述べ|語っ|話し|明らかにし|発表し|強調し|説明し|指摘し|報じ|伝え|投稿し|表明し|コメント/,
  ko: /밝혔|밝힌|말했|전했|발표했|강조했|설명했|보도했|지적했|주장했|덧붙였|언급했/,
  zh: /表示|称|稱|说|說|指出|强调|強調|报道|報道|報導|透露|宣布|写道|寫道/,
};

/** Of three countries, or of more than two. */
export const THREE_WAY: { test(text: string): boolean } =
  /trilateral|three-way|three countries|日米韓|日韓米|米日韓|3カ国|３カ国|三カ国|3か国|한미일|한·미·일|3국|삼국|日美韩|日美韓|美日韩|美日韓|三国|三國|三方/i;

/** Of two, said without their names. */
export const TWO_WAY: { test(text: string): boolean } =
  /\b(?:the two(?! [a-z]+ (?:days|weeks|months|years))|both (?:sides|ministers|leaders|men)|bilateral|one-on-one)\b|両(?:氏|者|首脳|国|防衛相|大臣)|두\s(?:장관|정상|사람|나라)|양(?:국|측|자|\s?정상|\s?장관)|[两兩](?:人|国|國)|双方|雙方/i;

/** The first of several destinations: an order of visits to several countries, not a count of visits to one. */
export const DESTINATIONS: { test(text: string): boolean } =
  /\b(?:destination|first stop)\b|訪問先|外遊先|訪問国|방문국|방문지|순방지|首站|出访地|首访/i;

/**
 * What narrows a count: "the first formal meeting". A series that does not say that it counts only such contradicts
 * nothing.
 */
export const QUALIFIERS: readonly { test(text: string): boolean }[] = [
  /\b(?:formal|official)\b|公式|正式|공식/i,
  /\bstate visit|国賓|国事|國事|국빈/i,
  /\b(?:bilateral|two-way)\b|2国間|二国間|２国間|양자|双边|雙邊/i,
  /\b(?:one-on-one|stand-alone|standalone)\b|単独|단독|单独|單獨/i,
  /\b(?:full-fledged|full-scale)\b|本格的|본격/i,
];
