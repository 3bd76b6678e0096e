/** The words of an English text with their places. */
export interface Token {
  /** As written. */
  readonly text: string;
  /** In small letters, without a possessive ending. */
  readonly word: string;
  readonly start: number;
  /** Without a possessive ending. */
  readonly end: number;
  readonly isPossessive: boolean;
  /** Ordinal of the sentence that it stands in. */
  readonly sentence: number;
}

const TOKEN =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:['’.-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|\p{N}+(?:[.,](?=\p{N})\p{N}+)*(?:['’-]?\p{L}+(?:-[\p{L}\p{N}]+)*)?|[^\s\p{L}\p{N}]/gu;
const POSSESSIVE = /['’]s$/i;
const STOP = /^[.?!]$/;
/** Abbreviations whose full stop ends no sentence; initials are seen by their length. */
const ABBREVIATED =
  /^(?:mr|mrs|ms|dr|prof|gen|lt|col|sgt|capt|gov|sen|rep|st|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|no|vs|u\.s|u\.k|u\.n|d\.c|inc|ltd|co|corp|jr|sr|mon|tues?|wed|thurs?|fri|sat|sun)$/;

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let isEnded = false;
  for (const { 0: raw, index } of text.matchAll(TOKEN)) {
    const bare = raw.replace(POSSESSIVE, '');
    const isWord = /[\p{L}\p{N}]/u.test(raw);
    if (isEnded && isWord) {
      const previous = tokens.at(-2)?.word ?? '';
      const isAbbreviated = tokens.at(-1)?.text === '.' && (ABBREVIATED.test(previous) || /^\p{L}$/u.test(previous));
      if (!isAbbreviated && !/^\p{Ll}/u.test(raw)) sentence += 1;
      isEnded = false;
    }
    if (/\n/.test(text.slice(tokens.at(-1)?.end ?? 0, index))) sentence += 1;
    tokens.push({
      text: bare,
      word: bare.toLowerCase(),
      start: index,
      end: index + bare.length,
      isPossessive: bare !== raw,
      sentence,
    });
    if (STOP.test(raw)) isEnded = true;
    else if (isEnded && isWord) isEnded = false;
  }
  return tokens;
}
