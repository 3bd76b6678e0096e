/** Pages that live: React, frames within frames, full screen, tabs that nobody sees, documents that are no pages (T62, T66, T67, T90). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import type { ExtensionCopy } from '../support/extension-copy';
import { flagshipOnly } from '../support/flagship';
import { type NewsProxy, type OtherHost, startNewsProxy } from '../support/news-proxy';
import { ReactArticle } from '../support/react-article';
import { reactPage } from '../support/react-page';
import { Reader, sleep, until } from '../support/reader';

const SITES = join(import.meta.dirname, '../sites');
const SITE = 'https://www.japantimes.co.jp/living';
const ARTICLE = readFileSync(
  join(SITES, 'www.japantimes.co.jp/news/2025/09/08/japan/nakatani-seoul-talks.html'),
  'utf8',
);
const RENDERINGS = 100;
const FRAMES = 30;

const SENTENCE = 'Gen Nakatani met Ahn Gyu-back in Seoul and they spoke about exercises. '.repeat(8);
/** What a browser shows that is no page of HTML. */
const DOCUMENTS: readonly (readonly [what: string, type: string, body: string])[] = [
  ['an XML document', 'application/xml', `<?xml version="1.0"?><news><item>${SENTENCE}</item></news>`],
  ['a drawing', 'image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg"><text y="20">${SENTENCE}</text></svg>`],
  ['plain text', 'text/plain', `${SENTENCE}\n`.repeat(2_000)],
  ['data', 'application/json', JSON.stringify({ text: SENTENCE })],
  ['a document that cannot be parsed', 'application/xml', '<news><item>'],
  ['an empty page', 'text/html', ''],
];

/** Errors of the page and of ours in it. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => {
    // What Firefox says of a document that it cannot read itself.
    if (!/XML Parsing Error/.test(String(error))) errors.push(String(error));
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && /Sidelight|extension:/.test(message.text())) errors.push(message.text());
  });
  return errors;
}

/** A host whose style sheet comes late and whose pictures never do. */
const SLOW = 'slow.example';
const answerLate: OtherHost = ({ url }, response) => {
  if (url !== '/late.css') return;
  setTimeout(() => response.writeHead(200, { 'content-type': 'text/css' }).end('.late { display: none }'), LATE_MS);
};
const LATE_MS = 1_000;

/** What the background keeps of a tab's page. */
async function keptOf(tabId: number): Promise<string> {
  const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  return JSON.stringify(await api.storage.session.get(`page:${tabId}`));
}

describe.each<BrowserKind>(['chromium', 'firefox'])('living pages in %s', (kind) => {
  let proxy: NewsProxy;
  let reader: Reader;
  let copy: ExtensionCopy;

  beforeAll(async () => {
    proxy = await startNewsProxy(SITES, { [SLOW]: answerLate });
    proxy.serve(`${SITE}/react`, await reactPage());
    copy = flagshipOnly(kind);
    reader = await Reader.start(kind, { proxy: proxy.address, extension: copy.path });
  });

  afterAll(async () => {
    await reader?.close();
    await proxy?.close();
    copy?.remove();
  });

  it('lets React take its article over and render it a hundred times, and follows', async () => {
    const page = await reader.open(`${SITE}/react`);
    // The first page of all may have come before it, and what is not seen is not read again.
    await page.bringToFront();
    await page.evaluate(() => window.takeOver());
    for (let turn = 1; turn <= RENDERINGS; turn++) {
      await page.evaluate((number) => window.renderAgain(number), turn);
      // Some of the marks are drawn between two renderings.
      if (turn % 20 === 0) await sleep(600);
    }
    expect(await page.evaluate(() => window.complaints)).toEqual([]);
    expect(await page.evaluate(() => document.getElementById('root')?.innerHTML.replaceAll('<!-- -->', ''))).toBe(
      renderToString(createElement(ReactArticle, { turn: RENDERINGS })).replaceAll('<!-- -->', ''),
    );
    await until('the marks of the last rendering', async () => {
      const { texts } = await reader.marks(page);
      return texts.includes('Gen Nakatani') && !texts.includes('Ahn Gyu-back') && !texts.includes('');
    });
    await reader.restOn(page, 'Gen Nakatani');
    expect(await reader.cardText(await reader.card(page))).toContain('Gen Nakatani');
    await page.close();
  });

  it('marks a text when it is painted: before its last picture, and after the style sheet that hides some of it', async () => {
    const address = `${SITE}/slow`;
    const sheet = `<link rel="stylesheet" href="https://${SLOW}/late.css">`;
    const hidden = '<p class="late">Han Min-koo was not to be seen that day.</p>';
    proxy.serve(
      address,
      `${sheet}${ARTICLE}`.replace('</article>', `${hidden}<img src="https://${SLOW}/never.png" alt=""></article>`),
    );
    const page = await reader.browser.newPage();
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    await reader.untilMarked(page);
    expect(await page.evaluate(() => document.readyState)).toBe('interactive');
    const options = await reader.extensionPage('options.html');
    const tab = await reader.tabId(address, options);
    const known = await options.evaluate(keptOf, tab);
    expect(known).toContain('gen-nakatani');
    expect(known).not.toContain('han-min-koo');
    await options.close();
    await page.close();
  });

  it('leaves a tab alone until the reader looks at it', async () => {
    const address = `${SITE}/later`;
    proxy.serve(address, ARTICLE);
    const options = await reader.extensionPage('options.html');
    const page = await reader.openBehind(address, options);
    await until('the page', () => page.evaluate(() => document.readyState === 'complete'));
    await sleep(2_000);
    expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
    expect(await reader.marks(page)).toEqual({ names: [], texts: [] });
    await reader.see(page);
    await reader.untilMarked(page);
    await options.close();
    await page.close();
  });

  it('works in the page alone, not in the frames within it', async () => {
    const nested = (depth: number): string =>
      depth === 0
        ? ARTICLE
        : `<iframe srcdoc="${nested(depth - 1)
            .replaceAll('&', '&amp;')
            .replaceAll('"', '&quot;')}"></iframe>`;
    const frames = [
      nested(2),
      ...Array.from(
        { length: FRAMES },
        (_, i) =>
          [
            '<iframe></iframe>',
            '<iframe sandbox srcdoc="<p>Gen Nakatani"></iframe>',
            `<iframe src="${SITE}/frames"></iframe>`,
            '<iframe width="0" height="0" src="about:blank"></iframe>',
          ][i % 4],
      ),
    ];
    proxy.serve(`${SITE}/frames`, ARTICLE.replace('</body>', `${frames.join('')}</body>`));
    const page = await reader.open(`${SITE}/frames`);
    const errors = errorsOf(page);
    await sleep(1_000);
    const marked: string[] = [];
    for (const frame of page.frames()) {
      const count = await frame.evaluate(() => CSS.highlights.size).catch(() => 0);
      if (count > 0) marked.push(frame === page.mainFrame() ? 'page' : frame.url());
    }
    expect(marked).toEqual(['page']);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('shows no card over what fills the screen', async () => {
    proxy.serve(
      `${SITE}/film`,
      ARTICLE.replace(
        '</article>',
        '<button id="film" style="position: fixed; right: 0; bottom: 0">Film</button></article>',
      ),
    );
    const page = await reader.open(`${SITE}/film`);
    await page.evaluate(() => {
      const film = document.createElement('div');
      film.style.cssText = 'background: black; color: white';
      document.body.append(film);
      document.getElementById('film')?.addEventListener('click', () => void film.requestFullscreen());
    });
    await reader.restOn(page, 'Gen Nakatani');
    await reader.card(page);
    // By key: a press of the mouse elsewhere would close the card by itself.
    await page.focus('#film');
    await page.keyboard.press('Enter');
    await until('the film', () => page.evaluate(() => document.fullscreenElement !== null));
    await reader.waitForNoCard(page);
    await page.evaluate(() => document.exitFullscreen());
    await page.close();
  });

  it.each(DOCUMENTS)('leaves %s as it is', async (what, type, body) => {
    const url = `${SITE}/${what.replaceAll(' ', '-')}`;
    proxy.serve(url, body, { 'content-type': type });
    const page = await reader.browser.newPage();
    const errors = errorsOf(page);
    await page.goto(url, { waitUntil: 'load' });
    await sleep(700);
    expect(errors).toEqual([]);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    await page.close();
  });
});
