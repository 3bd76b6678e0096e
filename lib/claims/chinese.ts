/** Chinese phrases that point at time and that count: "去年12月", "周三", "时隔七年", "自2015年以来首次", "今年第三次". */
import { counted, type Expression, type Limit, pointer, type Sense } from './expression';
import { readHanNumber } from './numerals';
import type { Lean, Part, When } from './when';

const YEARS: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 今年: 0, 本年: 0, 明年: 1, 后年: 2, 後年: 2 };
const MONTHS: Readonly<Record<string, number>> = {
  上月: -1,
  上个月: -1,
  上個月: -1,
  本月: 0,
  这个月: 0,
  這個月: 0,
  下月: 1,
  下个月: 1,
  下個月: 1,
};
const WEEKS: Readonly<Record<string, number>> = { 上: -1, 本: 0, 这: 0, 這: 0, 下: 1 };
const DAYS: Readonly<Record<string, number>> = {
  前天: -2,
  昨天: -1,
  昨日: -1,
  昨晚: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  後天: 2,
};
const SEASONS = { 春: 'spring', 夏: 'summer', 秋: 'autumn', 冬: 'winter' } as const;
const PARTS: Readonly<Record<string, Part>> = {
  上旬: 'early',
  初: 'early',
  年初: 'early',
  中旬: 'mid',
  中: 'mid',
  下旬: 'late',
  底: 'end',
  末: 'end',
  年底: 'end',
  年末: 'end',
  上半年: 'first-half',
  下半年: 'second-half',
};
const WEEKDAYS = '一二三四五六日';
const UNITS: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>> = {
  年: 'year',
  个月: 'month',
  個月: 'month',
  周: 'week',
  週: 'week',
  星期: 'week',
  天: 'day',
  日: 'day',
};

const DATE =
  /(?:(?<year>(?:1[5-9]|20)\d\d|[一二][〇零一二三四五六七八九]{3})年(?!代|期|级|級|款|版|产|產)|(?<relative>前年|去年|今年|本年|明年|后年|後年))(?:(?<season>[春夏秋冬])[天季]|(?<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:(?<day>3[01]|[12]\d|[1-9]|[一二三四五六七八九十]{1,3})[日号號])?)?(?<part>上旬|中旬|下旬|初|底|末|年初|年底|年末|上半年|下半年)?/g;
const MONTH =
  /(?<![\d年一二三四五六七八九十个個])(?<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:(?<day>3[01]|[12]\d|[1-9]|[一二三四五六七八九十]{1,3})[日号號])?(?<part>上旬|中旬|下旬|初|底|末)?/g;
const RELATIVE_MONTH =
  /(?<relative>上个月|上個月|上月|本月|这个月|這個月|下个月|下個月|下月)(?:(?<day>3[01]|[12]\d|[1-9])[日号號])?(?<part>上旬|中旬|下旬|初|底|末)?/g;
const DAY = /(?<![\d月第.,])(?<day>3[01]|[12]\d|[1-9])[日号號](?!本|元|楼|樓|线|線|机|機|文件|令|间|間)/g;
const WEEKDAY =
  /(?<week>[上本这這下])?(?:个|個)?(?:周|週|星期|礼拜|禮拜)(?<weekday>[一二三四五六日]|天(?![气氣空然下津]))(?![年月季])/g;
const WEEK = /(?<week>[上本这這下])(?:周|週|星期)(?:末)?(?![一二三四五六日]|天(?![气氣空然下津]))/g;
const PLAIN_DAY = /前天|昨天|昨日|昨晚|今天|今日|明天|明日|后天(?!下)|後天/g;
const YEAR_PART = /(?<!\d|[去今明前后後本])(?<part>年初|年底|年末)/g;
const AGO =
  /(?<number>\d+|[一二两兩三四五六七八九十百]+)(?:多|余|餘)?(?<unit>年|个月|個月|周|週|星期|天|日)(?:之)?前(?!后|後|往|夕|线|線|景|途|茅)/g;
const DECADE = /(?:(?<century>二十|20|上)世纪|(?<other>二十|20|上)世紀)(?<decade>[一二三四五六七八九]十|[1-9]0)年代/g;
const WHOLE_DECADE = /(?<year>(?:1[5-9]|20)\d0)年代/g;
const LENGTH =
  /(?:时隔|時隔|相隔|睽违|睽違|暌违)(?<about>近|约|約|将近|將近|超过|超過)?(?:(?<year>\d+|[一二两兩三四五六七八九十百]+)(?<more>多|余|餘)?年(?:(?:零)?(?<month>\d+|[一二三四五六七八九十]+)[个個]月)?|(?<only>\d+|[一二两兩三四五六七八九十]+)(?:多|余|餘)?[个個]月|(?<days>\d+)[天日]|(?<century>半个世纪|半個世紀))(?:后|後|之后|之後)?(?:再次|再度|首次|重新)?/g;
/** "2015年以来" is no length of time. */
const MAX_SPAN_MONTHS = 3_600;
const SPAN_FIRST =
  /(?<about>近|约|約)?(?<year>\d+|[一二两兩三四五六七八九十百]+)(?<more>多|余|餘)?(?:年|(?<month>[个個]月))(?:以)?来(?:的)?(?:首次|首度|第一次|首位|首个|首個|头一次|头一回|最|首|头一)|(?<aboutT>近|約)?(?<yearT>\d+|[一二兩三四五六七八九十百]+)(?<moreT>多|餘)?年(?:以)?來(?:的)?(?:首次|首度|第一次|首位|首個|最|首)/g;
const FIRST =
  /(?:(?<office>就任(?:以来|以來|后|後)|上任(?:以来|以來|后|後)|执政(?:以来|后)|任内|任內)的?)?(?:史上|历史上|歷史上|有史以来|有史以來)?(?<!不是|并非|並非|非)(?:首次|首度|第一次(?!世界|工业|工業|鸦片|鴉片|国共|國共)|头一次|首轮(?!投票))/g;
const NTH =
  /(?:(?<within>今年(?:以来|以來)?(?:内)?|本月|年内|年內)(?:的)?)?(?:(?<this>这是|這是|已是|也是)[^。，,]{0,12}?)?第(?<number>[二三四五六七八九十]{1,3}|\d{1,3})(?:次|度|回)(?!世界|工业|工業|鸦片|鴉片|国共|國共|中东|中東|全国|全國|产业|產業|人口)/g;
const UNHEARD = /史无前例|史無前例|前所未有/g;

const FUTURE = /将(?!军|领|士)|將(?!軍|領|士)|预定|預定|计划|計劃|即将|即將|拟|擬/;

const num = (text: string | undefined): number | null => (text === undefined ? null : readHanNumber(text));

function leanAt(text: string, at: number): Lean {
  const from = text.lastIndexOf('。', at) + 1;
  const stop = text.indexOf('。', at);
  const sentence = text.slice(Math.max(from, at - 30), stop < 0 ? at + 40 : Math.min(stop, at + 40));
  return FUTURE.test(sentence) && !/原定|原计划|原計劃/.test(sentence) ? 'future' : 'press';
}

export function chineseExpressions(text: string): Expression[] {
  return [...counts(text), ...pointers(text)];
}

function* counts(text: string): Generator<Expression> {
  for (const match of text.matchAll(LENGTH)) {
    const { about, more, year, month, only, days, century } = match.groups ?? {};
    const months = century
      ? 600
      : year !== undefined
        ? (num(year) ?? 0) * 12 + (num(month) ?? 0)
        : only !== undefined
          ? (num(only) ?? 0)
          : (num(days) ?? 0) / 30;
    if (months > 0)
      yield counted(match.index, match.index + match[0].length, {
        ordinal: 1,
        limit: { kind: 'span', months, sense: senseOf(about, more) },
      });
  }
  for (const match of text.matchAll(SPAN_FIRST)) {
    const { about, aboutT, year, yearT, more, moreT, month } = match.groups ?? {};
    const months = (num(year ?? yearT) ?? 0) * (month ? 1 : 12);
    const isOfSizes = match[0].endsWith('最');
    if (months > 0 && months <= MAX_SPAN_MONTHS)
      yield counted(match.index, match.index + match[0].length, {
        ordinal: 1,
        limit: { kind: 'span', months, sense: senseOf(about ?? aboutT, more ?? moreT) },
        ...(isOfSizes ? { ofSizes: true } : {}),
      });
  }
  for (const match of text.matchAll(FIRST)) {
    const since = sinceBefore(text, match.index);
    const limit: Limit = match.groups?.office ? { kind: 'in-office' } : (since?.limit ?? { kind: 'ever' });
    yield counted(since?.start ?? match.index, match.index + match[0].length, { ordinal: 1, limit });
  }
  for (const match of text.matchAll(NTH)) {
    const { within, number } = match.groups ?? {};
    const ordinal = num(number);
    if (ordinal === null || ordinal < 2) continue;
    const limit: Limit = within
      ? { kind: 'within', when: { kind: 'shift', unit: within === '本月' ? 'month' : 'year', by: 0 } }
      : (sinceBefore(text, match.index)?.limit ?? { kind: 'ever' });
    yield counted(match.index, match.index + match[0].length, { ordinal, limit });
  }
  for (const { 0: word, index } of text.matchAll(UNHEARD))
    yield counted(index, index + word.length, { ordinal: 1, limit: { kind: 'ever' } });
}

const senseOf = (about: string | undefined, more: string | undefined): Sense =>
  more || /^超/.test(about ?? '') ? 'more' : /近/.test(about ?? '') ? 'nearly' : about ? 'about' : 'plain';

function sinceBefore(text: string, at: number): { start: number; limit: Limit } | null {
  const from = Math.max(0, at - 24);
  const since = /(?:以来|以來|以后|以後|之后|之後)(?:的)?[，,]?[^。，]{0,8}$/.exec(text.slice(from, at));
  if (!since) return null;
  const end = from + since.index;
  const offset = Math.max(0, end - 24);
  for (const date of dates(text.slice(offset, end))) {
    const between = text.slice(date.end + offset, end);
    if (date.when && between.length <= 10 && !/[。，]/.test(between)) {
      const start = date.start + offset;
      return { start: text[start - 1] === '自' ? start - 1 : start, limit: { kind: 'since', when: date.when } };
    }
  }
  return { start: end, limit: { kind: 'since-event' } };
}

function* pointers(text: string): Generator<Expression> {
  yield* dates(text);
  for (const match of text.matchAll(DECADE)) {
    const { decade } = match.groups ?? {};
    const from = 1900 + (num(decade) ?? 0);
    yield pointer(match.index, match.index + match[0].length, { kind: 'years', from, to: from + 9 });
  }
  for (const match of text.matchAll(WHOLE_DECADE)) {
    const from = Number(match.groups?.year);
    yield pointer(match.index, match.index + match[0].length, { kind: 'years', from, to: from + 9 });
  }
  for (const match of text.matchAll(AGO)) {
    const { number, unit } = match.groups ?? {};
    const by = num(number);
    if (by !== null && !/[\d第]/.test(text[match.index - 1] ?? ''))
      yield pointer(match.index, match.index + match[0].length, {
        kind: 'shift',
        unit: UNITS[unit ?? ''] ?? 'day',
        by: -by,
      });
  }
}

function* dates(text: string): Generator<Expression> {
  const at = (match: RegExpExecArray, when: When): Expression =>
    pointer(match.index, match.index + match[0].length, when);
  const extras = (month: string | undefined, day: string | undefined, part: string | undefined) => ({
    ...(num(month) === null ? {} : { month: num(month) as number }),
    ...(num(day) === null ? {} : { day: num(day) as number }),
    ...(part === undefined ? {} : { part: PARTS[part] as Part }),
  });
  for (const match of text.matchAll(DATE)) {
    const { year, relative, season, month, day, part } = match.groups ?? {};
    yield at(match, {
      kind: 'calendar',
      ...(year === undefined ? { yearShift: YEARS[relative ?? ''] ?? 0 } : { year: num(year) as number }),
      ...(season === undefined ? {} : { season: SEASONS[season as keyof typeof SEASONS] }),
      ...extras(month, day, part),
    });
  }
  for (const match of text.matchAll(MONTH)) {
    const { month, day, part } = match.groups ?? {};
    yield at(match, { kind: 'calendar', ...extras(month, day, part), lean: leanAt(text, match.index) });
  }
  for (const match of text.matchAll(RELATIVE_MONTH)) {
    const { relative, day, part } = match.groups ?? {};
    yield at(match, { kind: 'shift', unit: 'month', by: MONTHS[relative ?? ''] ?? 0, ...extras(undefined, day, part) });
  }
  for (const match of text.matchAll(DAY))
    yield at(match, { kind: 'calendar', day: Number(match.groups?.day), lean: 'near' });
  for (const match of text.matchAll(WEEKDAY)) {
    const { week, weekday } = match.groups ?? {};
    if (text[match.index - 1] === '每') continue;
    const index = weekday === '天' ? 6 : WEEKDAYS.indexOf(weekday ?? '');
    if (week) yield at(match, { kind: 'shift', unit: 'week', by: WEEKS[week] ?? 0, weekday: index });
    else
      yield at(match, {
        kind: 'weekday',
        weekday: index,
        lean: leanAt(text, match.index) === 'future' ? 'future' : 'past',
      });
  }
  for (const match of text.matchAll(WEEK))
    yield at(match, { kind: 'shift', unit: 'week', by: WEEKS[match.groups?.week ?? ''] ?? 0 });
  for (const match of text.matchAll(PLAIN_DAY))
    yield at(match, { kind: 'shift', unit: 'day', by: DAYS[match[0]] ?? 0 });
  for (const match of text.matchAll(YEAR_PART))
    yield at(match, { kind: 'shift', unit: 'year', by: 0, part: PARTS[match.groups?.part ?? ''] as Part });
}
