/** Whether a sentence tells of what was, is or is still to come, and of one person or of an office. */
import type { ClaimLanguage } from './claim';
import type { TextSpan } from './sentences';

interface Sentence extends TextSpan {
  /** Of the whole block. */
  readonly text: string;
}

type Pattern = { test(text: string): boolean };

const TO_COME: Readonly<Record<ClaimLanguage, Pattern>> = {
  en: /\b(?:will (?!be remembered)|would be|is (?:set|due|expected|scheduled|planning|preparing) to|are (?:set|due|expected|scheduled|planning) to|plans to|to become|upcoming|if realized|if it (?:happens|goes ahead))/i,
  ja: /予定(?!だった)|見通し|見込み|方針|調整(?:し|に入)|計画(?!していた|だった)|実現すれば|検討|となる。?$/,
  ko: /예정(?!이었)|계획(?!이었|했)|전망|방침|성사되면|이뤄지면|추진|조율|검토|앞두고/,
  zh: /将(?!军|领|士)|將(?!軍|領|士)|预定|預定|计划|計劃|拟|擬|预计|預計|如果成行/,
};

const OF_ONE: Readonly<Record<ClaimLanguage, Pattern>> = {
  en: /\b(?:his|her)(?: \w+)? (?:first|second|third|fourth|fifth|\d+\w+)/i,
  ja: /初(?:訪[韓日米中露]|来日|来韓|訪問|外遊)|自身(?:初|\d)/,
  ko: /자신의|본인의|개인적/,
  zh: /(?:他|她|其)(?:的)?(?:首次|第[一二三四五六七八九十\d]+次)/,
};

/** Words between or before that make a date what a count looks back at. */
const BACK: Readonly<Record<ClaimLanguage, { readonly before: Pattern; readonly after: Pattern }>> = {
  en: {
    before: /\b(?:since|after|following|last|previous|previously|unlike|before|earlier)\b[^.]*$/i,
    after: /^\s*(?:visit|trip|meeting)?\s*(?:was the last)/i,
  },
  ja: { before: /(?:前回|直近|最後)[^。]*$/, after: /^[^。、]{0,14}(?:以来|以降|に続|を最後)/ },
  ko: { before: /(?:직전|마지막|지난번|앞서|이전)[^.]*$/, after: /^[^.,]{0,16}(?:이후|이래|에 이어|마지막)/ },
  zh: { before: /(?:上次|上一次|最近一次|最后一次|自|继)[^。]*$/, after: /^[^。，]{0,12}(?:以来|以來|之后|之後|以后)/ },
};

export const isOfWhatIsToCome = ({ text, start, end }: Sentence, at: TextSpan, language: ClaimLanguage): boolean =>
  TO_COME[language].test(text.slice(Math.max(start, at.start - 120), Math.min(end, at.end + 80)));

export const isOfOnePerson = ({ text, start, end }: Sentence, at: TextSpan, language: ClaimLanguage): boolean =>
  OF_ONE[language].test(text.slice(Math.max(start, at.start - 8), Math.min(end, at.end + 12)));

/** True for a date that tells what the count looks back at: "since ties were normalised in 1965", 前回は2015年で. */
export function looksBackAt({ text, start }: Sentence, date: TextSpan, language: ClaimLanguage): boolean {
  const { before, after } = BACK[language];
  return (
    before.test(text.slice(Math.max(start, date.start - 60), date.start)) ||
    /^(?:since|after|before)\b/i.test(text.slice(date.start)) ||
    after.test(text.slice(date.end, date.end + 24))
  );
}
