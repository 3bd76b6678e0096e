/**
 * Styles a page's highlights with `scripting.insertCSS`: pages can list adopted sheets and style elements, not this.
 * The names have passed the message's schema: letters and digits only.
 */
import type { StyledKinds } from '../services/exchange';
import { browser, hasSidebarAction } from './browser';

export interface StyledNames {
  readonly light: string;
  readonly dark: string;
  readonly lightActive: string;
  readonly darkActive: string;
}

/**
 * Where the marks are: kinds of elements. Chromium hands a highlight's style on to what is inside of these, and a rule for
 * all elements has it style the whole page anew (measured: 17 ms on a page of 1,600 elements, against 4). Firefox hands
 * nothing on.
 */
interface Styled extends StyledNames {
  readonly elements: readonly string[];
}

/** `p::highlight(x), li::highlight(x)` */
const highlights = (name: string, elements: readonly string[]): string =>
  elements.map((element) => `${element === '*' ? '' : element}::highlight(${name})`).join(', ');

/** Colours of `UX.md` 2, token `mark` and `mark-fill`: on light and on dark grounds, and in high contrast. */
function css({ elements, ...names }: Styled): string {
  const [light, dark, lightActive, darkActive] = [names.light, names.dark, names.lightActive, names.darkActive].map(
    (name) => highlights(name, elements),
  );
  return `
@media screen {
${light} { text-decoration: underline dotted 2px #a86400; text-underline-offset: 3px; }
${dark} { text-decoration: underline dotted 2px #e0a84a; text-underline-offset: 3px; }
${lightActive} { text-decoration: underline solid 2px #a86400; text-underline-offset: 3px; background-color: #fdf1dc; }
${darkActive} { text-decoration: underline solid 2px #e0a84a; text-underline-offset: 3px; background-color: #372d1c; }
}
@media screen and (prefers-contrast: more) {
  ${light} { text-decoration-color: #5a3300; }
  ${lightActive} { text-decoration-color: #5a3300; background-color: transparent; }
  ${dark} { text-decoration-color: #ffd27a; }
  ${darkActive} { text-decoration-color: #ffd27a; background-color: transparent; }
}
@media screen and (forced-colors: active) {
  ${light}, ${dark}, ${lightActive}, ${darkActive} { text-decoration-color: LinkText; background-color: transparent; }
}`;
}

/** `none`: the browser does not let us (no host permission, the tab has gone). */
export async function styleHighlights(
  { elements, ...names }: Styled,
  tabId: number,
  frameId: number,
): Promise<StyledKinds> {
  const isAll = hasSidebarAction() || elements.includes('*');
  const sheet = css({ ...names, elements: isAll ? ['*'] : elements });
  try {
    await browser.scripting.insertCSS({ target: { tabId, frameIds: [frameId] }, css: sheet });
    return isAll ? 'all' : 'these';
  } catch (error) {
    console.warn('Sidelight: marks cannot be styled in this tab', error);
    return 'none';
  }
}

/** In a page of our own, where nobody else looks. */
export function styleOwnPage(names: StyledNames): StyledKinds {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css({ ...names, elements: ['*'] }));
  document.adoptedStyleSheets.push(sheet);
  return 'all';
}
