/**
 * Look-ups as a reader meets them: nothing leaves by itself (T103, T106), consent, a name that no pack knows, the list of
 * requests, and consent taken away (T105). Wikimedia is played behind the proxy, at its own addresses.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import type { ExtensionCopy } from '../support/extension-copy';
import { flagshipOnly } from '../support/flagship';
import { type NewsProxy, startNewsProxy } from '../support/news-proxy';
import { Reader, sleep, until } from '../support/reader';
import { requestsIn } from '../support/requests-in';
import { SAMPLE } from '../support/shared';
import { createWikimedia } from '../support/wikimedia';

const SITES = join(import.meta.dirname, '../sites');
const HOSTS = ['www.wikidata.org', 'en.wikipedia.org', 'ko.wikipedia.org', 'ja.wikipedia.org'];
const PAGES = 20;
const pageAddress = (number: number) => `https://www.japantimes.co.jp/news/2025/09/08/japan/page-${number}/`;

describe.each<BrowserKind>(['chromium', 'firefox'])('look-ups in %s', (kind) => {
  const wikimedia = createWikimedia();
  let proxy: NewsProxy;
  let copy: ExtensionCopy;
  let reader: Reader;
  let article: Page;
  let panel: Page;

  beforeAll(async () => {
    proxy = await startNewsProxy(SITES, Object.fromEntries(HOSTS.map((host) => [host, wikimedia.handle])));
    const sample = readFileSync(
      join(SITES, 'www.japantimes.co.jp/news/2025/09/08/japan/nakatani-seoul-talks.html'),
      'utf8',
    );
    for (let i = 0; i < PAGES; i++) proxy.serve(pageAddress(i), sample.replace('<h1', `<!-- ${i} --><h1`));
    copy = flagshipOnly(kind);
    // A driver cannot press Chromium's own question: here the browser has said yes beforehand. Firefox says yes by a setting.
    copy.manifest((manifest) => {
      if (kind === 'firefox') return;
      manifest.host_permissions = [
        ...(manifest.host_permissions as string[]),
        'https://*.wikipedia.org/*',
        'https://www.wikidata.org/*',
      ];
    });
    reader = await Reader.start(kind, { proxy: proxy.address, extension: copy.path });
  });
  afterAll(async () => {
    await reader?.close();
    await proxy?.close();
    copy?.remove();
  });
  beforeEach(() => wikimedia.reset());

  const text = (page: Page) => page.evaluate(() => document.body.innerText);
  const shows = (page: Page, wanted: string) =>
    until(`"${wanted}"`, async () => (await text(page)).includes(wanted) && text(page));
  const press = (page: Page, label: string) =>
    until(`"${label}" to press`, () =>
      page.evaluate((wanted) => {
        const found = [...document.querySelectorAll<HTMLElement>('button, label, a')].find((element) =>
          element.textContent?.trim().startsWith(wanted),
        );
        found?.click();
        return found !== undefined;
      }, label),
    );
  const briefOn = async (name: string) => {
    await panel.bringToFront();
    await until('the field', () => panel.evaluate(() => document.querySelector('input[type=search]') !== null));
    await panel.click('input[type=search]', { count: 3 });
    await panel.keyboard.type(name);
    await panel.keyboard.press('Enter');
  };
  const switchTo = async (on: boolean) => {
    const options = await reader.extensionPage('options.html#look-ups');
    const isOn = () => options.evaluate(() => document.querySelector<HTMLInputElement>('.look-ups input')?.checked);
    await until('the switch as it was', async () => (await isOn()) === !on);
    // The page scrolls to the section that its address names: a click before that ends would miss.
    const top = () => options.evaluate(() => document.querySelector('.look-ups input')?.getBoundingClientRect().top);
    let before: number | undefined;
    await until('the page to come to rest', async () => {
      const now = await top();
      const isSame = now === before;
      before = now;
      await sleep(200);
      return isSame;
    });
    await options.bringToFront();
    await options.click('.look-ups input');
    await until('the switch to turn', async () => (await isOn()) === on);
    await options.close();
  };
  const ledgerText = async () => {
    const options = await reader.extensionPage('options.html#privacy');
    const said = await until('the requests', () =>
      options.evaluate(() => {
        const text = document.getElementById('privacy')?.innerText ?? '';
        return (text.includes('None.') || document.querySelector('.requests') !== null) && text;
      }),
    );
    await options.close();
    return said;
  };

  it('reads twenty pages with default settings without a single request', async () => {
    const before = proxy.log.length;
    const page = await reader.open(pageAddress(0));
    for (let i = 1; i < PAGES; i++) {
      await page.goto(pageAddress(i), { waitUntil: 'load' });
      await reader.untilMarked(page);
      if (i % 5 !== 0) continue;
      await reader.restOn(page, 'Nakatani');
      await reader.card(page);
    }
    await page.close();
    // What the page itself loads, and nothing else: the page once for each opening.
    const asked = proxy.log.slice(before);
    const kinds = requestsIn(asked).map((request) => request.replace(/page-\d+/, 'page'));
    expect([...new Set(kinds)].filter((request) => !/ \/(?:favicon\.ico|style\.css)$/.test(request))).toEqual([
      'www.japantimes.co.jp /news/2025/09/08/japan/page/',
    ]);
    expect(asked.filter(({ path }) => path.includes('/page-'))).toHaveLength(PAGES);
    expect(wikimedia.requests).toEqual([]);
    expect(await ledgerText()).toContain('None.');
  }, 180_000);

  it('says that look-ups are off, and asks nobody, for a name that no pack knows', async () => {
    article = await reader.open(SAMPLE);
    panel = await reader.panelFor(SAMPLE);
    await briefOn('Mira Aldane');
    await shows(panel, 'Look-ups at Wikipedia and Wikidata are off');
    await briefOn('gen nakatani');
    expect(await shows(panel, 'Behind this article')).toContain('Minister of Defense of Japan');
    await press(panel, 'Back');
    await shows(panel, 'Who is who');
    expect(wikimedia.requests).toEqual([]);
    await article.bringToFront();
  });

  it('looks a name up once the reader has agreed, and says where it is from', async () => {
    await switchTo(true);
    await briefOn('Mira Aldane');
    const said = await shows(panel, 'CC BY-SA 4.0');
    expect(said).toContain('looked up today. Not from a pack.');
    expect(said).toContain('On 8 Sep 2025');
    expect(said).toContain('Prime Minister of Northmark');
    expect(said).toContain('CC0 1.0');
    // The article is more than a year old: today's texts are not shown unasked.
    expect(said).not.toContain('Rowena');
    expect(wikimedia.requests.map(({ part }) => part)).toEqual(['search', 'item', 'summary', 'labels']);
    for (const { headers, url } of wikimedia.requests) {
      expect(headers['api-user-agent']).toMatch(/^Sidelight\/\d/);
      expect(Object.keys(headers)).not.toContain('cookie');
      expect(Object.keys(headers)).not.toContain('referer');
      // No id of this install: neither of the browsers' own schemes.
      expect(JSON.stringify(headers) + url).not.toMatch(/-extension:|japantimes/);
    }
    const ledger = await until('the requests in the options', async () => {
      const text = await ledgerText();
      return (text.match(/answered \(200\)/g)?.length ?? 0) >= 4 && text;
    });
    expect(ledger).toContain('www.wikidata.org/w/api.php');
    expect(ledger).toContain('en.wikipedia.org/api/rest_v1/page/summary/Mira_Aldane');
    expect(ledger).not.toContain('search=');
    expect(ledger.match(/answered \(200\)/g)).toHaveLength(4);
    // Again: kept.
    await press(panel, 'Back');
    await briefOn('Mira Aldane');
    await shows(panel, 'CC BY-SA 4.0');
    expect(wikimedia.requests).toHaveLength(4);
  });

  it('asks which one is meant, as left by the context menu', async () => {
    const tabId = await reader.tabId(SAMPLE);
    await panel.evaluate(async (id) => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      await api.storage.session.set({ [`brief:${id}`]: ' “Jon Brae,” ' });
    }, tabId);
    await shows(panel, 'Which one?');
    await press(panel, 'Jon Braejudge');
    await shows(panel, 'Wikipedia: Jon Brae (judge)');
  });

  it('never looks up what the pointer rests on', async () => {
    const page = await reader.open(pageAddress(0));
    for (const name of ['Nakatani', 'Ahn', 'Seoul', 'Kim', 'Yonhap'])
      await reader.restOn(page, name).catch(() => undefined);
    await sleep(1_500);
    expect(wikimedia.requests).toEqual([]);
    await page.close();
  });

  it('says in plain words what went wrong', async () => {
    wikimedia.faults.set('search', 'html');
    await briefOn('Somebody Else');
    await shows(panel, 'The server’s answer could not be used.');
    wikimedia.faults.set('search', 'hang up');
    await press(panel, 'Try again');
    await shows(panel, 'There is no connection');
    wikimedia.faults.clear();
    await press(panel, 'Try again');
    await shows(panel, 'Neither your packs nor Wikidata know this name.');
  });

  it('ends what is under way when consent is taken away, and erases what was kept', async () => {
    const kept = () =>
      panel.evaluate(
        () =>
          new Promise<number>((resolve, reject) => {
            const opening = indexedDB.open('knowledge');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const count = opening.result.transaction('lookUps').objectStore('lookUps').count();
              count.onsuccess = () => {
                opening.result.close();
                resolve(count.result);
              };
            };
          }),
      );
    expect(await kept()).toBeGreaterThan(0);
    wikimedia.faults.set('search', 'slow');
    await briefOn('Slow Somebody');
    await until('the request', async () => wikimedia.open() === 1);
    await switchTo(false);
    await until('the request to end', async () => wikimedia.open() === 0);
    await shows(panel, 'The look-up was ended.');
    expect(await kept()).toBe(0);
    await briefOn('Mira Aldane');
    await shows(panel, 'Look-ups at Wikipedia and Wikidata are off');
    expect(wikimedia.requests).toHaveLength(1);
  });

  it.runIf(kind === 'firefox')('is switched off by the browser’s own settings, and stays so', async () => {
    await switchTo(true);
    const options = await reader.extensionPage('options.html#look-ups');
    const isOn = () => options.evaluate(() => document.querySelector<HTMLInputElement>('.look-ups input')?.checked);
    await until('the switch to be on', isOn);
    const origins = ['https://*.wikipedia.org/*', 'https://www.wikidata.org/*'];
    await options.evaluate((wanted) => void browser.permissions.remove({ origins: wanted }), origins);
    await until('the switch to turn', async () => (await isOn()) === false);
    await until('the consent to go', () =>
      options.evaluate(
        async () => (await browser.storage.local.get('consent:look-ups'))['consent:look-ups'] === undefined,
      ),
    );
    await options.close();
  });

  it('leaves a name with the article it was asked about', async () => {
    await briefOn('gen nakatani');
    await shows(panel, 'Behind this article');
    await article.goto(pageAddress(1), { waitUntil: 'load' });
    await reader.see(article);
    await shows(panel, 'Who is who');
  });

  it('clears the list of requests', async () => {
    expect(await ledgerText()).toContain('wikidata');
    const options = await reader.extensionPage('options.html#privacy');
    await press(options, 'Clear the list');
    await shows(options, 'None. With the settings');
    await options.close();
  });
});
