/** The words that the interface's page fixes, in three languages: said as they stand there, under one key. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

/** Messages by key; `{name}` stands where a placeholder does. */
function messages(lang: string): Map<string, string> {
  const catalogue = JSON.parse(readFileSync(join(ROOT, `public/_locales/${lang}/messages.json`), 'utf8')) as Record<
    string,
    { message: string }
  >;
  return new Map(
    Object.entries(catalogue).map(([key, { message }]) => [
      key,
      message.replace(/\$(\w+)\$/g, (_, name: string) => `{${name.toLowerCase()}}`),
    ]),
  );
}
const [en, ja, ko] = ['en', 'ja', 'ko'].map(messages) as [
  Map<string, string>,
  Map<string, string>,
  Map<string, string>,
];

const WORDING: readonly (readonly [en: string, ja: string, ko: string])[] = [
  ['On {date}', '{date}時点', '{date} 기준'],
  ['Now:', '現在：', '현재:'],
  ['since {date}', '{date}から', '{date}부터'],
  ['until {date}', '{date}まで', '{date}까지'],
  ['left this post {date}', '{date}に退任', '{date} 퇴임'],
  [
    'still in office on {date}, where our record ends',
    '記録の終わる{date}時点で在任',
    '기록이 끝나는 {date} 현재 재임',
  ],
  ['Earlier:', '以前：', '이전:'],
  ['No office in our record on this date', 'この日の役職は記録にありません', '이 날짜의 직책은 기록에 없습니다'],
  ['from this day', 'この日から', '이날부터'],
  ['until this day', 'この日まで', '이날까지'],
  ['Behind this article', 'この記事の背景', '이 기사의 배경'],
  ['Previous visit', '前回の訪問', '직전 방문'],
  ['Put off', '延期', '연기'],
  ['Called off', '中止', '취소'],
  ['Announced', '予定', '예정'],
  ['{party} says', '{party}側の説明', '{party} 측 설명'],
  ['Not settled in our record', '記録上、決着していません', '기록상 결론이 나지 않았습니다'],
  ['one date not confirmed', '未確認の日付があります', '확인되지 않은 날짜 있음'],
  ['Sources', '出典', '출처'],
  ['Open briefing', 'ブリーフィングを開く', '브리핑 열기'],
  ['Why this?', '判断の理由', '판단 근거'],
  ['Not it', 'これではない', '이것이 아님'],
  ['Which one?', 'どれを指しますか', '어느 쪽인가요?'],
  ['Pin', '固定', '고정'],
  ['Close', '閉じる', '닫기'],
  ['Undo', '元に戻す', '실행 취소'],
  ['in the article: {form}', '記事の表記：{form}', '기사 표기: {form}'],
  ['Who is who on {date}', '{date}時点の人物・組織', '{date} 기준 인물·기관'],
  ['Before this article', 'この記事より前', '이 기사 이전'],
  ['On the day', '当日', '당일'],
  ['Since this article', 'この記事より後', '이 기사 이후'],
  ['What the article counts', '記事の「初めて」「〜ぶり」', '기사 속 ‘처음’과 ‘~ 만에’'],
  ['What its dates refer to', '日付が指す出来事', '날짜가 가리키는 사건'],
  ['Fits our record', 'Sidelightの記録と合う', 'Sidelight 기록과 맞음'],
  ['Our record has an earlier one', 'Sidelightの記録にはそれ以前の例がある', 'Sidelight 기록에 더 이른 사례가 있음'],
  ['Our record does not reach', 'Sidelightの記録の範囲外', 'Sidelight 기록의 범위 밖'],
  ['We count: {what}', '数え方：{what}', '집계 기준: {what}'],
  ['Our record ends {date}', '記録は{date}まで', '기록은 {date}까지'],
  ['this article is {n} days later', 'この記事はその{n}日後', '이 기사는 그보다 {n}일 뒤'],
  ['Complete from {date}; partial before', '{date}以降は網羅、それ以前は一部', '{date} 이후 전체, 그 이전은 일부'],
  ['{duration} without a visit', '訪問なし：{duration}', '{duration}간 방문 없음'],
  ['from the page', 'ページの記載', '페이지 표기'],
  ['from the address', 'URL', '주소'],
  ['set by you', '自分で設定', '직접 설정'],
  [
    'No date found: shown as of today. Counts are not checked.',
    '日付が見つからないため、今日の時点で表示しています。「〜ぶり」は照合しません。',
    '날짜를 찾지 못해 오늘 기준으로 표시합니다. ‘~ 만에’는 대조하지 않습니다.',
  ],
  ['On for this site', 'このサイトで使う', '이 사이트에서 사용'],
  ['Only this page', 'このページだけ', '이 페이지만'],
  ['Always on this site', 'このサイトで常に使う', '이 사이트에서 항상'],
  ['Marks', 'マーク', '표시'],
  ['Quiet', 'なし', '없음'],
  ['First', '初出のみ', '첫 등장'],
  ['All', 'すべて', '모두'],
];

describe('the wording', () => {
  it.each(WORDING)('“%s” is 「%s」 and “%s”', (english, japanese, korean) => {
    const keys = [...en].flatMap(([key, message]) => (message.includes(english) ? [key] : []));
    const saying = keys.filter((key) => ja.get(key)?.includes(japanese) && ko.get(key)?.includes(korean));
    const asTheyAre = keys.map((key) => `${key}: ${ja.get(key)} / ${ko.get(key)}`);
    expect(saying, asTheyAre.join('\n')).not.toEqual([]);
  });
});
