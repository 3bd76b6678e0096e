/** Tables as spreadsheets save them: RFC 4180 with commas, semicolons or tabs, the first row naming the columns. */

/** One row that is not empty. */
export interface Row {
  /** As the spreadsheet counts: the row of column names is 1. */
  readonly number: number;
  /** Cells by their columns, without those that are empty. */
  readonly cells: ReadonlyMap<string, string>;
}

/** A table with its named columns. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** Why a table cannot be read. */
export interface TableProblem {
  readonly row: number;
  readonly column?: string;
  readonly message: string;
}

/** Reads a table; blanks around cells and empty rows count for nothing. */
export function parseTable(text: string): Table | TableProblem {
  const records = readRecords(text.replace(/^\ufeff/, ''));
  if (!Array.isArray(records)) return records;
  const columns = (records[0] ?? []).map((name) => name.trim());
  if (columns.every((name) => name === '')) return { row: 1, message: 'the first row names no columns' };
  const twice = columns.find((name, i) => name !== '' && columns.indexOf(name) < i);
  if (twice !== undefined) return { row: 1, column: twice, message: 'stands twice' };
  const rows: Row[] = [];
  for (const [i, record] of records.slice(1).entries()) {
    const cells = new Map<string, string>();
    for (const [at, cell] of record.entries()) {
      const value = cell.trim();
      if (value === '') continue;
      const column = columns[at];
      if (!column) return { row: i + 2, message: `holds "${value}" in a column without a name` };
      cells.set(column, value);
    }
    if (cells.size > 0) rows.push({ number: i + 2, cells });
  }
  return { columns: columns.filter((name) => name !== ''), rows };
}

/** The separator that the first row uses most, outside of quotes. */
function separatorOf(text: string): string {
  const line = (text.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: string) => line.split(separator).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

function readRecords(text: string): string[][] | TableProblem {
  const separator = separatorOf(text);
  const records: string[][] = [];
  let record: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const isQuoted = text[at] === '"';
    const cell = isQuoted ? quotedCell(text, at) : plainCell(text, at, separator);
    if (cell === null) return { row: records.length + 1, message: 'opens a quotation mark that is never closed' };
    record.push(cell.text);
    at = cell.end;
    if (text[at] === separator) {
      at++;
      continue;
    }
    if (at < text.length && text[at] !== '\n' && text[at] !== '\r')
      return { row: records.length + 1, message: 'goes on behind a quotation mark: double the marks inside a cell' };
    records.push(record);
    record = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at >= text.length) break;
  }
  return records;
}

interface Piece {
  readonly text: string;
  readonly end: number;
}

function plainCell(text: string, at: number, separator: string): Piece {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return { text: text.slice(at, end), end };
}

function quotedCell(text: string, at: number): Piece | null {
  for (let end = text.indexOf('"', at + 1); end > 0; end = text.indexOf('"', end + 2)) {
    if (text[end + 1] !== '"') return { text: text.slice(at + 1, end).replaceAll('""', '"'), end: end + 1 };
  }
  return null;
}
