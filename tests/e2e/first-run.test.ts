/** The first minute after the extension was installed: what ships and is small is known at once, the rest follows. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import { type NewsProxy, startNewsProxy } from '../support/news-proxy';
import { Reader, until } from '../support/reader';
import { SAMPLE } from '../support/shared';

const WORLD = 'https://www.japantimes.co.jp/news/2022/06/01/world';
const WORLD_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Talks in Lisbon</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="2022-06-01"></head><body><article>
<h1>Talks in Lisbon</h1>
<p>Chancellor Olaf Scholz met President Marcelo Rebelo de Sousa in Lisbon on Wednesday, and both spoke of the work that lies before them and their two countries in the years that come.</p>
<p>After the talks, which went on for longer than had been planned, the guests were shown the harbour and the old town, and a dinner was given in the evening for all who had come.</p>
<p>Nothing was signed. The two sides are to meet again before the end of the year, at a place and on a day that are still to be named, to go on with what was begun this week.</p>
</article></body></html>`;
const TIME_MS = 120_000;

/** Ids of the packs that the pointer names; by IndexedDB alone. */
function currentPacks(): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('knowledge');
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => {
      const db = request.result;
      const reading = db.transaction('meta').objectStore('meta').get('current');
      reading.onsuccess = () => {
        db.close();
        const current = reading.result as { value: { packs: { header: { id: string } }[] } } | undefined;
        resolve(current?.value.packs.map(({ header }) => header.id) ?? []);
      };
    };
  });
}

describe.each<BrowserKind>(['chromium', 'firefox'])('a first run in %s', (kind) => {
  let proxy: NewsProxy;
  let reader: Reader;

  beforeAll(async () => {
    proxy = await startNewsProxy(join(import.meta.dirname, '../sites'));
    proxy.serve(WORLD, WORLD_PAGE);
    reader = await Reader.start(kind, { proxy: proxy.address });
  });

  afterAll(async () => {
    await reader?.close();
    await proxy?.close();
  });

  it('answers from the flagship pack while the world packs are installed, and then from all', async () => {
    // What was installed first is named before the rest is there; on a machine that is quick enough nobody sees it.
    const page = await reader.open(SAMPLE);
    const control = await reader.extensionPage('options.html');
    expect((await control.evaluate(currentPacks))[0]).toBe('japan-rok-defense');
    await until('all that ships', async () => (await control.evaluate(currentPacks)).length === 3, TIME_MS);
    expect(await control.evaluate(currentPacks)).toEqual(['japan-rok-defense', 'world', 'world-sharealike']);
    await page.bringToFront();
    await until('the marks to be there', async () => (await reader.marks(page)).texts.includes('Shin Won-sik'));
    const other = await reader.open(WORLD);
    expect((await reader.marks(other)).texts).toContain('Olaf Scholz');
    await reader.restOn(other, 'Olaf Scholz');
    expect(await reader.cardText(await reader.card(other))).toContain('Olaf Scholz');
  }, 180_000);

  it('greets with a paragraph whose marks and card are real, and opens a sample briefing', async () => {
    const welcome = await reader.extensionPage('welcome.html');
    await until('three marks', async () => (await reader.marks(welcome)).texts.length === 3);
    expect((await reader.marks(welcome)).texts).toEqual(['Gen Nakatani', 'Ahn Gyu-back', 'Shigeru Ishiba']);
    // Firefox's driver has not been brought to show the card in a page of the extension.
    if (kind === 'chromium') {
      await reader.restOn(welcome, 'Ahn Gyu-back');
      const card = await reader.settledCardText(await reader.card(welcome));
      expect(card).toContain('On 8 Sep 2025');
      expect(card).toContain('Minister of National Defense of South Korea');
      await welcome.mouse.move(5, 5);
      await welcome.keyboard.press('Escape');
      await reader.waitForNoCard(welcome);
    }

    const before = new Set(await reader.browser.pages());
    await welcome.click('.primary');
    const sample = await until('the sample article', async () => {
      for (const page of await reader.browser.pages()) {
        if (before.has(page)) continue;
        if ((await page.evaluate(() => location.pathname)) === '/sample.html') return page;
      }
      return null;
    });
    await until('its marks', async () => (await reader.marks(sample)).texts.includes('Shin Won-sik'));
    // Chromium's side panel is a page of the driver's; Firefox's sidebar is none, and shows the same.
    const panel =
      kind === 'chromium'
        ? await (
            await reader.browser.waitForTarget((target) => target.url() === `${reader.origin}/sidepanel.html`)
          ).asPage()
        : await reader.panelFor(`${reader.origin}/sample.html`);
    await until('the sample briefing', () =>
      panel.evaluate(() => /Ministers meet in Seoul[\s\S]*Fits our record/.test(document.body.innerText)),
    );
  });
});
