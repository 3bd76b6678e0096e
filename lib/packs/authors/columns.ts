/** The columns that tables may have; `public/schemas/README.md` explains them to authors, and a test compares. */

/** The two tables that authors may give. */
export type TableKind = 'people' | 'events';

/** Columns that may stand for each language: `label`, `label:ja`. Without a language it is the pack's first. */
export const LOCALIZED_COLUMNS: Readonly<Record<TableKind, readonly string[]>> = {
  people: ['label', 'family', 'short', 'abbreviation', 'also', 'description', 'role'],
  events: ['title', 'summary', 'timeline', 'counts'],
};

/** One source a row; rows of the same id add up. */
const SOURCE_COLUMNS = [
  'source',
  'source_title',
  'source_publisher',
  'source_kind',
  'source_published',
  'source_lang',
] as const;

/** Columns that stand once. */
export const PLAIN_COLUMNS: Readonly<Record<TableKind, readonly string[]>> = {
  people: [
    'id',
    'type',
    'born',
    'died',
    'founded',
    'dissolved',
    'prominence',
    'same_as',
    'role_from',
    'role_to',
    'role_as_of',
    'role_post',
    'role_of',
    'role_capacity',
    ...SOURCE_COLUMNS,
  ],
  events: [
    'id',
    'date',
    'kind',
    'status',
    'planned',
    'participants',
    'places',
    'direction_from',
    'direction_to',
    'covers',
    'completeness',
    ...SOURCE_COLUMNS,
  ],
};

/** True for a column that tables of the kind may have. */
export function isColumn(kind: TableKind, column: string): boolean {
  const [name = '', lang] = column.split(':');
  if (LOCALIZED_COLUMNS[kind].includes(name)) return lang === undefined || lang !== '';
  return lang === undefined && PLAIN_COLUMNS[kind].includes(column);
}
