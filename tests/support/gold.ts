/**
 * Gold of our own for recognition: texts with inline labels, one JSON object a line, in `tests/fixtures/recognition`.
 *
 * `[[surface|id]]` must be found as that entity, `[[surface|?id1,id2]]` must be left open between these at least,
 * `[[surface|~id]]` may be found as that entity or not, `[[surface|@post-id]]` is an office without a name. Whatever
 * else is found is wrong. Lines of a text are its blocks; the first is the headline where the entry says so. Ids are
 * short: no two packs that are loaded share one. Records of one Wikidata item are one entity.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextBlock } from '../../lib/model/article';
import { parseReference, toReference } from '../../lib/model/ids';
import type { CheckedPack } from '../../lib/packs/check-pack';
import type { NameIndex } from '../../lib/recognition/name-index';
import { resolve } from '../../lib/recognition/resolve';
import { toDay } from '../../lib/text/edtf';

const FOLDER = join(import.meta.dirname, '../fixtures/recognition');

/** `exact`: that entity; `open`: candidates; `optional`: that entity or nothing; `office`: a post. */
type LabelKind = 'exact' | 'open' | 'optional' | 'office';

interface GoldLabel {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly kind: LabelKind;
  readonly ids: readonly string[];
}

export interface GoldEntry {
  readonly id: string;
  readonly published: string | undefined;
  readonly rule: string;
  readonly why: string;
  readonly negative: boolean;
  readonly blocks: readonly TextBlock[];
  readonly labels: readonly GoldLabel[];
}

/** Something found, in the packs' short ids. */
interface Found {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly ids: readonly string[];
}

interface Score {
  readonly precision: number;
  readonly recall: number;
  /** One line a miss or a wrong mention, with the reason that the entry gives. */
  readonly mistakes: readonly string[];
}

/** Codes of the gold files that are there: `en`, `ja` … */
export const goldLanguages = (): string[] =>
  readdirSync(FOLDER)
    .flatMap((file) => /^([a-z]+)\.jsonl$/.exec(file)?.[1] ?? [])
    .sort();

/** Paths of the packs beside the gold, in order. */
export const goldPackFiles = (): string[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.pack.jsonl'))
    .sort()
    .map((file) => join(FOLDER, file));

export const readGold = (language: string): GoldEntry[] =>
  readFileSync(join(FOLDER, `${language}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseEntry);

const KINDS: Readonly<Record<string, LabelKind>> = { '': 'exact', '?': 'open', '~': 'optional', '@': 'office' };
const LABEL = /\[\[([^|\]]+)\|([?~]?)(@?)([^|\]]+)\]\]/g;

/** An entry from its line; throws on what is no entry. */
export function parseEntry(line: string): GoldEntry {
  const { id, published, text, rule, why, negative, headline } = JSON.parse(line) as Record<string, unknown>;
  for (const [field, value] of Object.entries({ id, text, rule, why })) {
    if (typeof value !== 'string' || value === '') throw new Error(`${id}: "${field}" is no text`);
  }
  const blocks: TextBlock[] = [];
  const labels: GoldLabel[] = [];
  for (const [block, marked] of (text as string).split('\n').entries()) {
    let plain = '';
    let at = 0;
    for (const match of marked.matchAll(LABEL)) {
      const [whole, surface = '', sign = '', office = '', ids = ''] = match;
      plain += marked.slice(at, match.index);
      at = match.index + whole.length;
      const start = plain.length;
      plain += surface;
      const kind = KINDS[sign || office] as LabelKind;
      labels.push({ block, start, end: plain.length, surface, kind, ids: ids.split(',') });
    }
    plain += marked.slice(at);
    if (/\[\[|\]\]/.test(plain)) throw new Error(`${id}: a label is not closed or not understood: ${marked}`);
    blocks.push({ id: block, text: plain, kind: headline === true && block === 0 ? 'headline' : 'text', section: 0 });
  }
  return {
    id: id as string,
    published: published as string | undefined,
    rule: rule as string,
    why: why as string,
    negative: negative === true,
    blocks,
    labels,
  };
}

/** What the ids of labels mean: short ids of all packs, and one id for all records of a Wikidata item. */
export interface GoldIds {
  /** The first pack's short id for an entity; `undefined` for an id that no pack holds. */
  readonly same: (shortId: string) => string | undefined;
  /** Ids that two packs share. */
  readonly clashes: readonly string[];
  readonly isPost: (shortId: string) => boolean;
}

export function collectIds(packs: readonly CheckedPack[]): GoldIds {
  const first = new Map<string, string>();
  const byItem = new Map<string, string>();
  const posts = new Set<string>();
  const owners = new Map<string, string>();
  const clashes: string[] = [];
  for (const { header, records } of packs) {
    for (const record of records) {
      if (record.record !== 'entity' && record.record !== 'event') continue;
      const owner = owners.get(record.id);
      if (owner !== undefined) clashes.push(`${record.id} is in ${owner} and in ${toReference(header.id, record.id)}`);
      owners.set(record.id, toReference(header.id, record.id));
      if (record.record === 'entity' && record.type === 'post') posts.add(record.id);
      const items = record.record === 'entity' ? (record.sameAs ?? []) : [];
      const known = items.map((item) => byItem.get(item)).find((id) => id !== undefined) ?? record.id;
      for (const item of items) byItem.set(item, known);
      first.set(record.id, known);
    }
  }
  return { same: (id) => first.get(id), clashes, isPost: (id) => posts.has(id) };
}

/** What recognition finds in an entry: the extension's own code, on the day of publication. */
function findIn(index: NameIndex, { same }: GoldIds, { blocks, published }: GoldEntry): Found[] {
  const [year = 0, month = 0, day = 0] = (published ?? '').split('-').map(Number);
  const asOfDay = published === undefined ? null : toDay(year, month, day);
  return resolve(index, blocks, { asOfDay }).map(({ block, start, end, surface, entity, candidates }) => {
    const short = [...(candidates ?? []), ...(entity ? [entity] : [])].map((ref) => parseReference(ref)?.id ?? ref);
    return { block, start, end, surface, ids: [...new Set(short.map((id) => same(id) ?? id))] };
  });
}

const spanOf = ({ block, start, end }: Pick<Found, 'block' | 'start' | 'end'>): string => `${block}:${start}-${end}`;

/** True when something found at a label's place is what the label asks for. */
function fits({ kind, ids }: GoldLabel, found: readonly string[], { same }: GoldIds): boolean {
  const wanted = ids.map((id) => same(id) ?? id);
  return kind === 'open'
    ? found.length > 1 && wanted.every((id) => found.includes(id))
    : found.length === 1 && found[0] === wanted[0];
}

/** Precision and recall over entries. What is optional and found right counts for neither. */
export function scoreGold(index: NameIndex, ids: GoldIds, entries: readonly GoldEntry[]): Score {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  const mistakes: string[] = [];
  for (const entry of entries) {
    const complain = (what: string) => mistakes.push(`${entry.id} ${entry.rule}: ${what} | ${entry.why}`);
    const labels = new Map(entry.labels.map((label) => [spanOf(label), label]));
    const met = new Set<GoldLabel>();
    for (const found of findIn(index, ids, entry)) {
      const label = labels.get(spanOf(found));
      if (label && fits(label, found.ids, ids)) {
        met.add(label);
        if (label.kind !== 'optional') right++;
      } else {
        wrong++;
        complain(`wrong: “${found.surface}” found as ${found.ids.join(' or ')}`);
      }
    }
    for (const label of entry.labels) {
      if (label.kind === 'optional' || met.has(label)) continue;
      missed++;
      complain(`missed: “${label.surface}”, ${label.ids.join(' or ')}`);
    }
  }
  return { precision: right / (right + wrong || 1), recall: right / (right + missed || 1), mistakes };
}
