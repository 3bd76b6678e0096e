/** Pictures for the stores, 1280 × 800, in three languages: the card in an article, and the panel beside it. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../lib/model/localized';
import { type Reader, sleep, until } from './reader';

const [WIDTH, HEIGHT] = [1280, 800];
const PANEL_WIDTH = 400;
/** Our own sample articles. */
const ARTICLES: Readonly<Record<InterfaceLanguage, { readonly url: string; readonly name: string }>> = {
  en: { url: 'https://www.japantimes.co.jp/news/2025/09/08/japan/nakatani-seoul-talks', name: 'Gen Nakatani' },
  ja: { url: 'https://www.asahi.com/articles/sample-20240728', name: '木原稔' },
  ko: { url: 'https://www.yna.co.kr/view/AKR20260130', name: '안규백' },
};

/** `say` is told where each picture is. */
export async function takeStorePictures(reader: Reader, folder: string, say: (line: string) => void): Promise<void> {
  for (const lang of INTERFACE_LANGUAGES) {
    const options = await reader.extensionPage('options.html');
    await options.evaluate((language) => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      return api.storage.local.set({ 'set:language': language });
    }, lang);
    await options.close();
    const { url, name } = ARTICLES[lang];
    const page = await reader.open(url);
    const shoot = async (target: Page, what: string) => {
      const path = join(folder, `${lang}-${what}.png`) as `${string}.png`;
      await target.screenshot({ path });
      say(`picture: ${path}`);
    };
    await page.setViewport({ width: WIDTH, height: HEIGHT });
    await settle(page);
    await reader.restOn(page, name);
    await reader.card(page);
    await settle(page);
    await shoot(page, 'card');
    await page.keyboard.press('Escape');
    await page.mouse.move(5, 5);
    const panel = await reader.panelFor(url);
    await beside(reader, page, panel, (whole) => shoot(whole, 'panel'));
    await panel.close();
    await page.close();
  }
}

/** Article and panel as they stand beside each other; browsers let nobody take a picture of both. */
async function beside(reader: Reader, page: Page, panel: Page, shoot: (whole: Page) => Promise<void>): Promise<void> {
  const pictures: string[] = [];
  for (const [part, width] of [
    [page, WIDTH - PANEL_WIDTH],
    [panel, PANEL_WIDTH],
  ] as const) {
    await part.setViewport({ width, height: HEIGHT });
    await part.bringToFront();
    await settle(part);
    pictures.push(await part.screenshot({ encoding: 'base64' }));
  }
  const whole = await reader.browser.newPage();
  await whole.setViewport({ width: WIDTH, height: HEIGHT });
  const images = pictures.map((data) => `<img src="data:image/png;base64,${data}">`).join('');
  await whole.setContent(`<body style="margin: 0; display: flex">${images}`);
  await shoot(whole);
  await whole.close();
}

async function settle(page: Page): Promise<void> {
  await until('the fonts', () => page.evaluate(() => document.fonts.ready.then(() => true)));
  await sleep(500);
}
