/**
 * The only file that imports `webextension-polyfill`: every browser API that Sidelight uses passes through here. The
 * polyfill hands over the browser's own `browser` object where there is one (Firefox, Chrome 148 and later).
 */
import polyfill from 'webextension-polyfill';

/** What Chromium has and the polyfill's types do not know. */
interface ChromiumOnly {
  readonly sidePanel?: {
    open(options: { tabId?: number; windowId?: number }): Promise<void>;
    setPanelBehavior(options: { openPanelOnActionClick: boolean }): Promise<void>;
  };
  readonly offscreen?: {
    createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
    hasDocument(): Promise<boolean>;
  };
}

export const browser = polyfill as typeof polyfill & ChromiumOnly;

/** Origin of the extension's own pages, without a trailing slash. */
export const extensionOrigin = (): string => new URL(browser.runtime.getURL('')).origin;

/** True where the sidebar is Firefox's. */
export const hasSidebarAction = (): boolean => browser.sidebarAction !== undefined;
