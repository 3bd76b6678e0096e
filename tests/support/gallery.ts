/**
 * `npm run gallery [-- PART…]`: pictures of every state of every view into `.pictures/gallery`, in three languages, two
 * themes, high contrast, large text and several widths. PART selects by a part of the file name.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { INTERFACE_LANGUAGES } from '../../lib/model/localized';
import { GalleryBrowser } from './gallery-browser';

const FOLDER = join(import.meta.dirname, '../../.pictures/gallery');

const LOOKS = [
  { suffix: '', look: {} },
  { suffix: '.dark', look: { theme: 'dark' } },
  { suffix: '.contrast', look: { contrast: 'more' } },
  { suffix: '.contrast-dark', look: { theme: 'dark', contrast: 'more' } },
  { suffix: '.forced', look: { forced: true } },
  { suffix: '.280', look: { width: 280 } },
  { suffix: '.800', look: { width: 800 } },
  { suffix: '.large', look: { text: 2 } },
  { suffix: '.rtl', look: { dir: 'rtl' } },
] as const;

const parts = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
const browser = await GalleryBrowser.start();
try {
  for (const lang of INTERFACE_LANGUAGES) {
    const gallery = await browser.open(lang);
    for (const name of await gallery.names()) {
      for (const { suffix, look } of LOOKS) {
        const file = `${name}.${lang}${suffix}.png`;
        if (!parts.every((part) => file.includes(part))) continue;
        await gallery.draw(name, { density: 2, ...look });
        // Each page has its own height; the first screen of a panel is 640 px.
        await gallery.page.screenshot({ path: join(FOLDER, file) as `${string}.png`, fullPage: true });
      }
    }
  }
} finally {
  await browser.close();
}
console.log(FOLDER);
