/**
 * Who holds a WebDAV lock, as a server tells it in `lockdiscovery` (RFC 4918, 15.8): what stands between the tags of
 * `owner`, which is free text or an address, shown to a person and used for nothing else. No parser of XML is needed for
 * that, and none can be led astray: no entity but the five of XML's own is resolved, and a document type ends it.
 */

/** A name or an address; longer ones are cut. */
const MAX_CHARS = 80;

/** Two, not one for both: many beginnings without an end would be looked through many times. */
const BEGIN = /<(?:[\w.-]+:)?owner(?:\s[^<>]*)?>/u;
const END = /<\/(?:[\w.-]+:)?owner\s*>/u;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** `null` where nobody is named. */
export function lockOwnerIn(xml: string): string | null {
  if (xml.includes('<!DOCTYPE')) return null;
  const begin = BEGIN.exec(xml);
  const rest = begin ? xml.slice(begin.index + begin[0].length) : '';
  const end = END.exec(rest);
  if (!end) return null;
  const text = rest
    .slice(0, end.index)
    .replace(/<[^<>]*>/gu, ' ')
    .replace(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => ENTITIES[name] ?? '')
    // Controls, and what turns the direction of the sentence that it will stand in.
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  if (text === '') return null;
  const characters = [...text];
  return characters.length > MAX_CHARS ? `${characters.slice(0, MAX_CHARS).join('')}…` : text;
}
