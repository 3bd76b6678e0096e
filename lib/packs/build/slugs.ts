/** Ids of records: `type/slug`, the same for the same inputs. */
import type { RecordId } from '../../model/ids';

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ə: 'e',
  ħ: 'h',
};
const MAX_SLUG = 80;

/** Latin letters and digits of a text joined by hyphens; empty when it has none. */
export function toSlug(text: string): string {
  const folded = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|['’ʼʻ`]/gu, '')
    .replace(/[^\x20-\x7e]/g, (letter) => LETTERS[letter] ?? (/\p{L}/u.test(letter) ? '\u0000' : ' '));
  if (folded.includes('\u0000')) return '';
  return folded
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_SLUG)
    .replace(/-+$/, '');
}

interface Identified {
  readonly slug: string;
  readonly tag: string;
  readonly qid?: string;
  readonly prominence?: number;
}

/**
 * Ids for records of one type. The most prominent of those that want the same slug keeps it; the others add their
 * Wikidata item or their tag.
 */
export function assignIds<T extends Identified>(type: string, records: readonly T[]): Map<T, RecordId> {
  const bySlug = new Map<string, T[]>();
  for (const record of records) {
    const slug = record.slug || toSlug(record.qid ?? record.tag) || 'unnamed';
    const others = bySlug.get(slug);
    if (others) others.push(record);
    else bySlug.set(slug, [record]);
  }
  const ids = new Map<T, RecordId>();
  const used = new Set<string>(bySlug.keys());
  for (const [slug, sharers] of bySlug) {
    const [first, ...rest] = sharers.toSorted(
      (a, b) => (b.prominence ?? 0) - (a.prominence ?? 0) || compare(a.qid ?? '', b.qid ?? '') || compare(a.tag, b.tag),
    );
    if (first) ids.set(first, `${type}/${slug}` as RecordId);
    for (const record of rest) {
      let id = [slug, toSlug(record.qid ?? record.tag)].filter(Boolean).join('-');
      for (let n = 2; used.has(id); n++)
        id = `${[slug, toSlug(record.qid ?? record.tag)].filter(Boolean).join('-')}-${n}`;
      used.add(id);
      ids.set(record, `${type}/${id}` as RecordId);
    }
  }
  return ids;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
