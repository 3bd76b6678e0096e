/** Titles of works in a text: what they say of time is no claim of the article's. */

interface TitleSpan {
  readonly start: number;
  readonly end: number;
}

/** Marks that only titles stand in. */
const MARKED = /『[^』]{1,80}』|《[^》]{1,80}》|〈[^〉]{1,60}〉/g;
/** Quotation marks in which a title may stand, or somebody's words. */
const QUOTED = /“([^”“]{1,80})”|"([^"\n]{1,80})"|‘([^’‘]{1,60})’/g;
const SMALL = /^(?:a|an|the|of|in|on|and|or|to|for|from|at|by|with|vs|as)$/;
/** Names before a quotation that make it a title: the film “In 2018”. */
const WORK_BEFORE =
  /(?:film|movie|book|novel|song|album|documentary|series|drama|play|show|game|memoir|titled|entitled|called|영화|소설|드라마|노래|책|저서|映画|小説|ドラマ|電影|电影)\s*[,:]?\s*$/i;

/** Spans of titles: by their marks, by the word before them, or written as titles are. */
export function titleSpans(text: string): TitleSpan[] {
  const spans = [...text.matchAll(MARKED)].map(({ 0: whole, index }) => ({ start: index, end: index + whole.length }));
  for (const match of text.matchAll(QUOTED)) {
    const inner = match[1] ?? match[2] ?? match[3] ?? '';
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    if (WORK_BEFORE.test(before) || isTitleCase(inner))
      spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

/** "The Last Summit of 2018": several words, all but the small ones with capitals, and no sentence. */
function isTitleCase(text: string): boolean {
  if (/[,.!?]$/.test(text)) return false;
  const words = text.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  if (words.length < 2 || words.length > 10) return false;
  return (
    words.every((word, i) => /^[^\p{L}]*\p{Lu}/u.test(word) || /^\d/.test(word) || (i > 0 && SMALL.test(word))) &&
    words.some((word) => /\p{Lu}/u.test(word))
  );
}
