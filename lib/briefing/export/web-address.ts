/** Addresses as they are written into other documents. */

const WEB = /^https?:\/\//i;
/** All but what RFC 3986 lets stand in an address and neither Markdown nor HTML takes for its own. */
const UNSAFE = /[^A-Za-z0-9\-._:/?#@!$&+,;=%]|%(?![0-9a-f]{2})/giu;

/** UTF-8, percent-encoded; ASCII that `encodeURIComponent` leaves alone is encoded too. */
const encode = (character: string): string =>
  character.charCodeAt(0) < 0x80
    ? `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
    : encodeURIComponent(character);

/** An address of the web that needs no further escape; `null` for anything else, a script among them. */
export function webAddress(url: string | null): string | null {
  const text = url?.trim() ?? '';
  return WEB.test(text) ? text.toWellFormed().replace(UNSAFE, encode) : null;
}

/** User name and password before the host. */
const USER = /^(https?:\/\/)[^/?#]*@/i;
/** Parameters that say how the reader came to a page, not which page it is. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|cmpid|ncid)(?:=|$)/i;

/**
 * An article's address as a citation names it: without user name, fragment, and what other sites have added to see where
 * its readers come from. What else it holds may be what names the article, and stays.
 */
export function citedAddress(url: string | null): string | null {
  const [before = ''] = (url ?? '').split('#');
  const [path = '', ...rest] = before.split('?');
  const parameters = rest.join('?').split('&');
  const kept = parameters.filter((parameter) => parameter !== '' && !TRACKING.test(parameter));
  return webAddress(path.replace(USER, '$1') + (kept.length > 0 ? `?${kept.join('&')}` : ''));
}
