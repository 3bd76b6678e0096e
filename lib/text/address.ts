/** A web address up to its path: user and password, host (an IPv6 one in brackets), port. */
const WEB_ADDRESS = /^https?:\/\/(?:[^/?#@\\]*@)?(\[[0-9a-f:.]+\]|[^/?#:@\\]+)(?::\d*)?(?:[/?#]|$)/i;

/** Host of a web page in lower case; `null` for pages that browsers keep from extensions and for what is no address. */
export function readableHost(url: string | null): string | null {
  return (url === null ? null : WEB_ADDRESS.exec(url))?.[1]?.toLowerCase() ?? null;
}

/** An address without its fragment: what stays the same while a reader moves within one document. */
export const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');
