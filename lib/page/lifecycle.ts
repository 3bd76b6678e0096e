/**
 * Stands in for WXT's `ContentScriptContext` (aliased in `wxt.config.ts`). WXT's own announces the content script to the
 * page by `postMessage`, with the extension's id, and stops when a page forges its event; ours talks to nobody. It ends
 * with the page session, which is the only thing that starts it.
 */
export class ContentScriptContext extends AbortController {}
