/** From spreadsheets of people and events to the lines of a pack, or to problems that name row and column. */
import { isColumn, type TableKind } from './columns';
import { type Draft, draftLines } from './draft';
import { parseTable, type Row } from './parse-table';
import { slugOf } from './slug';
import { addSource, type TableBook } from './table-book';
import { toEntity } from './table-entity';
import { toEvent } from './table-event';
import { addToTimelines } from './table-timeline';

/** A problem of a table, as an author reads it; row 0 and no column: of the header or the pack as a whole. */
export interface BuildProblem {
  readonly table: TableKind | 'header';
  readonly row: number;
  readonly column?: string;
  readonly message: string;
}

/** The lines before the end record, or why there are none. */
export type BuiltLines = { readonly lines: readonly string[] } | { readonly problems: readonly BuildProblem[] };

/** What an author writes of the header. */
export interface PackHeaderFields {
  readonly languages?: readonly string[];
  readonly [field: string]: unknown;
}

/** Builds the lines before the end record. `header`: what the author wrote of it, without `record` and `format`. */
export function buildFromTables(
  header: PackHeaderFields,
  tables: Readonly<Partial<Record<TableKind, string>>>,
): BuiltLines {
  const problems: BuildProblem[] = [];
  const tableOf = new Map<Draft, TableKind>();
  const book: TableBook = {
    language: header.languages?.[0] ?? 'en',
    drafts: new Map(),
    ids: new Map(),
    sources: new Map(),
    report: () => undefined,
  };
  for (const kind of ['people', 'events'] as const) {
    const text = tables[kind];
    if (text === undefined) continue;
    const table = parseTable(text);
    if ('message' in table) {
      problems.push({ table: kind, ...table });
      continue;
    }
    for (const column of table.columns)
      if (!isColumn(kind, column))
        problems.push({ table: kind, row: 1, column, message: 'is not a column: see the README' });
    for (const row of table.rows) {
      const report: TableBook['report'] = (column, message) => {
        problems.push({ table: kind, row: row.number, column, message });
      };
      addRow(kind, row, { ...book, report });
    }
    for (const draft of [...book.sources.values(), ...book.drafts.values()])
      if (!tableOf.has(draft)) tableOf.set(draft, kind);
  }
  if (problems.length > 0) return { problems };
  for (const draft of book.drafts.values()) nameRoles(draft, book.ids);

  const sources = [...book.sources.values()];
  const built = draftLines({ record: 'header', format: 'sidelight-pack/1', ...header }, [
    ...sources,
    ...book.drafts.values(),
  ]);
  if ('lines' in built) return built;
  return {
    problems: built.problems.map(({ draft, origin, message }) => {
      const row = origin ?? (draft ? [...draft.origins.values()][0] : undefined);
      if (!draft || !row) return { table: 'header', row: 0, message };
      return {
        table: tableOf.get(draft) ?? 'people',
        row: row.row,
        ...(origin ? { column: origin.column } : {}),
        message,
      };
    }),
  };
}

/** Posts and bodies of roles may be called by their labels, which are known once all rows are read. */
function nameRoles({ record }: Draft, ids: TableBook['ids']): void {
  for (const role of (record.roles ?? []) as Record<string, unknown>[])
    for (const field of ['post', 'of']) role[field] = ids.get(role[field] as string) ?? role[field];
}

/** Adds what a row says to the record of its id. */
function addRow(kind: TableKind, row: Row, book: TableBook): void {
  const id = idOf(kind, row, book);
  if (id === null) return;
  const draft = book.drafts.get(id) ?? newDraft(kind, id, row);
  book.drafts.set(id, draft);
  const source = addSource(row, book);
  if (kind === 'people') toEntity(draft, row, source, book);
  else {
    toEvent(draft, row, source, book);
    addToTimelines(id, row, source, book);
  }
}

function newDraft(kind: TableKind, id: string, row: Row): Draft {
  const type = row.cells.get('type') ?? id.slice(0, id.indexOf('/'));
  const record = kind === 'people' ? { record: 'entity', id, type } : { record: 'event', id };
  const origins = new Map([['id', { row: row.number, column: 'id' }]]);
  if (kind === 'people' && row.cells.has('type')) origins.set('type', { row: row.number, column: 'type' });
  return { record, origins };
}

function idOf(kind: TableKind, { cells }: Row, { language, report }: TableBook): string | null {
  const given = cells.get('id');
  if (given !== undefined) return given;
  const column = kind === 'people' ? 'label' : 'title';
  const name = cells.get(column) ?? cells.get(`${column}:${language}`);
  if (name === undefined) {
    report(column, 'is empty: a row has an id, or a text in this column');
    return null;
  }
  const slug = slugOf(name);
  if (slug === '') {
    report('id', `is empty, and "${name}" makes none: write one such as person/gen-nakatani`);
    return null;
  }
  if (kind === 'people') return `${cells.get('type') ?? 'person'}/${slug}`;
  return `event/${slugOf(cells.get('date') ?? '')}-${slug}`;
}
