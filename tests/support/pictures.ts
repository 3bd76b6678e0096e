/** Drives the sample article and takes the pictures that show what Sidelight looks like. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Reader, sleep, until } from './reader';

interface Mention {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly entity?: string;
}

/** What the extension has recognised in a tab, read from its own memory. */
async function recognised(reader: Reader, url: string): Promise<Mention[]> {
  const id = await reader.tabId(url);
  const page = await reader.extensionPage('popup.html');
  const mentions = await until('recognised names', () =>
    page.evaluate(async (key) => {
      const api =
        (globalThis as unknown as { browser?: Api; chrome: Api }).browser ??
        (globalThis as unknown as { chrome: Api }).chrome;
      return (await api.storage.session.get(key))[key]?.mentions ?? null;
    }, `page:${id}`),
  );
  await page.close();
  return mentions;
}

interface Api {
  storage: { session: { get(key: string): Promise<Record<string, { mentions: Mention[] } | undefined>> } };
}

async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await sleep(400);
}

/** Takes the four pictures; `say` is told what was recognised and where the pictures are. */
export async function takePictures(
  reader: Reader,
  article: string,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  const page = await reader.open(article);
  await page.setViewport({ width: 960, height: 860 });
  await settle(page);
  const shoot = async (target: Page, name: string, options: { fullPage?: boolean } = {}) => {
    const path = join(folder, `${name}.png`) as `${string}.png`;
    await target.screenshot({ path, ...options });
    say(`picture: ${path}`);
  };
  for (const { block, start, end, surface, entity } of await recognised(reader, article)) {
    say(`${String(block).padStart(3)}:${start}-${end}\t${surface}\t${entity ?? '(several)'}`);
  }
  await page.bringToFront();
  await page.evaluate(() => scrollTo({ top: 560, behavior: 'instant' }));
  await settle(page);
  await shoot(page, 'marks');
  await reader.restOn(page, 'Gen Nakatani');
  await reader.card(page);
  await settle(page);
  await shoot(page, 'card');
  await page.mouse.move(5, 5);

  const panel = await reader.panelFor(article);
  await panel.setViewport({ width: 360, height: 640 });
  await settle(panel);
  await shoot(panel, 'panel', { fullPage: true });
  await panel.close();

  await page.bringToFront();
  if (reader.kind === 'chromium') {
    const popup = await reader.popup(page);
    await until('the popup', () => popup.evaluate(() => (document.getElementById('root')?.childElementCount ?? 0) > 0));
    await settle(popup);
    await shoot(popup, 'popup');
  } else {
    // Firefox's popup cannot be driven: the same page, bound to the article's tab.
    const popup = await reader.extensionPage(`popup.html?tab=${await reader.tabId(article)}`);
    await popup.setViewport({ width: 320, height: 420 });
    await settle(popup);
    await shoot(popup, 'popup');
    await popup.close();
  }
  await page.close();
}
