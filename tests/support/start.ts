/**
 * `npm start [-- --pictures FOLDER | --store FOLDER]`: builds the extension and opens the sample news site with it. With a display: a window to try it in;
 * without: drives it, prints what it recognised and saves pictures.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserKind, findBrowser, installBrowsers } from './browsers';
import { build } from './build';
import { untilInstalled } from './installed';
import { startNewsProxy } from './news-proxy';
import { takePictures } from './pictures';
import { Reader } from './reader';
import { takeStorePictures } from './store-pictures';

const ROOT = join(import.meta.dirname, '../..');
const ARTICLE = 'https://www.japantimes.co.jp/news/2025/09/08/japan/nakatani-seoul-talks';
/** `--pictures FOLDER` takes the pictures of the README there, `--store FOLDER` those of the stores, display or not. */
const folderAfter = (flag: string): string | undefined =>
  process.argv.includes(flag) ? process.argv[process.argv.indexOf(flag) + 1] : undefined;
const STORE = folderAfter('--store');
const CHOSEN = STORE ?? folderAfter('--pictures');
const PICTURES = CHOSEN ?? join(ROOT, '.pictures');
const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];

function chooseBrowser(): BrowserKind {
  const found = KINDS.find((kind) => findBrowser(kind) !== null);
  if (found) return found;
  console.log('No browser found; installing one …');
  installBrowsers(KINDS);
  return 'chromium';
}

const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

try {
  const kind = chooseBrowser();
  build([kind]);
  const proxy = await startNewsProxy(join(ROOT, 'tests/sites'));
  const headless = !hasDisplay || Boolean(process.env.CI) || CHOSEN !== undefined;
  const reader = await Reader.start(kind, { proxy: proxy.address, headless });
  if (headless) {
    mkdirSync(PICTURES, { recursive: true });
    // Those of the README show it as it is from its second minute on.
    if (CHOSEN) await untilInstalled(reader);
    if (STORE) await takeStorePictures(reader, PICTURES, console.log);
    else await takePictures(reader, ARTICLE, PICTURES, console.log);
    await reader.close();
    await proxy.close();
  } else {
    await reader.open(ARTICLE);
    console.log(`Sidelight is running in ${kind} on the sample news site. Rest on a name. Close the window to stop.`);
    await new Promise<void>((resolve) => reader.browser.on('disconnected', () => resolve()));
    await proxy.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
