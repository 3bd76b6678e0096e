/** From the pointer's coming to rest on a name to the card's being visible: cold (first card of a page) and warm. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type BrowserKind, findBrowser } from '../support/browsers';
import { startNewsProxy } from '../support/news-proxy';
import { Reader } from '../support/reader';
import { SAMPLE } from '../support/shared';
import { median } from './median';
import type { Measurement } from './run';

const RUNS = 5;

async function leave(reader: Reader, page: Page): Promise<void> {
  await page.mouse.move(5, 5);
  await page.keyboard.press('Escape');
  await reader.waitForNoCard(page);
}

export async function cardOnRest(): Promise<Measurement[]> {
  const results: Measurement[] = [];
  for (const kind of ['chromium', 'firefox'] satisfies BrowserKind[]) {
    if (findBrowser(kind) === null) continue;
    const proxy = await startNewsProxy(join(import.meta.dirname, '../sites'));
    const reader = await Reader.start(kind, { proxy: proxy.address });
    const cold: number[] = [];
    const warm: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const page = await reader.open(SAMPLE);
      cold.push(await reader.measureRest(page, 'Nakatani'));
      await leave(reader, page);
      warm.push(await reader.measureRest(page, 'Nakatani'));
      await page.close();
    }
    await reader.close();
    await proxy.close();
    results.push(
      { name: `card-on-rest ${kind} first of the page`, value: median(cold), unit: 'ms', better: 'lower' },
      { name: `card-on-rest ${kind} later`, value: median(warm), unit: 'ms', better: 'lower' },
    );
  }
  return results;
}
