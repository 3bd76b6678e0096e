/** A row of the people's table as a part of an entity. */
import type { Draft } from './draft';
import type { Row } from './parse-table';
import { entriesOf, inLanguages, restOn, setField, setTexts, type TableBook } from './table-book';

const DATES = ['born', 'died', 'founded', 'dissolved'] as const;
/** Columns of names with the kind that each makes. */
const NAMES = { label: 'full', family: 'family', short: 'short', abbreviation: 'abbreviation', also: 'full' } as const;
const ROLE_FIELDS = {
  role_from: 'from',
  role_to: 'to',
  role_as_of: 'asOf',
  role_post: 'post',
  role_of: 'of',
  role_capacity: 'capacity',
} as const;

/** Adds a row to its entity; `source`: what the row rests on. What does not fit is reported at its column. */
export function toEntity(draft: Draft, row: Row, source: string | null, book: TableBook): void {
  const { cells } = row;
  setTexts(draft, 'label', 'label', row, book);
  setTexts(draft, 'description', 'description', row, book);
  for (const field of DATES) {
    const value = cells.get(field);
    if (value !== undefined) setField(draft, field, value, { row, column: field, report: book.report });
  }
  const prominence = cells.get('prominence');
  if (prominence !== undefined)
    setField(draft, 'prominence', Number(prominence), { row, column: 'prominence', report: book.report });
  for (const address of entriesOf(cells.get('same_as'))) append(draft, 'sameAs', address, row, 'same_as');
  addNames(draft, row, book);
  restOn(draft, source, row);
  addRole(draft, row, source, book);
}

function append(draft: Draft, field: string, value: unknown, row: Row, column: string): void {
  const list = (draft.record[field] ?? []) as unknown[];
  if (list.some((one) => JSON.stringify(one) === JSON.stringify(value))) return;
  draft.record[field] = [...list, value];
  draft.origins.set(`${field}.${list.length}`, { row: row.number, column });
}

/** The label is a name as well: what an entity is called is how texts write it. */
function addNames(draft: Draft, row: Row, { language, ids }: TableBook): void {
  for (const [name, kind] of Object.entries(NAMES)) {
    for (const [lang, text, column] of inLanguages(row, name, language)) {
      const texts = name === 'label' ? [text] : entriesOf(text);
      for (const one of texts) {
        append(draft, 'names', { text: one, lang, kind }, row, column);
        if (kind === 'full') ids.set(one, draft.record.id as string);
      }
    }
  }
  draft.record.names ??= [];
}

function addRole(draft: Draft, row: Row, source: string | null, { language, report }: TableBook): void {
  const title: Record<string, string> = {};
  let titleColumn = 'role';
  for (const [lang, text, column] of inLanguages(row, 'role', language)) {
    title[lang] = text;
    titleColumn = column;
  }
  const given = Object.keys(ROLE_FIELDS).find((column) => row.cells.has(column));
  if (Object.keys(title).length === 0) {
    if (given !== undefined) report('role', `is empty, but ${given} is not: say which role it is`);
    return;
  }
  const roles = (draft.record.roles ?? []) as unknown[];
  const at = `roles.${roles.length}`;
  const role: Record<string, unknown> = { title, sources: source === null ? [] : [source] };
  draft.origins.set(`${at}.title`, { row: row.number, column: titleColumn });
  draft.origins.set(`${at}.sources`, { row: row.number, column: 'source' });
  draft.origins.set(at, { row: row.number, column: given ?? titleColumn });
  for (const [column, field] of Object.entries(ROLE_FIELDS)) {
    const value = row.cells.get(column);
    if (value === undefined) continue;
    role[field] = value;
    draft.origins.set(`${at}.${field}`, { row: row.number, column });
  }
  draft.record.roles = [...roles, role];
}
