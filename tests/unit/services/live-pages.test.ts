/** The text of open pages: parts, differences, and everything that can be lost on the way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../../../lib/model/article';
import type { PageTextRequest } from '../../../lib/services/exchange';
import { createLivePages, type LivePages } from '../../../lib/services/live-pages';
import { MAX_PAGE_BLOCKS, MAX_PAGE_CHARS } from '../../../lib/text/limits';

const article = { url: 'https://news.example/a', host: 'news.example', title: 'A', siteName: 'News', lang: 'en' };
const block = (id: number, text = `text ${id}`): TextBlock => ({ id, text, kind: 'text', section: 0 });
const TAB = 7;

const request = (fields: Partial<PageTextRequest> = {}): PageTextRequest => ({
  page: 'p1',
  reading: 0,
  revision: 0,
  part: 0,
  of: 1,
  article,
  asOf: null,
  blocks: [],
  removed: [],
  ...fields,
});

/** What comes of a message: the texts in order, or the word. */
function say(pages: LivePages, fields: Partial<PageTextRequest>, tabId = TAB): string | string[] {
  const taken = pages.take(tabId, request(fields));
  return typeof taken === 'string' ? taken : taken.blocks.map(({ text }) => text);
}

describe('the text of a page', () => {
  it.each<[what: string, steps: readonly (readonly [Partial<PageTextRequest>, string | string[]])[]]>([
    ['is there after its only part', [[{ blocks: [block(1), block(2)] }, ['text 1', 'text 2']]]],
    [
      'is there after the last of its parts',
      [
        [{ of: 3, blocks: [block(1)] }, 'more'],
        [{ of: 3, part: 1, blocks: [block(2)] }, 'more'],
        [{ of: 3, part: 2, blocks: [block(3)] }, ['text 1', 'text 2', 'text 3']],
      ],
    ],
    ['is lost when it begins in the middle', [[{ of: 2, part: 1 }, 'lost']]],
    ['is lost when it begins with a difference', [[{ revision: 1 }, 'lost']]],
    [
      'is lost when a part is missing',
      [
        [{ of: 3 }, 'more'],
        [{ of: 3, part: 2 }, 'lost'],
      ],
    ],
    [
      'is lost when a part comes twice',
      [
        [{ of: 3 }, 'more'],
        [{ of: 3, part: 1 }, 'more'],
        [{ of: 3, part: 1 }, 'lost'],
      ],
    ],
    [
      'takes changed, new and removed blocks',
      [
        [{ blocks: [block(1), block(2)] }, ['text 1', 'text 2']],
        [{ revision: 1, blocks: [block(2, 'two'), block(3)], removed: [1] }, ['two', 'text 3']],
        [{ revision: 2, removed: [2, 99] }, ['text 3']],
      ],
    ],
    [
      'is lost when a revision is missing',
      [
        [{ blocks: [block(1)] }, ['text 1']],
        [{ revision: 2 }, 'lost'],
      ],
    ],
    [
      'is lost when the revision before was never whole',
      [
        [{ blocks: [block(1)] }, ['text 1']],
        [{ revision: 1, of: 2, blocks: [block(2)] }, 'more'],
        [{ revision: 2, blocks: [block(3)] }, 'lost'],
      ],
    ],
    [
      'is lost when an older revision comes late',
      [
        [{ blocks: [block(1)] }, ['text 1']],
        [{ revision: 1 }, ['text 1']],
        [{ revision: 1 }, 'lost'],
      ],
    ],
    [
      'begins anew with the first part of everything',
      [
        [{ of: 2, blocks: [block(1)] }, 'more'],
        [{ blocks: [block(5)] }, ['text 5']],
      ],
    ],
    [
      'gives way to the next document of the tab, and is lost for the one before',
      [
        [{ blocks: [block(1)] }, ['text 1']],
        [{ page: 'p2', blocks: [block(2)] }, ['text 2']],
        [{ revision: 1, blocks: [block(3)] }, 'lost'],
      ],
    ],
    [
      'comes in the order of its numbers',
      [[{ blocks: [block(9), block(2), block(10)] }, ['text 2', 'text 9', 'text 10']]],
    ],
  ])('%s', (_, steps) => {
    const pages = createLivePages();
    for (const [fields, result] of steps) expect(say(pages, fields)).toEqual(result);
  });

  it('is each tab’s own', () => {
    const pages = createLivePages();
    say(pages, { blocks: [block(1)] }, 1);
    say(pages, { blocks: [block(2)] }, 2);
    expect(say(pages, { revision: 1 }, 1)).toEqual(['text 1']);
    expect(say(pages, { revision: 1 }, 2)).toEqual(['text 2']);
  });

  it('is forgotten with its tab', () => {
    const pages = createLivePages();
    say(pages, { blocks: [block(1)] });
    pages.forget(TAB);
    expect(say(pages, { revision: 1 })).toBe('lost');
  });

  it('knows the latest that it has given out', () => {
    const pages = createLivePages();
    const first = pages.take(TAB, request({ blocks: [block(1)] }));
    if (typeof first === 'string') throw new Error(first);
    expect(pages.isLatest(TAB, first)).toBe(true);
    pages.take(TAB, request({ revision: 1, of: 2 }));
    expect(pages.isLatest(TAB, first)).toBe(false);
    pages.forget(TAB);
    expect(pages.isLatest(TAB, first)).toBe(false);
  });

  describe('at its bounds', () => {
    const half = 'x'.repeat(MAX_PAGE_CHARS / 2);
    it('leaves out what goes beyond its size, and takes it once there is room', () => {
      const pages = createLivePages();
      expect(say(pages, { blocks: [block(1, half), block(2, half), block(3, 'more')] })).toHaveLength(2);
      expect(say(pages, { revision: 1, removed: [1], blocks: [block(3, 'more')] })).toEqual([half, 'more']);
    });
    it('counts a block that changes a thousand times once', () => {
      const pages = createLivePages();
      say(pages, { blocks: [block(1, half)] });
      for (let revision = 1; revision <= 1000; revision++) {
        say(pages, revision % 2 ? { revision, removed: [1] } : { revision, blocks: [block(1, half)] });
      }
      expect(say(pages, { revision: 1001, blocks: [block(2, half)] })).toHaveLength(2);
    });
    it('drops the old text of a block whose new text does not fit', () => {
      const pages = createLivePages();
      say(pages, { blocks: [block(1, half), block(2, 'short')] });
      expect(say(pages, { revision: 1, blocks: [block(2, `${half}x`)] })).toEqual([half]);
    });
    it('holds no more blocks than a page may have, however they arrive', () => {
      const pages = createLivePages();
      const many = (from: number) => Array.from({ length: MAX_PAGE_BLOCKS }, (_, i) => block(from + i, 'x'));
      say(pages, { of: 2, blocks: many(0) });
      expect(say(pages, { of: 2, part: 1, blocks: many(MAX_PAGE_BLOCKS) })).toHaveLength(MAX_PAGE_BLOCKS);
    });
  });
});

/** The sending side in short: differences while it believes to be understood, everything when told so. */
const edits = fc.array(
  fc.record({
    puts: fc.array(fc.record({ id: fc.nat(6), text: fc.string({ maxLength: 4 }) }), { maxLength: 3 }),
    removes: fc.array(fc.nat(6), { maxLength: 2 }),
    /** The message never arrives; the background is restarted before it. */
    isLost: fc.boolean(),
    isRestarted: fc.boolean(),
  }),
  { maxLength: 12 },
);

it('is, whenever it is answered, what the page has, whatever was lost on the way', () => {
  fc.assert(
    fc.property(edits, (list) => {
      let pages = createLivePages();
      const truth = new Map<number, TextBlock>();
      let revision = -1;
      for (const { puts, removes, isLost, isRestarted } of list) {
        if (isRestarted) pages = createLivePages();
        for (const id of removes) truth.delete(id);
        for (const { id, text } of puts) truth.set(id, block(id, text));
        const changed = puts.map(({ id }) => truth.get(id)).filter((entry) => entry !== undefined);
        revision += 1;
        const message =
          revision === 0
            ? request({ blocks: [...truth.values()] })
            : request({ revision, blocks: changed, removed: removes });
        if (isLost) continue;
        let taken = pages.take(TAB, message);
        if (taken === 'lost') {
          revision = 0;
          taken = pages.take(TAB, request({ blocks: [...truth.values()] }));
        }
        if (typeof taken === 'string') throw new Error(`${taken} after everything`);
        expect(taken.blocks).toEqual([...truth.values()].sort((a, b) => a.id - b.id));
      }
    }),
    { seed: 20250908, numRuns: 500 },
  );
});
