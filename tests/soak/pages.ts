/** Every real news page in both browsers: no error, the page as it was, and a card where there are marks. */
import type { BrowserKind } from '../support/browsers';
import { hasRealPages, NO_REAL_PAGES, openRealPages, type RealPages, realPages } from '../support/real-pages';

const PAGES = realPages();
const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];

export const total = PAGES.length * KINDS.length;
export const casesPerSave = 1;

let opened: { readonly kind: BrowserKind; readonly pages: RealPages | null } | undefined;

/** The pages in one browser, then in the other: what is known of each is installed once. */
async function pagesIn(kind: BrowserKind): Promise<RealPages | null> {
  if (opened?.kind === kind) return opened.pages;
  await opened?.pages?.close();
  opened = { kind, pages: await openRealPages(kind, 'all') };
  if (opened.pages && (await opened.pages.seeError()).length === 0) throw new Error(`${kind} tells of no errors`);
  return opened.pages;
}

export async function run(number: number): Promise<string> {
  if (!hasRealPages) return NO_REAL_PAGES;
  const kind = KINDS[Math.floor(number / PAGES.length)] as BrowserKind;
  const real = PAGES[number % PAGES.length];
  const pages = await pagesIn(kind);
  if (!pages || !real) return `${kind} is not installed`;
  const { errors, changed, marks, hasCard } = await pages.see(real);
  const wrong = [
    ...errors,
    ...(changed === '' ? [] : [`changed: ${changed}`]),
    ...(hasCard === false ? ['no card at a mark'] : []),
  ];
  if (wrong.length > 0) throw new Error(`${kind}, ${real.id}: ${wrong.join('; ')}`);
  return marks.length > 0 ? `${kind}: marks, and a card` : `${kind}: no marks`;
}

export async function close(): Promise<void> {
  await opened?.pages?.close();
}
