/** Dates, lengths of time and counts in the three languages, as `UX.md` 9 has them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Words } from '../../../lib/briefing/words';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../../lib/model/localized';
import { createWords } from '../../../lib/ui/words';

const ROOT = join(import.meta.dirname, '../../..');
const read = (lang: InterfaceLanguage): Words =>
  createWords(lang, JSON.parse(readFileSync(join(ROOT, `public/_locales/${lang}/messages.json`), 'utf8')));
const words = { en: read('en'), ja: read('ja'), ko: read('ko') } as const;

type Row = readonly [text: string, en: string, ja: string, ko: string];
const inAll = ([, en, ja, ko]: Row) => ({ en, ja, ko });
const each = (say: (words: Words) => string) => ({ en: say(words.en), ja: say(words.ja), ko: say(words.ko) });

describe('dates', () => {
  it.each<Row>([
    ['2025-09-08', '8 Sep 2025', '2025年9月8日', '2025년 9월 8일'],
    ['2015-10', 'Oct 2015', '2015年10月', '2015년 10월'],
    ['1979', '1979', '1979年', '1979년'],
    ['2001-04-26~', 'about 26 Apr 2001', '2001年4月26日ごろ', '2001년 4월 26일경'],
    ['2001~', 'about 2001', '2001年ごろ', '2001년경'],
    ['2015-10-20/2015-10-22', '20–22 Oct 2015', '2015年10月20日～22日', '2015년 10월 20일~22일'],
    ['2009-04-28/2009-05-02', '28 Apr – 2 May 2009', '2009年4月28日～5月2日', '2009년 4월 28일~5월 2일'],
    [
      '2024-12-30/2025-01-02',
      '30 Dec 2024 – 2 Jan 2025',
      '2024年12月30日～2025年1月2日',
      '2024년 12월 30일~2025년 1월 2일',
    ],
    ['2015-10-20/2015-10-20', '20 Oct 2015', '2015年10月20日', '2015년 10월 20일'],
    ['2003/2005', '2003–2005', '2003年～2005年', '2003년~2005년'],
  ])('%s', (...row) => {
    expect(each(({ date }) => date(row[0]))).toEqual(inAll(row));
  });

  it('name the weekday where they are asked to', () => {
    expect(each(({ date }) => date('2025-09-08', { weekday: true }))).toEqual({
      en: 'Mon 8 Sep 2025',
      ja: '2025年9月8日(月)',
      ko: '2025년 9월 8일 (월)',
    });
  });

  it('are spoken with the whole month', () => {
    expect(words.en.date('2025-09-08', { long: true })).toBe('8 September 2025');
    expect(words.en.date('2015-10-20/2015-10-22', { long: true })).toBe('20–22 October 2015');
  });

  it('that are none come back as they are', () => {
    expect(words.en.date('sometime')).toBe('sometime');
  });
});

describe('lengths of time', () => {
  it.each([
    [9, 10, { en: '9 years 10 months', ja: '9年10か月', ko: '9년 10개월' }],
    [1, 1, { en: '1 year 1 month', ja: '1年1か月', ko: '1년 1개월' }],
    [15, 0, { en: '15 years', ja: '15年', ko: '15년' }],
    [0, 3, { en: '3 months', ja: '3か月', ko: '3개월' }],
  ])('%i years and %i months', (years, months, expected) => {
    expect(each(({ duration }) => duration(years, months))).toEqual(expected);
  });

  it('are short in pictures', () => {
    expect(each(({ duration }) => duration(9, 10, { short: true }))).toEqual({
      en: '9 yr 10 mo',
      ja: '9年10か月',
      ko: '9년 10개월',
    });
  });
});

describe('messages', () => {
  it('take the plural form of their count', () => {
    expect(words.en.t('namesCount', { n: 1 })).toBe('1 name');
    expect(words.en.t('namesCount', { n: 15 })).toBe('15 names');
    expect(words.ja.t('namesCount', { n: 1 })).toBe('名前1件');
    expect(words.ko.t('namesCount', { n: 15 })).toBe('이름 15개');
  });

  it('group the digits of large counts', () => {
    expect(words.en.t('installingCount', { done: 62_000, total: 90_000 })).toBe(
      'Installing background: 62,000 of 90,000 names',
    );
  });

  it('keep what looks like a placeholder inside a value', () => {
    expect(words.en.t('articleForm', { form: '$DATE$ & $1' })).toBe('in the article: $DATE$ & $1');
  });

  it('show their key when the catalogue lacks them', () => {
    expect(words.en.t('noSuchMessage')).toBe('noSuchMessage');
  });

  it.each<readonly [key: string, en: string, ja: string, ko: string]>([
    [
      'noRole',
      'No office in our record on this date',
      'この日の役職は記録にありません',
      '이 날짜의 직책은 기록에 없습니다',
    ],
    ['fromThisDay', 'from this day', 'この日から', '이날부터'],
    ['untilThisDay', 'until this day', 'この日まで', '이날까지'],
    ['behind', 'Behind this article', 'この記事の背景', '이 기사의 배경'],
    ['previousVisit', 'Previous visit', '前回の訪問', '직전 방문'],
    ['putOff', 'Put off', '延期', '연기'],
    ['calledOff', 'Called off', '中止', '취소'],
    ['announced', 'Announced', '予定', '예정'],
    ['notSettled', 'Not settled in our record', '記録上、決着していません', '기록상 결론이 나지 않았습니다'],
    ['dateNotConfirmed', 'one date not confirmed', '未確認の日付があります', '확인되지 않은 날짜 있음'],
    ['openBriefing', 'Open briefing', 'ブリーフィングを開く', '브리핑 열기'],
    ['whyThis', 'Why this?', '判断の理由', '판단 근거'],
    ['notIt', 'Not it', 'これではない', '이것이 아님'],
    ['whichOne', 'Which one?', 'どれを指しますか', '어느 쪽인가요?'],
    ['pin', 'Pin', '固定', '고정'],
    ['close', 'Close', '閉じる', '닫기'],
    ['undo', 'Undo', '元に戻す', '실행 취소'],
    ['before', 'Before this article', 'この記事より前', '이 기사 이전'],
    ['since', 'Since this article', 'この記事より後', '이 기사 이후'],
    ['dateOriginPage', 'from the page', 'ページの記載', '페이지 표기'],
    ['dateOriginAddress', 'from the address', 'URL', '주소'],
    ['dateOriginReader', 'set by you', '自分で設定', '직접 설정'],
    ['siteOn', 'On for this site', 'このサイトで使う', '이 사이트에서 사용'],
  ])('say %s in the words of the design', (key, en, ja, ko) => {
    expect(each(({ t }) => t(key))).toEqual({ en, ja, ko });
  });

  it('put dates, parties and counts where each language has them', () => {
    const date = '2025-09-08';
    expect(each(({ t, date: say }) => t('asOf', { date: say(date) }))).toEqual({
      en: 'On 8 Sep 2025',
      ja: '2025年9月8日時点',
      ko: '2025년 9월 8일 기준',
    });
    expect(each(({ t, date: say }) => t('leftPost', { date: say('2025-10-21') }))).toEqual({
      en: 'left this post 21 Oct 2025',
      ja: '2025年10月21日に退任',
      ko: '2025년 10월 21일 퇴임',
    });
    expect(each(({ t }) => t('more', { n: 4 }))).toEqual({ en: '4 more', ja: 'ほか4件', ko: '외 4건' });
    expect(INTERFACE_LANGUAGES.map((lang) => words[lang].t('partySays', { party: 'X' }))).toEqual([
      'X says',
      'X側の説明',
      'X 측 설명',
    ]);
  });
});

describe('lengths of time from now', () => {
  const HOUR = 3_600_000;
  it.each<readonly [number, ...Row]>([
    [0, '', 'now', '今', '지금'],
    [-59_999, '', 'now', '今', '지금'],
    [-60_000, '', '1 minute ago', '1 分前', '1분 전'],
    [-3 * HOUR, '', '3 hours ago', '3 時間前', '3시간 전'],
    [-24 * HOUR, '', 'yesterday', '昨日', '어제'],
    [-3.9 * 24 * HOUR, '', '3 days ago', '3 日前', '3일 전'],
    [-40 * 24 * HOUR, '', 'last month', '先月', '지난달'],
    [-800 * 24 * HOUR, '', '2 years ago', '2 年前', '2년 전'],
    [20.5 * HOUR, '', 'in 20 hours', '20 時間後', '20시간 후'],
  ])('%i ms', (ms, ...row) => {
    expect(each(({ relative }) => relative(ms))).toEqual(inAll(row));
  });
});

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1_234, '1.2 kB'],
  [54_321_000, '54 MB'],
  [1_500_000_000, '1.5 GB'],
  [5e15, '5,000,000 GB'],
])('%i bytes', (value, text) => {
  expect(words.en.bytes(value)).toBe(text);
});
