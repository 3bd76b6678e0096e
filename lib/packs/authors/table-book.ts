/** What the rows of all tables add up to: records by id, ids by label, sources by address. */
import type { Draft } from './draft';
import type { Row } from './parse-table';
import { slugOf } from './slug';

/** Shared by all rows of a build. */
export interface TableBook {
  /** Of columns that name none. */
  readonly language: string;
  readonly drafts: Map<string, Draft>;
  /** Labels of people, so that events may name them as they are called. */
  readonly ids: Map<string, string>;
  /** By address, or by title where there is none. */
  readonly sources: Map<string, Draft>;
  /** Takes a problem of the row at hand. */
  readonly report: (column: string, message: string) => void;
}

/** Cells of a column in every language, in the order of the columns. */
export function* inLanguages(
  { cells }: Row,
  name: string,
  language: string,
): Generator<[lang: string, text: string, column: string]> {
  for (const [column, text] of cells) {
    if (column === name) yield [language, text, column];
    else if (column.startsWith(`${name}:`)) yield [column.slice(name.length + 1), text, column];
  }
}

/** The entries of a cell that holds several, with semicolons between them. */
export const entriesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** Writes one field of a draft, with the cell it comes from. A second row may repeat a value, not change it. */
export function setField(
  draft: Draft,
  field: string,
  value: unknown,
  at: { readonly row: Row; readonly column: string; readonly report: TableBook['report'] },
): void {
  const before = draft.record[field];
  if (before !== undefined && before !== value) {
    const { row } = draft.origins.get(field) ?? { row: 0 };
    at.report(at.column, `is "${String(value)}", but row ${row} says "${String(before)}" of the same id`);
    return;
  }
  draft.record[field] = value;
  draft.origins.set(field, { row: at.row.number, column: at.column });
}

/** Writes the texts of a localized field. */
export function setTexts(draft: Draft, field: string, name: string, row: Row, { language, report }: TableBook): void {
  for (const [lang, text, column] of inLanguages(row, name, language)) {
    const texts = (draft.record[field] ?? {}) as Record<string, string>;
    if (texts[lang] !== undefined && texts[lang] !== text) {
      report(column, `is "${text}", but another row says "${texts[lang]}" of the same id`);
      continue;
    }
    draft.record[field] = { ...texts, [lang]: text };
    const origin = { row: row.number, column };
    draft.origins.set(`${field}.${lang}`, origin);
    if (!draft.origins.has(field)) draft.origins.set(field, origin);
  }
}

/** Enters a row's source and returns its id; null when the row names none. */
export function addSource(row: Row, { sources, report }: TableBook): string | null {
  const { cells } = row;
  const url = cells.get('source');
  const title = cells.get('source_title');
  if (url === undefined && title === undefined) return null;
  const key = url ?? title ?? '';
  const known = sources.get(key);
  if (known) return known.record.id as string;
  const publisher = cells.get('source_publisher') ?? (url ? hostOf(url) : undefined);
  if (title === undefined) report('source_title', 'is empty: say what the source is called, once for each source');
  if (publisher === undefined) report('source_publisher', 'is empty: say who published the source');
  const slug = slugOf(`${publisher ?? ''} ${title ?? ''}`) || `s-${sources.size + 1}`;
  const taken = new Set([...sources.values()].map(({ record }) => record.id));
  let id = `source/${slug}`;
  for (let n = 2; taken.has(id); n++) id = `source/${slug}-${n}`;
  const fields: readonly (readonly [field: string, column: string, value: string | undefined])[] = [
    ['title', 'source_title', title],
    ['publisher', 'source_publisher', publisher],
    ['kind', 'source_kind', cells.get('source_kind') ?? 'news'],
    ['url', 'source', url],
    ['published', 'source_published', cells.get('source_published')],
    ['lang', 'source_lang', cells.get('source_lang')],
  ];
  const draft: Draft = { record: { record: 'source', id }, origins: new Map() };
  for (const [field, column, value] of fields) {
    if (value === undefined) continue;
    draft.record[field] = value;
    draft.origins.set(field, { row: row.number, column });
  }
  sources.set(key, draft);
  return id;
}

const hostOf = (url: string): string | undefined => /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(url)?.[1];

/** Adds a source to those that a record, or a part of one, rests on. */
export function restOn(draft: Draft, source: string | null, row: Row): void {
  if (source === null) return;
  const known = (draft.record.sources ?? []) as string[];
  if (!known.includes(source)) draft.record.sources = [...known, source];
  draft.origins.set('sources', { row: row.number, column: 'source' });
}
