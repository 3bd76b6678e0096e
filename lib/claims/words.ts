/** What two texts share: their telling words, weighed by how few events have them. */
import type { ClaimLanguage } from './claim';

const STOP = new Set(
  (
    'the a an and or but of in on at to for from by with as that this these those it its his her their they he she was were is are be been ' +
    'has have had which who whom when where while after before over under into out up down not no new first last year years month months ' +
    'day days week said will would could should may might than then also both two three one between during since until about more most ' +
    'other such only just amid among against per via former chief minister ministers president prime south north korea korean japan japanese ' +
    'u.s united states january february march april may june july august september october november december ' +
    // Kinds and offices are weighed by themselves.
    'met meet meets meeting talks talk held hold holds visit visits visited trip agree agreed agreement sign signed summit leader leaders'
  ).split(' '),
);
/** The same for pairs of characters. */
const STOP_PAIRS = new Set(
  (
    '会談 訪問 合意 大統 統領 首相 防衛 衛相 国防 防相 長官 首脳 会議 両国 日韓 韓国 日本 회담 방문 합의 국방 방장 장관 대통 통령 총리 정상 방위 위상 ' +
    '양국 한일 한국 일본 했다 에서 이다 会谈 访问 两国 防长 总统 首脑 日韩 韩国'
  ).split(' '),
);
const WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}’'-]*/gu;
const HANGUL_RUN = /[가-힣]{2,}/g;
const HAN_OR_KATAKANA_RUN = /[一-鿿々]{2,}|[ァ-ヶー]{2,}/g;

/** English words are the same in all their forms as far as their first letters go. */
const stem = (word: string): string => {
  const bare = word.replace(/['’]s$/, '').replace(/(?:ings?|ed|es|s|ment|ments|ation|al)$/, '');
  return (bare.length >= 3 ? bare : word).slice(0, 7);
};

/** The telling words of a text: stems in English, pairs of characters where no spaces part words. */
export function wordsOf(text: string, language: ClaimLanguage): Set<string> {
  const words = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    for (const part of word.split('-')) if (part.length > 2 && !STOP.has(part)) words.add(stem(part));
  }
  if (language === 'ko')
    for (const [run] of text.matchAll(HANGUL_RUN)) for (const pair of pairsOf(run)) words.add(pair);
  if (language === 'ja' || language === 'zh')
    for (const [run] of text.matchAll(HAN_OR_KATAKANA_RUN)) {
      // A katakana word is one word.
      if (/^[ァ-ヶー]/.test(run)) words.add(run);
      else for (const pair of pairsOf(run)) words.add(pair);
    }
  return words;
}

function pairsOf(run: string): string[] {
  return Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)).filter((pair) => !STOP_PAIRS.has(pair));
}
