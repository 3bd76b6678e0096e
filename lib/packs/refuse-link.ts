/**
 * Links of packs. A reader sees a host and clicks: nothing but an address of the public web may pass, and none whose
 * host is not what it looks like (T32 of the reliability tests).
 */
import { decodePunycode } from '../text/punycode';
import { MAX_LINK_CHARS } from './limits';

/** Scheme, host, port, rest. Without user names, blanks, quotes, angle brackets, backslashes and controls. */
const LINK = /^(https?):\/\/([^\s/?#@:"<>\\[\]]+)(?::(\d*))?(?:[/?#][^\s"<>\\]*)?$/i;

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i;
/** Names that lead nowhere but into the reader's own network (RFC 6761, RFC 6762, RFC 8375 and common usage). */
const PRIVATE = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|onion|home\.arpa)$/i;
const IPV4_LIKE = /^(?:0x[0-9a-f]*|\d+)$/i;
const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443' };

/** Why an address may not stand in a pack, as the end of a sentence; `null` when it may. */
export function refuseLink(address: string, { secure }: { readonly secure: boolean }): string | null {
  if (address.length > MAX_LINK_CHARS) return `is longer than ${MAX_LINK_CHARS} characters`;
  const match = LINK.exec(address);
  if (!match) return 'is not an http(s) address';
  const [, scheme = '', host = '', port] = match;
  if (secure && scheme.toLowerCase() !== 'https') return 'is not an https address: what is fetched comes by https only';
  if (port !== undefined && port !== DEFAULT_PORTS[scheme.toLowerCase()])
    return `names the port ${port}: links lead to a host's own port, leave it out`;
  return refuseHost(host);
}

function refuseHost(host: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is meant.
  if (/[^\u0000-\u007f]/.test(host)) return `has the host "${host}": write it in its ASCII form (xn--…)`;
  const labels = host.replace(/\.$/, '').split('.');
  const last = labels.at(-1) ?? '';
  if (IPV4_LIKE.test(last)) return 'leads to a number (an IP address): give the name of a public host';
  if (labels.length < 2 || PRIVATE.test(labels.join('.'))) return `leads to "${host}", which is not a public host`;
  if (!labels.every((label) => LABEL.test(label)) || host.length > 253) return `has the host "${host}", which is none`;
  for (const label of labels) {
    if (/^xn--/i.test(label) && isDeceptive(label.slice(4)))
      return `has the host "${host}", which is written to look like another one`;
  }
  return null;
}

const LATIN = /\p{Script=Latin}/u;
/** Alphabets whose letters are taken for Latin ones, and the letters of each that are. Anything else beside Latin is read as what it is. */
const LOOKALIKE = [
  [/\p{Script=Cyrillic}/u, /^[асԁеһіјӏорԛѕԝхуъьҽпгѵѡкмтвнб0-9-]+$/u],
  [/\p{Script=Greek}/u, /^[αικνορτυωγεηχβ0-9-]+$/u],
  [/\p{Script=Armenian}/u, /^[ցհոսօԳՏՍ0-9-]+$/u],
  [/\p{Script=Cherokee}/u, /./u],
  [/\p{Script=Georgian}/u, /^[იჿხ0-9-]+$/u],
] as const;

/**
 * True for a name that is no name, that mixes Latin with an alphabet of look-alikes, or that holds nothing but
 * look-alikes: the rules of browsers for showing a host in its own script (Chromium's, in outline).
 */
function isDeceptive(puny: string): boolean {
  const name = decodePunycode(puny.toLowerCase());
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is meant.
  if (name === null || name === '' || /^[\u0000-\u007f]*$/.test(name) || !/^[\p{L}\p{M}\p{Nd}・·-]+$/u.test(name))
    return true;
  return LOOKALIKE.some(([script, alike]) => script.test(name) && (LATIN.test(name) || alike.test(name)));
}
