/**
 * The timelines that rows of the events' table name: all rows with one title make one timeline. Where one of them says
 * what is counted and for which years the list holds, its events are a series too: they are counted, and gaps are drawn.
 */
import type { Draft } from './draft';
import type { Row } from './parse-table';
import { slugOf } from './slug';
import { entriesOf, inLanguages, setTexts, type TableBook } from './table-book';

const COLUMN = 'timeline';

/** Adds an event to the timelines of its row. Titles in other languages stand in the order of those in the first. */
export function addToTimelines(event: string, row: Row, source: string | null, book: TableBook): void {
  const { drafts, language, report } = book;
  const titles = [...inLanguages(row, COLUMN, language)].map(
    ([lang, text, column]) => [lang, entriesOf(text), column] as const,
  );
  const named = titles.find(([lang]) => lang === language)?.[1] ?? [];
  for (const [lang, entries, column] of titles) {
    if (lang === language || entries.length === named.length) continue;
    const first = titles.find(([other]) => other === language)?.[2] ?? COLUMN;
    report(column, `names ${entries.length} timelines, and "${first}" names ${named.length}: a title for each`);
    return;
  }
  if (row.cells.has('covers') && named.length !== 1)
    report('covers', 'is said of one timeline: name it, and no other, in this row');
  named.forEach((title, i) => {
    const slug = slugOf(title);
    if (slug === '') {
      report(COLUMN, `"${title}" makes no id: write a title with Latin letters first`);
      return;
    }
    const id = `timeline/${slug}`;
    const draft = drafts.get(id) ?? { record: { record: 'timeline', id, title: {}, events: [] }, origins: new Map() };
    drafts.set(id, draft);
    const events = draft.record.events as string[];
    if (!events.includes(event)) events.push(event);
    draft.record.title = {
      ...Object.fromEntries(titles.map(([lang, entries]) => [lang, entries[i]])),
      ...(draft.record.title as object),
    };
    const origin = { row: row.number, column: COLUMN };
    for (const field of ['id', 'title', 'events']) if (!draft.origins.has(field)) draft.origins.set(field, origin);
    if (row.cells.has('covers')) addSeries(draft, slug, row, source, book);
  });
}

/** Counts the events of a timeline. The list of events is the timeline's own, which later rows add to. */
function addSeries({ record }: Draft, slug: string, row: Row, source: string | null, book: TableBook): void {
  const id = `series/${slug}`;
  const known = book.drafts.get(id);
  const draft: Draft = known ?? {
    record: { record: 'series', id, events: record.events, coverage: [] },
    origins: new Map(),
  };
  book.drafts.set(id, draft);
  draft.record.title = record.title;
  setTexts(draft, 'counts', 'counts', row, book);
  const [from, to] = (row.cells.get('covers') ?? '').split('/');
  const coverage = draft.record.coverage as object[];
  const field = `coverage.${coverage.length}`;
  coverage.push({
    from,
    to: to ?? from,
    completeness: row.cells.get('completeness') ?? 'gaps',
    sources: source === null ? [] : [source],
  });
  const at = (column: string) => ({ row: row.number, column });
  draft.origins.set(field, at('covers'));
  draft.origins.set(`${field}.completeness`, at('completeness'));
  draft.origins.set(`${field}.sources`, at('source'));
  for (const name of ['id', 'title', 'events', 'coverage'])
    if (!draft.origins.has(name)) draft.origins.set(name, at('covers'));
  if (!draft.origins.has('counts')) draft.origins.set('counts', at('counts'));
}
