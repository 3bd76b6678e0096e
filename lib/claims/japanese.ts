/** Japanese phrases that point at time and that count: 「昨年12月」「8日」「10年ぶり」「3度目」「1965年以来初めて」. */
import { counted, type Expression, type Limit, pointer, type Sense } from './expression';
import { readHanNumber } from './numerals';
import type { Lean, Part, When } from './when';

const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911, 明治: 1867 };
const YEARS: Readonly<Record<string, number>> = {
  一昨年: -2,
  おととし: -2,
  昨年: -1,
  去年: -1,
  前年: -1,
  今年: 0,
  ことし: 0,
  本年: 0,
  来年: 1,
  再来年: 2,
};
const MONTHS: Readonly<Record<string, number>> = { 先々月: -2, 先月: -1, 前月: -1, 今月: 0, 来月: 1, 再来月: 2 };
const WEEKS: Readonly<Record<string, number>> = { 先々週: -2, 先週: -1, 今週: 0, 来週: 1, 再来週: 2 };
const DAYS: Readonly<Record<string, number>> = {
  一昨日: -2,
  おととい: -2,
  昨日: -1,
  きのう: -1,
  昨夜: -1,
  昨晩: -1,
  今日: 0,
  きょう: 0,
  本日: 0,
  明日: 1,
  あす: 1,
  あした: 1,
  明後日: 2,
  あさって: 2,
};
const SEASON_YEARS: Readonly<Record<string, number>> = { 昨: -1, 今: 0, 来: 1 };
const SEASONS = { 春: 'spring', 夏: 'summer', 秋: 'autumn', 冬: 'winter' } as const;
const PARTS: Readonly<Record<string, Part>> = {
  上旬: 'early',
  初旬: 'early',
  初め: 'early',
  はじめ: 'early',
  初頭: 'early',
  中旬: 'mid',
  半ば: 'mid',
  下旬: 'late',
  末: 'end',
  前半: 'first-half',
  後半: 'second-half',
  上半期: 'first-half',
  下半期: 'second-half',
};
const WEEKDAYS = '月火水木金土日';
const UNITS: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>> = {
  年: 'year',
  カ月: 'month',
  か月: 'month',
  ヶ月: 'month',
  ヵ月: 'month',
  ケ月: 'month',
  箇月: 'month',
  週間: 'week',
  日: 'day',
};

const DATE =
  /(?:(?<era>令和|平成|昭和|大正|明治)(?<eraYear>元|[0-9０-９一二三四五六七八九十]{1,3})年|(?<year>[12１２][0-9０-９]{3}|[一二][〇零一二三四五六七八九]{3})年|(?<short>[0-9０-９]{2})年(?=[0-9０-９]{1,2}月)|(?<relative>一昨年|おととし|昨年|去年|前年|今年|ことし|本年|来年|再来年)の?)(?<fiscal>度)?(?:(?<season>[春夏秋冬])(?![分節])|(?<month>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})月(?:(?<day>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})日)?)?(?:の?(?<part>上旬|初旬|初め|はじめ|初頭|中旬|半ば|下旬|末|前半|後半|上半期|下半期))?/g;
const MONTH =
  /(?<![0-9０-９一二三四五六七八九十年])(?:(?<relative>先々月|先月|前月|今月|来月|再来月)|(?<month>1[0-2]|１[０-２]|[1-9１-９]|十[一二]?|[一二三四五六七八九])月)(?!曜)(?:の?(?:(?<day>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})日|(?<part>上旬|初旬|初め|はじめ|中旬|半ば|下旬|末|前半|後半)))?/g;
const DAY =
  /(?<![0-9０-９月第.．,，~〜～一二三四五六七八九十])(?<day>[1-9１-９]|[12１２][0-9０-９]|3[01]|３[０１])日(?!間|目|ぶり|以内|以上|前|後|連続|余|当|程度|ほど|もの|分|本|銀|経|米|韓|中|産|系)/g;
const WEEK =
  /(?<week>先々週|先週|今週|来週|再来週)(?:末|の?(?<weekday>[月火水木金土日])曜日?|の?(?<day>[0-9０-９]{1,2})日)?/g;
const WEEKDAY = /(?<![先今来])(?<weekday>[月火水木金土日])曜日/g;
const PLAIN_DAY =
  /一昨日|おととい|昨日|きのう|昨夜|昨晩|今日(?!的)|きょう|本日|明日|あす(?=[、の にはも])|明後日|あさって/g;
const SEASON = /(?<year>[昨今来])(?<season>[春夏秋冬])(?!節)/g;
const AGO =
  /(?<number>[0-9０-９]+|[一二三四五六七八九十百]+|半)(?<unit>年|カ月|か月|ヶ月|ヵ月|ケ月|箇月|週間|日|世紀)(?:半)?(?:余り|あまり|ほど)?前(?!後|半|期|線|夜)/g;
const DECADE = /(?<year>(?:1[5-9]|20)\d0|[１２][０-９]{2}０)年代(?:の?(?<part>前半|後半|初め|初頭|半ば|末))?/g;
const LENGTH =
  /(?<about>約|およそ|ほぼ|実に|じつに)?(?:(?<vague>数十?)年|(?<![数0-9０-９])(?<year>[0-9０-９]+|[一二三四五六七八九十百]+)年(?:と?(?<month>[0-9０-９]+|[一二三四五六七八九十]+)(?:カ|か|ヶ|ヵ|ケ|箇)月)?|(?<only>[0-9０-９]+|[一二三四五六七八九十]+)(?:カ|か|ヶ|ヵ|ケ|箇)月|(?<weeks>[0-9０-９]+)週間|(?<days>[0-9０-９]+)日|(?<century>半世紀|四半世紀|1世紀|１世紀))(?<half>半)?(?<more>以上|余り|あまり|余|超)?ぶり/g;
/** "The first": not 最初の, 年初の, 当初の, and not 初め (beginning) or 初期 (early days). */
const FIRST =
  /(?:(?:史上|戦後|過去|世界|国内|憲政史上|観測史上|統計開始以来|国交正常化後|(?<office>就任後?|政権発足後?|首相として|大統領として|就任以来))[、]?)?(?<![年当月期週最太原])初(?:めて(?!の方|まして|では(?:な|あ)|じゃな)|の(?!頃|うち)|(?=訪問|訪[日韓米中朝露ロ欧]|来日|来韓|外遊|会談|会合|開催|合意|実施|首脳会談|(?:共同)?声明|演習)|(?=[。」、）)]|で[、あ]|だ[。とっ]|とな|となる))/g;
const NTH = /(?<!第|何|[0-9０-９])(?<number>[0-9０-９]{1,3}|[二三四五六七八九十]{1,3})(?:回|度|例)目/g;
const WITHIN = /(?:今年|ことし|本年|今年度|今月|今週)(?:に?入って|[^。、]{0,3})?[、]?$/;
const UNHEARD = /前例のない|前代未聞|空前の|前例がない/g;

const FUTURE =
  /予定|見通し|見込み|方針|計画|調整|する考え|する意向|開く。|訪れる。|訪問する。|行う。|臨む。|開かれる|控え/;
const PAST = /(?:た|だった|という)[。」]?$/;

const num = (text: string | undefined): number | null => (text === undefined ? null : readHanNumber(text));

/** The sentence around a place, for its tense. */
function leanAt(text: string, at: number): Lean {
  const from = text.lastIndexOf('。', at) + 1;
  const stop = text.indexOf('。', at);
  const sentence = text.slice(from, stop < 0 ? text.length : stop + 1).slice(0, 400);
  if (
    FUTURE.test(text.slice(at, stop < 0 ? text.length : stop + 1).slice(0, 200)) &&
    !/予定だった|計画だった/.test(sentence)
  )
    return 'future';
  return PAST.test(sentence) ? 'past' : 'press';
}

export function japaneseExpressions(text: string): Expression[] {
  return [...counts(text), ...pointers(text)];
}

function* counts(text: string): Generator<Expression> {
  for (const match of text.matchAll(LENGTH)) {
    const { about, more, half, year, month, only, weeks, days, century, vague } = match.groups ?? {};
    const sense: Sense =
      more || vague ? 'more' : about === '約' || about === 'およそ' || about === 'ほぼ' ? 'about' : 'plain';
    const months = vague
      ? vague.length > 1
        ? 240
        : 24
      : century
        ? ({ 半世紀: 600, 四半世紀: 300 }[century] ?? 1200)
        : year !== undefined
          ? (num(year) ?? 0) * 12 + (num(month) ?? (half ? 6 : 0))
          : only !== undefined
            ? (num(only) ?? 0)
            : ((num(weeks) ?? 0) * 7 + (num(days) ?? 0)) / 30;
    // "2015年10月以来10年ぶり" is one phrase.
    const since = sinceBefore(text, match.index);
    const start = since?.start ?? match.index;
    if (months > 0)
      yield counted(start, match.index + match[0].length, { ordinal: 1, limit: { kind: 'span', months, sense } });
  }
  for (const match of text.matchAll(FIRST)) {
    const since = sinceBefore(text, match.index);
    const limit: Limit = since?.limit ?? (match.groups?.office ? { kind: 'in-office' } : { kind: 'ever' });
    yield counted(since?.start ?? match.index, match.index + match[0].length, { ordinal: 1, limit });
  }
  for (const match of text.matchAll(NTH)) {
    const ordinal = num(match.groups?.number);
    if (ordinal === null || ordinal < 1) continue;
    const before = WITHIN.exec(text.slice(Math.max(0, match.index - 12), match.index));
    const since = sinceBefore(text, match.index);
    const start = before ? match.index - before[0].length : (since?.start ?? match.index);
    const limit: Limit = before ? { kind: 'within', when: withinOf(before[0]) } : (since?.limit ?? { kind: 'ever' });
    yield counted(start, match.index + match[0].length, { ordinal, limit });
  }
  for (const { 0: word, index } of text.matchAll(UNHEARD))
    yield counted(index, index + word.length, { ordinal: 1, limit: { kind: 'ever' } });
  // "…は2015年10月以来だ": the first since then.
  for (const date of dates(text)) {
    const rest = /^(?:の[^。、]{0,10})?以来(?=[。だと」]|となる|になる|のこと)/.exec(
      text.slice(date.end, date.end + 24),
    );
    if (rest && date.when)
      yield counted(date.start, date.end + rest[0].length, { ordinal: 1, limit: { kind: 'since', when: date.when } });
  }
}

const withinOf = (text: string): When =>
  text.startsWith('今月')
    ? { kind: 'shift', unit: 'month', by: 0 }
    : text.startsWith('今週')
      ? { kind: 'shift', unit: 'week', by: 0 }
      : text.startsWith('今年度')
        ? { kind: 'fiscal', yearShift: 0 }
        : { kind: 'shift', unit: 'year', by: 0 };

/** A "since" shortly before a count, with what it is said of. */
function sinceBefore(text: string, at: number): { start: number; limit: Limit } | null {
  const from = Math.max(0, at - 40);
  const window = text.slice(from, at);
  const since = /(?:以来|以降)[、]?(?:[^。、]{0,6}[、]?)?$/.exec(window);
  if (!since) return null;
  const end = from + since.index;
  for (const date of dates(text.slice(Math.max(0, end - 30), end))) {
    const offset = Math.max(0, end - 30);
    // "2018年の首脳会談以来": the date's event stands between.
    const between = text.slice(date.end + offset, end);
    if (date.when && between.length <= 14 && !/[。、]/.test(between))
      return { start: date.start + offset, limit: { kind: 'since', when: date.when } };
  }
  return {
    start: end,
    limit: /就任|発足/.test(text.slice(Math.max(0, end - 6), end)) ? { kind: 'in-office' } : { kind: 'since-event' },
  };
}

function* pointers(text: string): Generator<Expression> {
  yield* dates(text);
  for (const match of text.matchAll(DECADE)) {
    const from = num(match.groups?.year);
    if (from !== null) yield pointer(match.index, match.index + match[0].length, { kind: 'years', from, to: from + 9 });
  }
  for (const match of text.matchAll(AGO)) {
    const { number, unit } = match.groups ?? {};
    const by = number === '半' ? null : num(number);
    const [index, end] = [match.index, match.index + match[0].length];
    if (unit === '世紀') {
      if (number === '半') yield pointer(index, end, { kind: 'shift', unit: 'year', by: -50 });
    } else if (by !== null && unit && !/[0-9０-９]/.test(text[index - 1] ?? ''))
      yield pointer(index, end, { kind: 'shift', unit: UNITS[unit] ?? 'day', by: -by });
  }
}

function* dates(text: string): Generator<Expression> {
  for (const match of text.matchAll(DATE)) {
    const when = whenOf(match.groups ?? {});
    const end = match.index + match[0].replace(/の$/, '').length;
    // 年度 is a fiscal year, 年代 a decade; 年式 and the like are no dates; 年間 and 年ぶり lengths.
    const next = text.slice(end, end + 3);
    if (!when || /^(?:代|式|型|版|物|産|間|ぶり|以上前|生まれ|債|前(?!半)|後(?!半)|越し|もの)/.test(next)) continue;
    if (match.groups?.relative === '今年' && /^(?:一番|いちばん)/.test(next)) continue;
    yield pointer(match.index, end, when);
  }
  for (const match of text.matchAll(MONTH)) {
    const { relative, month, day, part } = match.groups ?? {};
    const extra = {
      ...(num(day) === null ? {} : { day: num(day) as number }),
      ...(part ? { part: PARTS[part] as Part } : {}),
    };
    const end = match.index + match[0].length;
    if (relative)
      yield pointer(match.index, end, { kind: 'shift', unit: 'month', by: MONTHS[relative] ?? 0, ...extra });
    else if (!/^(?:面|号|期|間|ごと)/.test(text.slice(end, end + 2)))
      yield pointer(match.index, end, {
        kind: 'calendar',
        month: num(month) ?? 0,
        ...extra,
        lean: leanAt(text, match.index),
      });
  }
  for (const match of text.matchAll(DAY)) {
    const day = num(match.groups?.day) ?? 0;
    // The end of a stretch is of the month in which it began.
    if (/日(?:から|～|〜|と|・|、|-)$/.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    yield pointer(match.index, match.index + match[0].length, { kind: 'calendar', day, lean: 'near' });
  }
  for (const match of text.matchAll(WEEK)) {
    const { week, weekday, day } = match.groups ?? {};
    if (day !== undefined) {
      yield pointer(match.index, match.index + match[0].length, { kind: 'calendar', day: num(day) ?? 0, lean: 'near' });
      continue;
    }
    const by = WEEKS[week ?? ''] ?? 0;
    const at = weekday === undefined ? {} : { weekday: WEEKDAYS.indexOf(weekday) };
    yield pointer(match.index, match.index + match[0].length, { kind: 'shift', unit: 'week', by, ...at });
  }
  for (const match of text.matchAll(WEEKDAY)) {
    const weekday = WEEKDAYS.indexOf(match.groups?.weekday ?? '');
    if (/毎週?$/.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
    const lean = leanAt(text, match.index) === 'future' ? 'future' : 'past';
    yield pointer(match.index, match.index + match[0].length, { kind: 'weekday', weekday, lean });
  }
  for (const { 0: word, index } of text.matchAll(PLAIN_DAY))
    yield pointer(index, index + word.length, { kind: 'shift', unit: 'day', by: DAYS[word] ?? 0 });
  for (const match of text.matchAll(SEASON)) {
    const { year, season } = match.groups ?? {};
    yield pointer(match.index, match.index + match[0].length, {
      kind: 'calendar',
      season: SEASONS[season as keyof typeof SEASONS],
      yearShift: SEASON_YEARS[year ?? ''] ?? 0,
    });
  }
}

function whenOf(groups: Readonly<Record<string, string | undefined>>): When | null {
  const { era, eraYear, year, short, relative, fiscal, season, month, day, part } = groups;
  const fixed =
    era !== undefined
      ? (ERAS[era] as number) + (num(eraYear) ?? Number.NaN)
      : year !== undefined
        ? num(year)
        : short !== undefined
          ? // "15年10月": of this century unless that is long to come.
            (num(short) as number) + ((num(short) as number) > 60 ? 1900 : 2000)
          : null;
  if (fixed !== null && Number.isNaN(fixed)) return null;
  const base = fixed === null ? { yearShift: YEARS[relative ?? ''] ?? 0 } : { year: fixed };
  if (fiscal) return { kind: 'fiscal', ...base };
  return {
    kind: 'calendar',
    ...base,
    ...(season === undefined ? {} : { season: SEASONS[season as keyof typeof SEASONS] }),
    ...(num(month) === null ? {} : { month: num(month) as number }),
    ...(num(day) === null ? {} : { day: num(day) as number }),
    ...(part === undefined ? {} : { part: PARTS[part] as Part }),
  };
}
