/**
 * Every state of every view in a real browser: nothing that axe finds, nothing that scrolls sideways, nothing cut off,
 * and nothing later than the article's day.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { KeyInput } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../lib/model/localized';
import { GalleryBrowser, type GalleryPage } from '../support/gallery-browser';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TIMEOUT_MS = 120_000;

/** What axe looks for: colours hang on the theme; of the rest, only names and words hang on the language. */
const ALL: RunOptions = { rules: { 'target-size': { enabled: true } } };
const COLOURS: RunOptions = { runOnly: ['color-contrast'] };
const WORDS: RunOptions = {
  runOnly: { type: 'tag', values: ['cat.language', 'cat.name-role-value', 'cat.text-alternatives'] },
};

/** One drawing of every view, and what is looked at in it. */
interface Pass {
  readonly how: string;
  readonly look: NonNullable<Parameters<GalleryPage['draw']>[1]>;
  readonly axe?: RunOptions;
  /** Whether all has room and can be hit. */
  readonly room: boolean;
}
const PASSES: Readonly<Record<InterfaceLanguage, readonly Pass[]>> = {
  en: [
    // Two columns are the same in every language; what fits at 280 px has room as it is designed.
    { how: 'as designed', look: {}, axe: ALL, room: true },
    { how: 'by night', look: { theme: 'dark' }, axe: COLOURS, room: false },
    { how: 'at 640 px', look: { width: 640 }, room: true },
    { how: 'at 280 px', look: { width: 280 }, room: true },
    { how: 'with text at 200 %', look: { text: 2 }, room: true },
  ],
  ja: [
    { how: 'at 280 px', look: { width: 280 }, axe: WORDS, room: true },
    // No language of ours is written from the right, but a browser may be.
    { how: 'from right to left', look: { dir: 'rtl' }, room: true },
    { how: 'with text at 200 %', look: { text: 2 }, room: true },
  ],
  ko: [
    { how: 'at 280 px', look: { width: 280 }, axe: WORDS, room: true },
    { how: 'with text at 200 %', look: { text: 2 }, room: true },
  ],
};

let browser: GalleryBrowser;
beforeAll(async () => {
  browser = await GalleryBrowser.start();
}, TIMEOUT_MS);
afterAll(() => browser?.close());

declare const axe: { run(options: RunOptions): Promise<AxeResults> };

/** Elements that reach over the page's edge, and words that their box cuts off. */
function findOverflow(): string[] {
  const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page'] : [];
  const edge = document.documentElement.clientWidth + 1;
  const over = [...document.querySelectorAll<HTMLElement>('#root *')]
    .filter((element) => !element.closest('.visually-hidden, svg'))
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > edge || left < -1;
    })
    .map((element) => `${element.localName}.${element.className}: ${element.textContent?.slice(0, 40)}`);
  // Around the picture there is a gutter, into which the bearing of a letter may reach.
  const { width = 0 } = document.querySelector('.strip > svg')?.getBoundingClientRect() ?? {};
  const cut = [...document.querySelectorAll<SVGTextElement>('.strip text')]
    .filter((text) => {
      const { x, width: own } = text.getBBox();
      return x < -4 || x + own > width + 4;
    })
    .map((text) => `strip: ${text.textContent}`);
  return [...wide, ...over, ...cut];
}

/** Words of the picture that stand on each other. */
function findCollisions(): string[] {
  return [...document.querySelectorAll('.strip > svg')].flatMap((svg) => {
    const boxes = [...svg.querySelectorAll('text')]
      .filter((text) => text.textContent !== '')
      .map((text) => ({ text: text.textContent, box: text.getBBox() }));
    return boxes.flatMap(({ text, box }, i) =>
      boxes
        .slice(i + 1)
        .filter(({ box: other }) => {
          const across = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
          const down = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
          // Boxes of text have air above and below: a few px of it may be shared.
          return across > 1 && down > box.height / 3;
        })
        .map(({ text: other }) => `${text} / ${other}`),
    );
  });
}

/** What stands in a view more than once and has one place. */
function findDoubles(): string[] {
  return ['h1', 'main', 'search'].filter((one) => document.querySelectorAll(one).length > 1);
}

/** Controls smaller than 24 px that are not links in running text. */
function findSmallTargets(): string[] {
  return [...document.querySelectorAll<HTMLElement>('button, .chip, select, input:not(.visually-hidden, .strip-walk)')]
    .filter((element) => !element.closest('.check, .where-place'))
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width < 24 || height < 24;
    })
    .map((element) => element.textContent || element.className);
}

describe.each(INTERFACE_LANGUAGES)('the views in %s', (lang) => {
  let gallery: GalleryPage;
  let names: string[];
  beforeAll(async () => {
    gallery = await browser.open(lang);
    await gallery.page.evaluate(AXE);
    names = await gallery.names();
  }, TIMEOUT_MS);
  afterAll(() => gallery?.page.close());

  const checkAll = async (look: Pass['look'], check: () => Promise<unknown[]>) => {
    const found: Record<string, unknown[]> = {};
    for (const name of names) {
      await gallery.draw(name, look);
      const problems = await check();
      if (problems.length > 0) found[name] = problems;
    }
    return found;
  };

  const findByAxe = (options: RunOptions) =>
    gallery.page.evaluate(async (wanted) => {
      // The headline of a panel is its first heading; a card in a frame of its own needs no landmark.
      const rules = wanted.runOnly ? {} : { ...wanted.rules, region: { enabled: false } };
      const { violations } = await axe.run({ ...wanted, rules, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    }, options);

  it.each(PASSES[lang])(
    'have nothing for axe to find, cut nothing off, scroll no way but down and can be hit $how',
    async ({ look, axe, room }) => {
      expect(
        await checkAll(look, async () => [
          ...(axe ? await findByAxe(axe) : []),
          ...(room
            ? [
                ...(await gallery.page.evaluate(findOverflow)),
                ...(await gallery.page.evaluate(findCollisions)),
                ...(await gallery.page.evaluate(findDoubles)),
                ...(await gallery.page.evaluate(findSmallTargets)),
              ]
            : []),
        ]),
      ).toEqual({});
    },
    TIMEOUT_MS,
  );

  it('show date, lead claim with its verdict, whole picture and four names on the first screen of a panel', async () => {
    await gallery.draw('panel-talks-2025');
    const bottoms = await gallery.page.evaluate(() =>
      ['.date-line .as-of', '.claim-head .verdict', '.strip', '.cast-row:nth-child(4) strong'].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().bottom ?? Number.NaN,
      ),
    );
    expect(Math.max(...bottoms)).toBeLessThanOrEqual(640);
  });

  it('give two accounts equal room, the same type and a source each', async () => {
    await gallery.draw('card-accounts');
    const accounts = await gallery.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.accounts-columns > section')].map((account) => {
        const { width, top } = account.getBoundingClientRect();
        const { fontSize, fontWeight, color } = getComputedStyle(account.querySelector('p') ?? account);
        return {
          width: Math.round(width),
          top: Math.round(top),
          type: [fontSize, fontWeight, color].join(),
          hasSource: account.querySelector('a, .sources') !== null,
        };
      }),
    );
    expect(accounts).toHaveLength(2);
    expect(accounts[0]?.hasSource).toBe(true);
    expect(accounts[1]).toEqual(accounts[0]);
  });

  it.runIf(lang === 'en')('say what a card has to say in 70 words, a date being one and sources none', async () => {
    const cards = ['card-person', 'card-earlier-role', 'card-other-script', 'card-capital', 'card-agreement'];
    for (const name of cards) {
      await gallery.draw(name);
      const text = await gallery.page.evaluate(() => {
        document.querySelector('.sources')?.remove();
        return [...document.querySelectorAll<HTMLElement>('.card-head, .card-body')]
          .map((part) => part.innerText)
          .join(' ');
      });
      const words = text.replace(/\d{1,2} \w{3} \d{4}/g, 'date').match(/[\p{L}\p{N}'’.-]+/gu) ?? [];
      expect(words.length, `${name}: ${words.join(' ')}`).toBeLessThanOrEqual(70);
    }
  });

  it('tell nothing later than the article before it is asked for', async () => {
    for (const [name, year] of [
      ['panel-talks-2025', 2025],
      ['panel-talks-2025-list', 2025],
      ['panel-talks-2015', 2015],
      ['panel-radar-2018', 2018],
      ['panel-filter-choices', 2025],
      ['panel-read-as-2015-list', 2015],
      ['pair-met-posts', 2025],
      ['pair-by-posts', 2015],
      ['pair-read-as-2015', 2015],
      ['card-person', 2025],
      ['card-accounts', 2018],
      ['card-earlier-role', 2025],
      ['card-capital', 2025],
      ['entity-person', 2025],
      ['entity-many-roles', 2025],
      ['entity-capital', 2025],
      ['search-events', 2025],
      ['search-names', 2025],
    ] as const) {
      await gallery.draw(name);
      const html = await gallery.page.evaluate(() => {
        // The record's end and the one line about today are meant to be later; so may a second date of the page be.
        for (const element of document.querySelectorAll('.panel-head, .now, .entity-packs')) element.remove();
        // The years under the picture's axis, which runs to the record's end, tell nothing.
        for (const label of document.querySelectorAll('.strip text')) {
          if (/^\d{4}$/.test(label.textContent ?? '')) label.remove();
        }
        return document.body.innerHTML;
      });
      const years = [...html.matchAll(/(?<![\d/.-])(?:19|20)\d\d(?!\d)/g)].map(([found]) => Number(found));
      expect({ name, later: years.filter((found) => found > year) }).toEqual({ name, later: [] });
    }
  });
});

describe('the picture of a timeline', () => {
  it('is one stop for the keyboard that walks from event to event and reads each out', async () => {
    const { page, draw } = await browser.open('en').then((gallery) => ({ page: gallery.page, draw: gallery }));
    await draw.draw('panel-talks-2025');
    const slider = () =>
      page.evaluate(() => {
        const { ariaValueText, ariaLabel } = document.activeElement as HTMLElement;
        return { text: ariaValueText, label: ariaLabel, under: document.querySelector('.walked')?.textContent };
      });
    await page.focus('.strip-walk');
    const start = await slider();
    expect(start.label).toBe(
      '20 visits, 1979 to 8 September 2025. 9 years 10 months between the last two from Japan. 2 later ones hidden.',
    );
    expect(start.text).toMatch(/^8–9 September 2025, from Japan to South Korea, /);
    await page.keyboard.press('ArrowLeft');
    const before = await slider();
    expect(before.text).toMatch(/^4 December 2024, from Japan to South Korea, Put off: /);
    expect(before.under).toContain('Put off');
    await page.keyboard.press('Home');
    expect((await slider()).text).toMatch(/^25–26 July 1979/);
    await page.keyboard.press('End');
    expect((await slider()).text).toBe(start.text);
    await page.close();
  });
});

describe('the search field', () => {
  it('is a combobox: the arrows walk its results, Enter opens the chosen one, Escape lets go', async () => {
    const gallery = await browser.open('en');
    const { page } = gallery;
    await gallery.draw('search-names');
    const state = () =>
      page.evaluate(() => {
        const field = document.activeElement as HTMLElement;
        const chosen = document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
        const list = document.getElementById(field.getAttribute('aria-controls') ?? '');
        return {
          role: field.role,
          list: list?.role,
          options: list?.querySelectorAll('[role=option]').length ?? 0,
          selected: [...document.querySelectorAll('[aria-selected=true]')].map(({ id }) => id),
          chosen: chosen?.textContent ?? null,
          id: chosen?.id ?? null,
        };
      });
    await page.focus('input[type=search]');
    const start = await state();
    expect(start).toMatchObject({ role: 'combobox', list: 'listbox', selected: [], chosen: null });
    expect(start.options).toBeGreaterThan(3);
    await page.keyboard.press('ArrowDown');
    const first = await state();
    expect(first.chosen).toMatch(/^Gen Nakatani/);
    expect(first.selected).toEqual([first.id]);
    await page.keyboard.press('ArrowUp');
    expect((await state()).chosen).toBeNull();
    await page.keyboard.press('ArrowUp');
    const last = await state();
    expect(last.chosen).not.toBeNull();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect((await state()).id).toBe(first.id);
    await page.keyboard.press('Escape');
    expect((await state()).chosen).toBeNull();
    await page.close();
  });
});

describe('the page of an entity', () => {
  it('tells where the reader is: its heading has the focus', async () => {
    const gallery = await browser.open('en');
    await gallery.draw('entity-person');
    expect(await gallery.page.evaluate(() => document.activeElement?.outerHTML)).toMatch(/^<h1.*Gen Nakatani/);
    await gallery.page.close();
  });
});

describe('the panel’s menu', () => {
  it('opens, goes about and closes by keys, and gives the focus back', async () => {
    const gallery = await browser.open('en');
    const { page } = gallery;
    await gallery.draw('export-held');
    const focused = () => page.evaluate(() => document.activeElement?.textContent || document.activeElement?.ariaLabel);
    const isOpen = () => page.evaluate(() => document.querySelector('[role="menu"]') !== null);
    const keys = async (...names: readonly KeyInput[]) => {
      for (const name of names) await page.keyboard.press(name);
      return focused();
    };
    await page.focus('.panel-head [aria-haspopup="menu"]');
    expect(await keys('Enter')).toBe('Follow the tab');
    expect(await keys('ArrowDown')).toBe('Copy as Markdown');
    expect(await keys('End')).toBe('Options');
    expect(await keys('ArrowDown')).toBe('Follow the tab');
    expect(await keys('ArrowUp')).toBe('Options');
    expect(await keys('Home')).toBe('Follow the tab');
    expect(await keys('p')).toBe('Print…');
    expect(await keys('Escape')).toBe('More actions');
    expect(await isOpen()).toBe(false);
    expect(await keys('ArrowUp')).toBe('Options');
    // Tab goes on from the button, as if the menu had never been open.
    expect(await keys('Tab')).toBe('change');
    expect(await isOpen()).toBe(false);
    await page.close();
  });
});

describe('the options', () => {
  it('are reached by Tab one after the other, each once, and a chosen one is seen', async () => {
    const gallery = await browser.open('en');
    const { page } = gallery;
    await gallery.draw('options-default');
    /** Every control that Tab should come to: of radio buttons the one that is chosen. */
    const wanted = await page.evaluate(() => {
      const controls = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')];
      const reachable = controls.filter(
        (control) =>
          control.tabIndex >= 0 &&
          !(control as HTMLButtonElement).disabled &&
          control.checkVisibility() &&
          !(control instanceof HTMLInputElement && control.type === 'radio' && !control.checked),
      );
      for (const [i, control] of reachable.entries()) control.dataset.stop = String(i);
      return reachable.length;
    });
    expect(wanted).toBeGreaterThan(10);
    const stops: string[] = [];
    const unseen: string[] = [];
    for (let i = 0; i < wanted; i++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const control = document.activeElement as HTMLElement;
        // What is hidden itself shows its focus in what stands for it.
        const shown = control.closest('label')?.querySelector<HTMLElement>('.chip, .switch') ?? control;
        const { outlineStyle, boxShadow } = getComputedStyle(shown);
        return {
          at: control.dataset.stop ?? control.outerHTML,
          isSeen: outlineStyle !== 'none' || boxShadow !== 'none',
        };
      });
      stops.push(stop.at);
      if (!stop.isSeen) unseen.push(stop.at);
    }
    expect(stops).toEqual(Array.from({ length: wanted }, (_, i) => String(i)));
    expect(unseen).toEqual([]);
    await page.close();
  });
});
