/** The page for authors holds what works: its example, its tables, its recipe. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTerminalKnowledge } from '../../../lib/cli/terminal-knowledge';
import { buildFromTables, type PackHeaderFields } from '../../../lib/packs/authors/build-from-tables';
import { LOCALIZED_COLUMNS, PLAIN_COLUMNS, type TableKind } from '../../../lib/packs/authors/columns';
import { parseRecipe } from '../../../lib/packs/authors/wikibase/recipe';
import { checkPack } from '../../../lib/packs/check-pack';
import { MAX_ENTRIES, MAX_HOLDERS, MAX_LIST, PACK_LIMITS } from '../../../lib/packs/limits';
import { LINE_SCHEMAS } from '../../../lib/packs/schema';
import { sealLines, sha256 } from '../../support/build-pack';

const page = readFileSync(join(import.meta.dirname, '../../../public/schemas/README.md'), 'utf8');

/** The text of a fenced block by the words behind its fence. */
function block(words: string): string {
  const start = page.indexOf(`\`\`\`${words}\n`);
  expect(start, `a block \`\`\`${words}`).toBeGreaterThan(0);
  const from = page.indexOf('\n', start) + 1;
  return page.slice(from, page.indexOf('\n```', from) + 1);
}

describe('public/schemas/README.md', () => {
  it('has an example with every kind of record, which is sound once sealed', async () => {
    const lines = block('jsonl').trimEnd().split('\n');
    expect(await checkPack(await sealLines(lines), sha256)).toHaveProperty('pack');
    const kinds = new Set(lines.map((line) => (JSON.parse(line) as { record: string }).record));
    expect(Object.keys(LINE_SCHEMAS).filter((kind) => !kinds.has(kind))).toEqual(['withdrawn', 'end']);
  });

  it('has an example that recognises its minister', async () => {
    const checked = await checkPack(await sealLines(block('jsonl').trimEnd().split('\n')), sha256);
    if ('problems' in checked) throw new Error('the example is broken');
    const { headers } = await createTerminalKnowledge([checked.pack]);
    expect([...headers.keys()]).toEqual(['harbour-talks']);
  });

  it('has tables that build', () => {
    const header = JSON.parse(block('json header')) as PackHeaderFields;
    const built = buildFromTables(header, { people: block('csv people'), events: block('csv events') });
    expect('lines' in built ? built.lines.length : built.problems).toBe(6);
  });

  it.each<TableKind>(['people', 'events'])('lists the columns of %s', (kind) => {
    const start = page.indexOf(kind === 'people' ? 'Columns of people:' : 'Columns of events:');
    const table = page.slice(start, page.indexOf('\n\n', page.indexOf('| --- |', start)));
    const rows = table.split('\n').filter((line) => line.startsWith('| `'));
    const listed = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(listed.sort()).toEqual([...LOCALIZED_COLUMNS[kind], ...PLAIN_COLUMNS[kind]].sort());
  });

  it('has a recipe that is one', () => {
    expect(parseRecipe(JSON.parse(block('json recipe')))).toHaveProperty('recipe');
  });

  it('says the limits that are met', () => {
    const limits = page.slice(page.indexOf('**Limits:**'), page.indexOf('# From a spreadsheet')).replace(/\s+/g, ' ');
    for (const words of [
      `${PACK_LIMITS.unpackedBytes / 2 ** 20} MiB`,
      `${PACK_LIMITS.inflation} times`,
      `${PACK_LIMITS.lines.toLocaleString('en')} lines`,
      `${MAX_ENTRIES.names} names, ${MAX_ENTRIES.roles} roles, ${MAX_ENTRIES.relations} relations, ${MAX_ENTRIES.sources} sources`,
      `${MAX_LIST.toLocaleString('en')} events a series`,
      `${MAX_HOLDERS.toLocaleString('en')} records of one name`,
    ])
      expect(limits).toContain(words);
  });
});
