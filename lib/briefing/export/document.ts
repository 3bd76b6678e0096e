/** What an export says, before it is Markdown or a page: sections of lines, each line with the sources of what it states. */
import type { LanguageTag, ShownText } from '../../model/localized';
import type { Words } from '../words';

/** A stretch of a line. Its text is foreign until a writer has escaped it. */
export interface Span {
  readonly text: string;
  /** Where it is not the document's language. */
  readonly lang?: LanguageTag;
  /** The reader's language was missing, and this one serves. */
  readonly fallback?: boolean;
  readonly style?: 'strong' | 'as-of';
}

/** `notes`: numbers of the sources of what the line states; none only where it states nothing of the record. */
export interface Line {
  readonly spans: readonly Span[];
  readonly notes: readonly number[];
}

/** An item of a list, with what belongs to it. */
export interface Row extends Line {
  readonly under?: readonly Line[];
}

export interface Section {
  readonly level: 2 | 3;
  readonly heading: readonly Span[];
  readonly lines: readonly Line[];
  readonly rows: readonly Row[];
}

/** A source as it is listed: publisher, title, what else is known of it. */
export interface Note {
  readonly publisher: Span;
  readonly title: Span | null;
  readonly url: string | null;
  /** Date or version, in the reader's words. */
  readonly detail: string | null;
  readonly archived: string | null;
}

export interface ExportDocument {
  readonly lang: LanguageTag;
  readonly title: Span;
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
  /** What was left out, and why. */
  readonly leftOut: string | null;
  /** In the order of their numbers, which begin at 1. */
  readonly notes: readonly Note[];
}

export const say = (text: string): Span => ({ text });

/** A text of a record as a span, with its language. */
export const shown = ({ text, lang, fallback }: ShownText, style?: Span['style']): Span => ({
  text,
  lang,
  ...(fallback ? { fallback } : {}),
  ...(style ? { style } : {}),
});

/** Cannot occur in a message. */
const CUT = '\u0000';

/** A message whose placeholders are spans: each language keeps its own order of words. */
export function phrase(words: Words, key: string, parts: Readonly<Record<string, readonly Span[]>>): Span[] {
  const marked = Object.fromEntries(Object.keys(parts).map((part) => [part, `${CUT}${part}${CUT}`]));
  return words
    .t(key, marked)
    .split(CUT)
    .flatMap((piece, i) => (i % 2 === 1 ? (parts[piece] ?? []) : piece === '' ? [] : [say(piece)]));
}

/** Spans with something between them. */
export const joined = (parts: readonly (readonly Span[])[], between: string): Span[] =>
  parts.filter((part) => part.length > 0).flatMap((part, i) => (i === 0 ? part : [say(between), ...part]));
