/** What a proxy was asked for that nobody but pages and extensions can have asked for. */
import type { NewsProxy } from './news-proxy';

/** The browsers' makers: browsers call home when they please, with and without an extension. */
const BROWSER_MAKERS =
  /(?:^|\.)(?:google|googleapis|gstatic|gvt1|google-analytics|googleusercontent|doubleclick|mozilla|mozgcp|firefox|firefoxusercontent|cloudflare-dns)\.(?:com|org|net)$/;

/** What was asked for, each once, less what the browser's maker was asked for. */
export function requestsIn(log: NewsProxy['log']): string[] {
  return [
    ...new Set(log.filter(({ host }) => !BROWSER_MAKERS.test(host)).map(({ host, path }) => `${host} ${path}`)),
  ].sort();
}
