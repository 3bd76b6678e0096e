/** Everything that is read out of a page in one look: where its article is, its blocks of text, its date, what it says of itself. */
import type { ArticleInfo, AsOf } from '../model/article';
import { createExclusion } from './exclusion';
import { type ExtractedBlock, extractBlocks } from './extract-blocks';
import { findArticle } from './find-article';
import { findDate } from './find-date';
import type { Sliced } from './in-slices';
import { readPageInfo } from './page-info';

export interface ReadArticle {
  /** False: the page does not look like an article, and there are no blocks. */
  readonly found: boolean;
  readonly blocks: readonly ExtractedBlock[];
  readonly info: ArticleInfo;
  /** `null`: nothing on the page gives a day. */
  readonly asOf: AsOf | null;
}

/** `insist`: the reader wants the page read even where nothing in it looks like an article; then it is all of it. */
export function* readArticle(document: Document, url: string, { insist = false } = {}): Sliced<ReadArticle> {
  const isExcluded = createExclusion(document);
  const element = (yield* findArticle(document, isExcluded)) ?? (insist ? document.body : null);
  return {
    found: element !== null,
    blocks: element ? yield* extractBlocks(element, isExcluded) : [],
    info: readPageInfo(document, element, url),
    asOf: findDate(document, element, url),
  };
}
