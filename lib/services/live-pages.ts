/**
 * The text of open articles, as it arrives in parts and is kept up to date by differences. In memory only: a background
 * that was stopped has lost it, and whatever does not follow on what is here is answered with "send all".
 */
import type { ArticleInfo, AsOf, TextBlock } from '../model/article';
import { MAX_PAGE_BLOCKS, MAX_PAGE_CHARS } from '../text/limits';
import type { PageTextRequest } from './exchange';

/** One tab's article. */
export interface LivePage {
  readonly page: string;
  readonly reading: number;
  readonly article: ArticleInfo;
  readonly asOf: AsOf | null;
  /** In the order of their numbers. */
  readonly blocks: readonly TextBlock[];
}

interface Text {
  readonly page: string;
  revision: number;
  nextPart: number;
  /** As it was read last; `null` while parts of a revision are missing. */
  whole: LivePage | null;
  readonly blocks: Map<number, TextBlock>;
  chars: number;
}

export interface LivePages {
  /** Takes one part: the page as it is now, `more` while parts are missing, `lost` when it does not fit what is here. */
  take(tabId: number, request: PageTextRequest): LivePage | 'more' | 'lost';
  /** True while nothing newer has arrived from the tab. */
  isLatest(tabId: number, page: LivePage): boolean;
  forget(tabId: number): void;
}

export function createLivePages(): LivePages {
  const texts = new Map<number, Text>();

  return {
    take(tabId, request) {
      const { page, reading, revision, part } = request;
      if (revision === 0 && part === 0) {
        texts.set(tabId, { page, revision, nextPart: 0, whole: null, blocks: new Map(), chars: 0 });
      }
      const text = texts.get(tabId);
      if (!text || text.page !== page || !follows(text, revision, part)) return 'lost';
      text.revision = revision;
      text.nextPart = part + 1;
      for (const id of request.removed) remove(text, id);
      for (const block of request.blocks) put(text, block);
      text.whole = null;
      if (text.nextPart < request.of) return 'more';
      const blocks = [...text.blocks.values()].sort((a, b) => a.id - b.id);
      text.whole = { page, reading, article: request.article, asOf: request.asOf, blocks };
      return text.whole;
    },

    isLatest: (tabId, page) => texts.get(tabId)?.whole === page,

    forget(tabId) {
      texts.delete(tabId);
    },
  };
}

/** The next part of this revision or, once it is whole, the first of the next: nothing in between may be lost. */
function follows(text: Text, revision: number, part: number): boolean {
  if (part === 0 && revision > 0) return text.whole !== null && revision === text.revision + 1;
  return revision === text.revision && part === text.nextPart;
}

function remove(text: Text, id: number): void {
  text.chars -= text.blocks.get(id)?.text.length ?? 0;
  text.blocks.delete(id);
}

/** A block beyond the page's bounds is left out, its older text too: offsets into that would be wrong. */
function put(text: Text, block: TextBlock): void {
  remove(text, block.id);
  if (text.blocks.size >= MAX_PAGE_BLOCKS || text.chars + block.text.length > MAX_PAGE_CHARS) return;
  text.blocks.set(block.id, block);
  text.chars += block.text.length;
}
