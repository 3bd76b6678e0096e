/** Korean phrases that point at time and that count: "지난해 12월", "8일", "10년 만에", "이번이 세 번째", "2015년 이후 처음". */
import { counted, type Expression, type Limit, pointer, type Sense } from './expression';
import { readKoreanNumber } from './numerals';
import type { Lean, Part, When } from './when';

const YEARS: Readonly<Record<string, number>> = {
  재작년: -2,
  지난해: -1,
  작년: -1,
  전년: -1,
  올해: 0,
  금년: 0,
  '올 해': 0,
  올: 0,
  내년: 1,
  '다음 해': 1,
  내후년: 2,
};
const MONTHS: Readonly<Record<string, number>> = {
  지지난달: -2,
  지난달: -1,
  '지난 달': -1,
  전월: -1,
  이달: 0,
  '이번 달': 0,
  이번달: 0,
  금월: 0,
  '다음 달': 1,
  다음달: 1,
  내달: 1,
};
const WEEKS: Readonly<Record<string, number>> = {
  지지난주: -2,
  지난주: -1,
  '지난 주': -1,
  '이번 주': 0,
  이번주: 0,
  금주: 0,
  '다음 주': 1,
  다음주: 1,
  내주: 1,
};
const DAYS: Readonly<Record<string, number>> = {
  그저께: -2,
  그제: -2,
  어제: -1,
  어젯밤: -1,
  오늘: 0,
  내일: 1,
  모레: 2,
};
const SEASONS = { 봄: 'spring', 여름: 'summer', 가을: 'autumn', 겨울: 'winter' } as const;
const PARTS: Readonly<Record<string, Part>> = {
  초: 'early',
  초순: 'early',
  상순: 'early',
  중순: 'mid',
  중반: 'mid',
  하순: 'late',
  말: 'end',
  초반: 'early',
  후반: 'late',
  상반기: 'first-half',
  하반기: 'second-half',
};
const WEEKDAYS = '월화수목금토일';
const UNITS: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>> = {
  년: 'year',
  해: 'year',
  개월: 'month',
  달: 'month',
  주: 'week',
  주일: 'week',
  일: 'day',
};
const WORD_DAYS: Readonly<Record<string, number>> = {
  하루: 1,
  이틀: 2,
  사흘: 3,
  나흘: 4,
  닷새: 5,
  엿새: 6,
  이레: 7,
  여드레: 8,
  아흐레: 9,
  열흘: 10,
  보름: 15,
  일주일: 7,
};

const DATE =
  /(?:(?<![\d.,])(?<year>(?:1[5-9]|20)\d\d)년(?!대|형|산|식|생|물|차|간|만에|만의|째|여|짜리|(?:\s*(?:이상(?=[\s이의을])|동안)))(?:도(?=[\s에의는가])(?!\s*예산))?|(?<relative>재작년|지난해|작년|올해|금년|내년|내후년|올(?=\s?(?:봄|여름|가을|겨울|상반기|하반기|\d{1,2}월|초|연말)))(?!말고))(?:\s*(?<season>봄|여름|가을|겨울)|\s*(?<month>1[0-2]|[1-9])월(?:\s*(?<day>3[01]|[12]\d|[1-9])일)?)?(?:\s*(?<part>초순|초반|초(?![가-힣]*(?:등|중|청|대|미|과))|상순|중순|중반|하순|후반|말(?=[\s에까부의,.이로])|상반기|하반기))?/g;
const MONTH =
  /(?<![\d가-힣.])(?:(?<lean>지난|오는|내달)\s*)?(?<month>1[0-2]|[1-9])월(?:\s*(?<day>3[01]|[12]\d|[1-9])일(?!간|째|\s*만|\s*동안))?(?!호)(?:\s*(?<part>초순|초(?=[\s에의까부,.])|상순|중순|하순|말(?=[\s에까부의,.이로])))?/g;
const RELATIVE_MONTH =
  /(?<relative>지지난달|지난\s?달|이달|이번\s?달|다음\s?달|내달)(?:\s*(?<day>3[01]|[12]\d|[1-9])일(?!간|째|\s*만|\s*동안))?(?:\s*(?<part>초순|초(?=[\s에의까부,.])|상순|중순|하순|말(?=[\s에까부의,.이로])))?/g;
const DAY =
  /(?<![\d월.,~∼\-제가-힣])(?<![월달]\s)(?:(?<lean>지난|오는)\s*)?(?<day>3[01]|[12]\d|[1-9])일(?!간|째|\s?만|\s*동안|\s*연속|\s*전|\s*후|\s*뒤|\s*이내|\s*이상|본|씩|정도|가량|여|짜리|차|당)/g;
const WEEK = /(?<week>지지난주|지난\s?주|이번\s?주|다음\s?주|내주)(?:\s*(?<weekday>[월화수목금토일])요일|말)?(?!년)/g;
const WEEKDAY = /(?<lean>지난|오는|이번)?\s?(?<weekday>[월화수목금토일])요일(?!마다)/g;
const PLAIN_DAY = /(?<![가-힣])(?:그저께|그제|어젯밤|어제|오늘(?!날)|내일|모레)/g;
const AGO =
  /(?<![\d.,])(?:(?<number>\d{1,4}|한|두|세|석|네|다섯|여섯|일곱|여덟|아홉|열|십)\s*(?<unit>년|해|개월|달|주일|주|일)|(?<word>하루|이틀|사흘|나흘|닷새|열흘|보름|일주일))(?:여|쯤|가량)?\s*전(?![쟁가선략투문체반면제달])/g;
const DECADE = /(?<year>(?:1[5-9]|20)\d0)년대(?:\s*(?<part>초반|초|중반|후반|말))?/g;
/** Not "지 3일 만에": so long after something, which counts nothing. */
const LENGTH =
  /(?<!지\s)(?<!지)(?<about>약\s?|대략\s?|거의\s?|무려\s?)?(?<![\d.,가-힣])(?:(?<vague>수십|수)\s?년|(?<year>\d{1,4}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|십|이십|삼십)\s?(?:년|해)(?<more>여|\s?이상)?(?:\s?(?<month>\d{1,2})개월)?|(?<only>\d{1,3}|한|두|세|석|네|넉|다섯|여섯|일곱|여덟|아홉|열)\s?(?:개월|달)(?:여)?|(?<weeks>\d{1,3}|[한두세네])\s?주(?:일)?|(?<days>\d{1,4})일|(?<word>하루|이틀|사흘|나흘|닷새|열흘|보름|일주일)|(?<century>반세기|사반세기|4반세기|한 세기))(?:여)?\s?만(?:에|의|이었(?:다|으며|고)|이[다며고]|인(?=[\s.,])|으로|(?=[\s.,)”"’']|$))/g;
const FIRST_TIME =
  /(?:(?<scope>사상|역대|역사상|세계|국내|헌정사상|해방 후|전후)\s?)?(?:(?<office>취임\s?(?:후|이후|뒤)|대통령으로서?|총리로서?|정부\s?(?:출범|들어)\s?(?:후|이후)?)\s?)?(?<!맨\s)(?<![가-힣])처음(?!이\s?아니|은\s?아니|부터|에는|엔|\s?(?:뵙|만나 뵙)|\s?본 |처럼)(?:으로|이다|이며|이고|이라고|인|이었다|이라|입니다|이자)?/g;
const FIRST_EVENT =
  /(?:(?<scope>사상|역대|역사상|세계|국내|헌정사상|올해|올해 들어)\s?)?(?:(?<office>취임\s?(?:후|이후|뒤)|정부\s?출범\s?(?:후|이후)?)\s?)?(?<![가-힣])첫\s?(?:번째\s?)?(?:(?:공식|국빈|단독|양자|해외|대면|한일|한미|한중|남북|북미|북러|미일|미중|국방|외교|합동|연합|공동|양국|정상|고위급|실무|일본|한국|미국|중국)\s?){0,3}(?:방문|방한|방일|방미|방중|방북|방러|회담|정상회담|회동|만남|통화|합의|협정|훈련|연습|성명|공동성명|순방|시험|발사|사례|회의|접촉|교류)/g;
const NTH =
  /(?:(?<within>올해(?:\s?들어)?(?:서만)?|올\s?들어(?:서만)?|이달(?:\s?들어)?|이번\s?달(?:\s?들어)?|금년(?:\s?들어)?)\s?(?:벌써\s?)?)?(?:(?<this>역대|사상|이번이|이번에|벌써|통산|취임 후|취임 이후)\s?)?(?<![가-힣\d])(?<number>\d{1,3}|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)\s?(?:번째|차례째|번\s째)(?<tail>\s?(?:이?다(?=[\s.,]|$)|이며|이고|로\s(?=방문|개최|열|만나|만난|회담|찾|실시|발사)|라고|방문|방한|방일|방미|방중|회담|정상회담|한일|한미|훈련|만남|통화|발사|시험|회동|성명|합의|국빈))?/g;
const UNHEARD = /전례\s?(?:없는|없이|가 없)|유례\s?없는|사상 초유/g;
const SINCE = /(?:이후|이래)(?:로)?[,]?\s?(?:[가-힣\d]+\s){0,2}$/;

const FUTURE = /예정|계획|전망|방침|할 것|앞두|추진|열린다|방문한다|개최한다|만난다|참석한다|한다고 (?:밝|발표)/;

const num = (text: string | undefined): number | null => (text === undefined ? null : readKoreanNumber(text));
const squeeze = (text: string): string => text.replace(/\s+/g, ' ');

function leanAt(text: string, at: number, said: string | undefined): Lean {
  if (said === '지난') return 'past';
  if (said === '오는') return 'future';
  const stop = text.slice(at).search(/[.。!?](?:\s|$)/);
  const rest = text.slice(at, stop < 0 ? at + 200 : at + stop + 1).slice(0, 200);
  if (FUTURE.test(rest) && !/예정이었|계획이었|계획했/.test(rest)) return 'future';
  return /(?:했|었|았|였|됐|졌|렸|났)(?:다|으며|고|지만)/.test(rest) ? 'past' : 'press';
}

export function koreanExpressions(text: string): Expression[] {
  return [...counts(text), ...pointers(text)];
}

function* counts(text: string): Generator<Expression> {
  for (const match of text.matchAll(LENGTH)) {
    const { about, more, year, month, only, weeks, days, word, century, vague } = match.groups ?? {};
    const months = vague
      ? vague.length > 1
        ? 240
        : 24
      : century
        ? century === '반세기'
          ? 600
          : century === '한 세기'
            ? 1200
            : 300
        : year !== undefined
          ? (num(year) ?? 0) * 12 + (num(month) ?? 0)
          : only !== undefined
            ? (num(only) ?? 0)
            : ((num(weeks) ?? 0) * 7 + (num(days) ?? 0) + (WORD_DAYS[word ?? ''] ?? 0)) / 30;
    if (months <= 0) continue;
    const sense: Sense = more || vague ? 'more' : /^(?:약|대략|거의)/.test(about ?? '') ? 'about' : 'plain';
    // "10년 만에 처음으로" is one phrase; "2015년 이후 10년 만에" too.
    const end = match.index + match[0].length;
    const first = /^\s?(?:처음(?:으로|이다)?|첫)/.exec(text.slice(end, end + 8));
    const since = sinceBefore(text, match.index);
    yield counted(since?.start ?? match.index, end + (first?.[0].length ?? 0), {
      ordinal: 1,
      limit: { kind: 'span', months, sense },
    });
  }
  for (const pattern of [FIRST_TIME, FIRST_EVENT]) {
    for (const match of text.matchAll(pattern)) {
      const since = sinceBefore(text, match.index);
      const { office, scope } = match.groups ?? {};
      const limit: Limit = office
        ? { kind: 'in-office' }
        : scope?.startsWith('올해')
          ? { kind: 'within', when: { kind: 'shift', unit: 'year', by: 0 } }
          : (since?.limit ?? { kind: 'ever' });
      yield counted(since?.start ?? match.index, match.index + match[0].trimEnd().length, { ordinal: 1, limit });
    }
  }
  for (const match of text.matchAll(NTH)) {
    const { within, this: said, number, tail } = match.groups ?? {};
    const ordinal = num(number);
    // "두 번째 부인", "세 번째 문단": only what happens is counted.
    if (ordinal === null || !(within || said || tail)) continue;
    const since = sinceBefore(text, match.index);
    const limit: Limit = within
      ? { kind: 'within', when: { kind: 'shift', unit: /^이/.test(within) ? 'month' : 'year', by: 0 } }
      : /취임/.test(said ?? '')
        ? { kind: 'in-office' }
        : (since?.limit ?? { kind: 'ever' });
    yield counted(since?.start ?? match.index, match.index + match[0].trimEnd().length, { ordinal, limit });
  }
  for (const { 0: word, index } of text.matchAll(UNHEARD))
    yield counted(index, index + word.length, { ordinal: 1, limit: { kind: 'ever' } });
}

function sinceBefore(text: string, at: number): { start: number; limit: Limit } | null {
  const from = Math.max(0, at - 30);
  const since = SINCE.exec(text.slice(from, at));
  if (!since) return null;
  const end = from + since.index;
  const offset = Math.max(0, end - 30);
  for (const date of dates(text.slice(offset, end))) {
    const between = text.slice(date.end + offset, end);
    if (date.when && between.length <= 16 && !/[.,]/.test(between))
      return { start: date.start + offset, limit: { kind: 'since', when: date.when } };
  }
  return {
    start: end,
    limit: /취임\s?$/.test(text.slice(offset, end)) ? { kind: 'in-office' } : { kind: 'since-event' },
  };
}

function* pointers(text: string): Generator<Expression> {
  yield* dates(text);
  for (const match of text.matchAll(DECADE)) {
    const from = Number(match.groups?.year);
    yield pointer(match.index, match.index + match[0].length, { kind: 'years', from, to: from + 9 });
  }
  for (const match of text.matchAll(AGO)) {
    const { number, unit, word } = match.groups ?? {};
    const by = word === undefined ? num(number) : (WORD_DAYS[word] ?? null);
    if (by === null) continue;
    yield pointer(match.index, match.index + match[0].length, {
      kind: 'shift',
      unit: word === undefined ? (UNITS[unit ?? ''] ?? 'day') : 'day',
      by: -by,
    });
  }
}

function* dates(text: string): Generator<Expression> {
  const at = (match: RegExpExecArray, when: When): Expression =>
    pointer(
      match.index + (match[0].length - match[0].trimStart().length),
      match.index + match[0].trimEnd().length,
      when,
    );
  for (const match of text.matchAll(DATE)) {
    const { year, relative, season, month, day, part } = match.groups ?? {};
    yield at(match, {
      kind: 'calendar',
      ...(year === undefined ? { yearShift: YEARS[relative ?? ''] ?? 0 } : { year: Number(year) }),
      ...(season === undefined ? {} : { season: SEASONS[season as keyof typeof SEASONS] }),
      ...extras(month, day, part),
    });
  }
  for (const match of text.matchAll(MONTH)) {
    const { lean, month, day, part } = match.groups ?? {};
    if (/(?:년|해|올)\s?$/.test(text.slice(Math.max(0, match.index - 3), match.index))) continue;
    yield at(match, {
      kind: 'calendar',
      ...extras(month, day, part),
      lean: lean === '지난' && day === undefined ? 'before' : leanAt(text, match.index, lean),
    });
  }
  for (const match of text.matchAll(RELATIVE_MONTH)) {
    const { relative, day, part } = match.groups ?? {};
    yield at(match, {
      kind: 'shift',
      unit: 'month',
      by: MONTHS[squeeze(relative ?? '')] ?? 0,
      ...extras(undefined, day, part),
    });
  }
  for (const match of text.matchAll(DAY)) {
    const { lean, day } = match.groups ?? {};
    // The end of a stretch is of the month in which it began.
    if (/일(?:부터|에서|과|,|~|∼)\s?$/.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    const said: Lean = lean === '지난' ? 'past' : lean === '오는' ? 'future' : 'near';
    yield at(match, { kind: 'calendar', day: Number(day), lean: said });
  }
  for (const match of text.matchAll(WEEK)) {
    const { week, weekday } = match.groups ?? {};
    yield at(match, {
      kind: 'shift',
      unit: 'week',
      by: WEEKS[squeeze(week ?? '')] ?? 0,
      ...(weekday === undefined ? {} : { weekday: WEEKDAYS.indexOf(weekday) }),
    });
  }
  for (const match of text.matchAll(WEEKDAY)) {
    const { lean, weekday } = match.groups ?? {};
    if (/(?:매주|주)\s?$/.test(text.slice(Math.max(0, match.index - 3), match.index))) continue;
    const said = leanAt(text, match.index, lean);
    yield at(match, {
      kind: 'weekday',
      weekday: WEEKDAYS.indexOf(weekday ?? ''),
      lean: said === 'future' ? 'future' : 'past',
    });
  }
  for (const match of text.matchAll(PLAIN_DAY))
    yield at(match, { kind: 'shift', unit: 'day', by: DAYS[match[0]] ?? 0 });
}

function extras(month: string | undefined, day: string | undefined, part: string | undefined) {
  return {
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
    ...(part === undefined ? {} : { part: PARTS[part] as Part }),
  };
}
