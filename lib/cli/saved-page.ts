/** A saved page, read as the content script would read it in a browser: everything in it counts as visible. */
import { parseHTML } from 'linkedom';
import type { TextBlock } from '../model/article';
import { toTextBlock } from '../page/extract-blocks';
import { inOneGo } from '../page/in-slices';
import { type ReadArticle, readArticle } from '../page/read-article';

export interface SavedPage extends Omit<ReadArticle, 'blocks'> {
  readonly blocks: readonly TextBlock[];
}

/** `url`: where the page was saved from; its canonical address when it is not given. */
export function readSavedPage(html: string, url?: string): SavedPage {
  // The parser makes a document of what it is given; a browser would put a fragment, or nothing, into a page.
  const page = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document } = parseHTML(page) as unknown as { document: Document };
  const address = url ?? document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  const article = inOneGo(readArticle(document, address));
  return { ...article, blocks: article.blocks.map((block, id) => toTextBlock(block, id)) };
}
