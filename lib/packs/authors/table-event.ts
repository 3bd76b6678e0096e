/** A row of the events' table as a part of an event. */
import { isRecordId, parseReference } from '../../model/ids';
import type { Draft } from './draft';
import type { Row } from './parse-table';
import { entriesOf, restOn, setField, setTexts, type TableBook } from './table-book';

const FIELDS = ['date', 'kind', 'planned'] as const;
const DIRECTION = { direction_from: 'from', direction_to: 'to' } as const;

/** Adds a row to its event; `source`: what the row rests on. What does not fit is reported at its column. */
export function toEvent(draft: Draft, row: Row, source: string | null, book: TableBook): void {
  const { cells } = row;
  const { report } = book;
  for (const field of FIELDS) {
    const value = cells.get(field);
    if (value !== undefined) setField(draft, field, value, { row, column: field, report });
  }
  const status = cells.get('status');
  if (status !== undefined) setField(draft, 'status', status, { row, column: 'status', report });
  else draft.record.status ??= 'held';
  setTexts(draft, 'title', 'title', row, book);
  setTexts(draft, 'summary', 'summary', row, book);
  addParticipants(draft, row, book);
  for (const place of entriesOf(cells.get('places'))) {
    const id = idOf(place, 'places', book);
    const places = (draft.record.places ?? []) as string[];
    if (id === null || places.includes(id)) continue;
    draft.record.places = [...places, id];
    draft.origins.set('places', { row: row.number, column: 'places' });
  }
  for (const [column, end] of Object.entries(DIRECTION)) {
    const value = cells.get(column);
    const id = value === undefined ? null : idOf(value, column, book);
    if (id === null) continue;
    draft.record.direction = { ...(draft.record.direction as object | undefined), [end]: id };
    draft.origins.set(`direction.${end}`, { row: row.number, column });
  }
  restOn(draft, source, row);
}

/** `Gen Nakatani; person/han-min-koo as post/rok-defense-minister`. */
function addParticipants(draft: Draft, row: Row, book: TableBook): void {
  const participants = (draft.record.participants ?? []) as { entity: string; as?: string }[];
  draft.record.participants = participants;
  for (const entry of entriesOf(row.cells.get('participants'))) {
    const [who = '', post] = entry.split(/\s+as\s+(?=\S+$)/);
    const entity = idOf(who, 'participants', book);
    const as = post === undefined ? undefined : idOf(post, 'participants', book);
    if (entity === null || as === null || participants.some((one) => one.entity === entity)) continue;
    draft.origins.set(`participants.${participants.length}`, { row: row.number, column: 'participants' });
    participants.push({ entity, ...(as === undefined ? {} : { as }) });
  }
}

/** An id as it stands, or that of the entity which the people's table calls so. */
function idOf(text: string, column: string, { ids, report }: TableBook): string | null {
  if (isRecordId(text) || parseReference(text) !== null) return text;
  const id = ids.get(text);
  if (id === undefined) report(column, `names "${text}", which is neither an id nor a label of the people's table`);
  return id ?? null;
}
