/** Some of the real news pages in both browsers; all of them in `npm run test:soak -- pages`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import { hasRealPages, NO_REAL_PAGES, openRealPages, type RealPages, realPages } from '../support/real-pages';

/** Every so many pages: each takes some five seconds. */
const STEP = 34;

describe.skipIf(!hasRealPages).each<BrowserKind>(['chromium', 'firefox'])(
  `real pages in %s (${NO_REAL_PAGES})`,
  (kind) => {
    let pages: RealPages;

    beforeAll(async () => {
      const opened = await openRealPages(kind, 'flagship');
      if (!opened) throw new Error(`no ${kind}`);
      pages = opened;
    });

    afterAll(() => pages?.close());

    it('notices an error of a content script', async () => {
      expect(await pages.seeError()).toEqual([expect.stringContaining('thrown by a content script')]);
    });

    it.each(realPages().filter((_, i) => i % STEP === 0))(
      '$id: no error, nothing changed, a card at a mark',
      async (real) => {
        const { errors, changed, marks, hasCard } = await pages.see(real);
        expect(errors).toEqual([]);
        expect(changed).toBe('');
        if (marks.length > 0) expect(hasCard).not.toBe(false);
      },
    );
  },
);
