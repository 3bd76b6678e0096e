/** What the background knows of a tab's article: enough for popup and panel, without the article's text. */
import type { ArticleInfo, AsOf, BlockKind, Evidence, Rival } from '../model/article';
import type { Reference } from '../model/ids';

export interface StateMention {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly entity?: Reference;
  readonly candidates?: readonly Reference[];
  readonly evidence: readonly Evidence[];
  readonly rivals: readonly Rival[];
  readonly paint: boolean;
}

/** A block without its text. */
export interface StateBlock {
  readonly id: number;
  readonly length: number;
  readonly kind: BlockKind;
  readonly section: number;
}

export interface PageState {
  readonly page: string;
  readonly status: 'reading' | 'ready' | 'not-article';
  readonly article: ArticleInfo;
  readonly asOf: AsOf;
  readonly blocks: readonly StateBlock[];
  readonly mentions: readonly StateMention[];
  readonly private: boolean;
}
