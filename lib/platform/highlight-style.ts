/**
 * Styles a page's highlights with `scripting.insertCSS`: pages can list adopted sheets and style elements, not this.
 * The names have passed the message's schema: letters and digits only.
 */
import { browser } from './browser';

export interface StyledNames {
  readonly light: string;
  readonly dark: string;
  readonly lightActive: string;
  readonly darkActive: string;
}

/** Colours of `UX.md` 2, token `mark` and `mark-fill`: on light and on dark grounds, and in high contrast. */
const css = ({ light, dark, lightActive, darkActive }: StyledNames): string => `
@media screen {
::highlight(${light}) { text-decoration: underline dotted 2px #a86400; text-underline-offset: 3px; }
::highlight(${dark}) { text-decoration: underline dotted 2px #e0a84a; text-underline-offset: 3px; }
::highlight(${lightActive}) { text-decoration: underline solid 2px #a86400; text-underline-offset: 3px; background-color: #fdf1dc; }
::highlight(${darkActive}) { text-decoration: underline solid 2px #e0a84a; text-underline-offset: 3px; background-color: #372d1c; }
}
@media screen and (prefers-contrast: more) {
  ::highlight(${light}) { text-decoration-color: #5a3300; }
  ::highlight(${lightActive}) { text-decoration-color: #5a3300; background-color: transparent; }
  ::highlight(${dark}) { text-decoration-color: #ffd27a; }
  ::highlight(${darkActive}) { text-decoration-color: #ffd27a; background-color: transparent; }
}
@media screen and (forced-colors: active) {
  ::highlight(${light}), ::highlight(${dark}), ::highlight(${lightActive}), ::highlight(${darkActive}) { text-decoration-color: LinkText; background-color: transparent; }
}`;

/** False when the browser does not let us (no host permission, the tab has gone). */
export async function styleHighlights(names: StyledNames, tabId: number, frameId: number): Promise<boolean> {
  try {
    await browser.scripting.insertCSS({ target: { tabId, frameIds: [frameId] }, css: css(names) });
    return true;
  } catch (error) {
    console.warn('Sidelight: marks cannot be styled in this tab', error);
    return false;
  }
}

/** In a page of our own, where nobody else looks. */
export function styleOwnPage(names: StyledNames): boolean {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css(names));
  document.adoptedStyleSheets.push(sheet);
  return true;
}
