/** The gallery in a real browser: bundles the examples, draws them one by one. */
import { join } from 'node:path';
import { build } from 'esbuild';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { InterfaceLanguage } from '../../lib/model/localized';
import { findBrowser } from './browsers';
import type { Gallery, Look } from './gallery-page';
import { readSamples } from './gallery-samples';

const ROOT = join(import.meta.dirname, '../..');

async function bundle(): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'tests/support/gallery-page.tsx')],
    bundle: true,
    write: false,
    outdir: ROOT,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}

declare const openGallery: (samples: unknown) => Gallery;

export class GalleryBrowser {
  readonly #browser: Browser;
  readonly #bundle: { script: string; style: string };

  private constructor(browser: Browser, bundled: { script: string; style: string }) {
    this.#browser = browser;
    this.#bundle = bundled;
  }

  static async start(): Promise<GalleryBrowser> {
    const executablePath = findBrowser('chromium');
    if (!executablePath) throw new Error('no Chromium found');
    const browser = await puppeteer.launch({
      executablePath,
      args: [
        '--disable-gpu',
        '--hide-scrollbars',
        // Every state waits for two frames: without a limit they come as soon as they are drawn.
        '--disable-frame-rate-limit',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
    return new GalleryBrowser(browser, await bundle());
  }

  /** A page with all examples in one language. */
  async open(lang: InterfaceLanguage): Promise<GalleryPage> {
    const page = await this.#browser.newPage();
    const { script, style } = this.#bundle;
    await page.setContent(
      `<!doctype html><html><head><meta charset="utf-8"><style>${style}</style></head><body><div id="root"></div></body></html>`,
    );
    await page.addScriptTag({ content: script });
    await page.evaluate(
      (samples) => {
        (globalThis as unknown as { gallery: Gallery }).gallery = openGallery(samples);
      },
      await readSamples(lang),
    );
    return new GalleryPage(page);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

declare const gallery: Gallery;

/** Widths for which each page is made. */
const WIDTHS = { card: 344, sidepanel: 360, popup: 320, options: 800, welcome: 800 } as const;

interface Scene extends Partial<Look> {
  /** In CSS px; that of the example's page unless given. */
  readonly width?: number;
  /** Device pixels for a CSS px. */
  readonly density?: number;
  /** Forced colours, as Windows has them. */
  readonly forced?: boolean;
}

export class GalleryPage {
  #size = '';
  #forced = false;

  constructor(readonly page: Page) {}

  names(): Promise<string[]> {
    return this.page.evaluate(() => gallery.names());
  }

  async #setWidth(width: number, density: number): Promise<void> {
    const size = `${width} ${density}`;
    if (size === this.#size) return;
    this.#size = size;
    await this.page.setViewport({ width, height: 640, deviceScaleFactor: density });
  }

  /** Draws an example. */
  async draw(name: string, { width, density = 1, forced = false, ...look }: Scene = {}): Promise<void> {
    const kind = await this.page.evaluate((wanted) => gallery.page(wanted), name);
    await this.#setWidth(width ?? WIDTHS[kind], density);
    if (forced !== this.#forced) {
      this.#forced = forced;
      const cdp = await this.page.createCDPSession();
      const value = forced ? 'active' : 'none';
      await cdp.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    }
    await this.page.evaluate((wanted, shown) => gallery.draw(wanted, shown), name, {
      theme: 'light',
      contrast: 'auto',
      text: 1,
      dir: 'ltr',
      ...look,
    } as Look);
  }
}
