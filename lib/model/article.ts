/** The article as it leaves the page: plain strings and offsets, never nodes. */
import type { Reference } from './ids';
import type { LanguageTag } from './localized';

/** What a block of text is on the page; only `text` and `subhead` are painted by default. */
export type BlockKind = 'headline' | 'subhead' | 'text' | 'quote' | 'caption' | 'credit' | 'byline' | 'list';

/** One block of the article's text. Offsets into `text` are UTF-16 units. */
export interface TextBlock {
  /** Stable while the page lives; chosen by the content script. */
  readonly id: number;
  readonly text: string;
  readonly kind: BlockKind;
  /** Ordinal of the section (between subheads) that the block stands in. */
  readonly section: number;
}

/** Where a publication date was found, best first. */
export const DATE_ORIGINS = ['json-ld', 'meta', 'time', 'text', 'url', 'reader', 'none'] as const;
export type DateOrigin = (typeof DATE_ORIGINS)[number];

/** The as-of date: a calendar day in the publication's own offset, never converted to the reader's zone. */
export interface AsOf {
  /** `2025-09-08`. */
  readonly day: string;
  readonly origin: DateOrigin;
  /** A second date found on the page that differs, with its origin. */
  readonly rival?: { readonly day: string; readonly origin: DateOrigin };
}

/** What is known of the article besides its text. */
export interface ArticleInfo {
  readonly url: string;
  readonly host: string;
  readonly title: string;
  readonly siteName: string;
  readonly lang: LanguageTag;
}

/** Why a mention was accepted; words for it are chosen by the card. */
export type Evidence =
  | { readonly kind: 'full-name' }
  | { readonly kind: 'full-name-elsewhere'; readonly form: string; readonly paragraph: number }
  | { readonly kind: 'title-before'; readonly form: string }
  | { readonly kind: 'abbreviation' }
  | { readonly kind: 'short-form' }
  | { readonly kind: 'context'; readonly with: string }
  | { readonly kind: 'office-on-day'; readonly form: string }
  /** A rule of the reader's says so. */
  | { readonly kind: 'reader' };

/** Why a candidate was refused. */
export type Refusal =
  | 'no-full-name-in-article'
  | 'inside-longer-name'
  | 'needs-context'
  | 'case'
  | 'rival-stronger'
  | 'name-not-valid-on-day'
  | 'unknown-longer-name'
  | 'ambiguous';

/** Another entity that the same form could have meant. */
export interface Rival {
  readonly entity: Reference;
  readonly refusal: Refusal;
}

/** One occurrence of a name, resolved. Exactly one of `entity` and `candidates` is set. */
export interface Mention {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly entity?: Reference;
  /** Close candidates: the reader is asked. */
  readonly candidates?: readonly Reference[];
  /** 0 to 1; ranks, and is never shown. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
  readonly rivals: readonly Rival[];
}
