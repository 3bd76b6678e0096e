/** What assistive technology is told of card, popup and panel, and the options as their search shows them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GalleryBrowser, type GalleryPage } from '../support/gallery-browser';
import { spokenTree } from '../support/spoken';

let browser: GalleryBrowser;
let gallery: GalleryPage;
beforeAll(async () => {
  browser = await GalleryBrowser.start();
  gallery = await browser.open('en');
}, 120_000);
afterAll(() => browser?.close());

describe('what assistive technology is told', () => {
  it.each(['card-person', 'popup-ready', 'popup-no-access'])('of %s is as it was', async (name) => {
    await gallery.draw(name);
    // How many of each the packs know is not what is told about here.
    const told = (await spokenTree(gallery.page)).map((line) => line.replace(/\b\d+ (?=[a-z])/g, 'N '));
    expect(told.join('\n')).toMatchSnapshot();
  });

  it('of the panel: headings in order, who is who as a list, the picture as a sentence, verdicts with their phrase', async () => {
    await gallery.draw('panel-talks-2025');
    const told = await spokenTree(gallery.page);
    const levels = told.flatMap((line) => /^\s*heading (\d)/.exec(line)?.[1] ?? []).map(Number);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    // One step down at a time; up as far as needed.
    expect(levels.filter((level, i) => i > 0 && level > (levels[i - 1] as number) + 1)).toEqual([]);
    const cast = told.findIndex((line) => /heading \d "Who is who on 8 Sep 2025"/.test(line));
    const list = told.slice(cast).findIndex((line) => /^\s*list/.test(line));
    expect(list).toBeGreaterThan(0);
    expect(told.slice(cast + list).find((line) => line.includes('Gen Nakatani'))).toBeDefined();
    expect(told.some((line) => /slider "20 visits, 1979 to 8 September 2025\./.test(line))).toBe(true);
    const phrase = told.findIndex((line) => line.includes('in a decade'));
    const verdict = told.findIndex((line) => line.includes('Fits our record'));
    expect(phrase).toBeGreaterThan(-1);
    expect(Math.abs(verdict - phrase)).toBeLessThanOrEqual(3);
  });
});

describe('the options', () => {
  it('are found by a word of theirs, section by section, and all there again without one', async () => {
    await gallery.draw('options-default');
    const { page } = gallery;
    const shown = () =>
      page.evaluate(() => {
        const isSeen = (element: Element) => element.getClientRects().length > 0;
        const texts = (selector: string) =>
          [...document.querySelectorAll(selector)].filter(isSeen).map((element) => element.textContent);
        return {
          nav: texts('nav a'),
          settings: texts('.setting legend, .setting label[for]'),
          none: texts('[role="status"]').join(''),
        };
      });
    const all = await shown();
    expect(all.nav).toEqual(['Appearance', 'Marks and card', 'Languages']);
    await page.type('input[type="search"]', ' more CONTRAST');
    expect(await shown()).toMatchObject({ nav: ['Appearance'], settings: ['Contrast'] });
    await page.$eval('input[type="search"]', (field) => (field as HTMLInputElement).select());
    await page.type('input[type="search"]', 'flags');
    expect(await shown()).toMatchObject({
      nav: [],
      settings: [],
      none: expect.stringContaining('No option says “flags”.'),
    });
    await page.$eval('input[type="search"]', (field) => (field as HTMLInputElement).select());
    await page.keyboard.press('Backspace');
    expect(await shown()).toEqual(all);
  });
});
