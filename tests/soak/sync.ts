/**
 * T134: 20 rounds of two devices that synchronise through Apache, each in a process of its own, killed (SIGKILL) at random
 * moments of its run. In the end both know the same, and nothing is lost that nobody has replaced.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from '../../lib/sync/collect';
import type { Entry } from '../../lib/sync/entry';
import { entriesText } from '../../lib/sync/journal';
import { type Apache, startApache } from '../support/sync/apache';
import { openRecords, openStore, saveRecords } from '../support/sync/file-device';
import { Book, seeded } from '../support/sync/simulation';

export const total = 20;
export const casesPerSave = 1;

const ROOT = join(import.meta.dirname, '../..');
const LOADER = join(ROOT, 'node_modules/tsx/dist/loader.mjs');
const CLIENT = join(ROOT, 'tests/support/sync/file-client.ts');
const NAMES = ['a', 'b'] as const;
const IDS = ['notes/n1', 'notes/n2', 'settings/set:marks'];
const TABLES = ['settings', 'notes', 'pins'];
const STEPS = 10;
/** From the first request a run takes some 100 ms. */
const LONGEST_MS = 120;

/** One run of a device; killed so many ms after its requests have begun, or left alone. */
function runClient(apache: Apache, folder: string, name: string, killAfter: number | null): Promise<string> {
  const child = spawn(
    process.execPath,
    ['--import', LOADER, CLIENT, folder, name, apache.url, apache.user, apache.password],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.on('data', (piece: Buffer) => {
    const before = said;
    said += piece.toString();
    if (killAfter !== null && !before.includes('begun') && said.includes('begun'))
      setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
  return new Promise((resolve) => {
    child.once('exit', (_, signal) => resolve(signal ? 'killed' : said.replace('begun', '').trim()));
  });
}

export async function run(number: number): Promise<string> {
  const random = seeded(number + 1);
  const book = new Book();
  const apache = await startApache();
  const folders = NAMES.map(() => mkdtempSync(join(tmpdir(), 'sidelight-device-')));
  let kills = 0;
  try {
    for (let step = 0; step < STEPS; step++) {
      const which = random() < 0.5 ? 0 : 1;
      const folder = folders[which] as string;
      const { records } = openRecords(folder, TABLES);
      const id = IDS[Math.floor(random() * IDS.length)] as string;
      const seen = records.get(id);
      const isDeletion = seen !== undefined && !seen.deleted && random() < 0.2;
      const text = isDeletion ? null : book.next();
      book.note(id, seen, text);
      records.set(id, isDeletion ? { deleted: true, value: null } : { deleted: false, value: { text } });
      saveRecords(folder, records);
      const end = await runClient(
        apache,
        folder,
        NAMES[which] as string,
        random() < 0.8 ? random() * LONGEST_MS : null,
      );
      if (end === 'killed') kills += 1;
    }
    for (let calm = 0; calm < 3; calm++) {
      for (const [i, folder] of folders.entries()) {
        const end = await runClient(apache, folder, NAMES[i] as string, null);
        if (end !== 'done null') throw new Error(`round ${number}: a calm run ended as ${end}`);
      }
    }
    check(number, folders, book);
    return `equal, after ${kills >= STEPS / 2 ? 'many' : 'some'} kills`;
  } finally {
    await apache.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

function check(number: number, folders: readonly string[], book: Book): void {
  const known = folders.map((folder, i) => openStore(folder, NAMES[i] as string).state.rows);
  const texts = known.map((rows) => entriesText(new Map([...rows].map(([id, { entry }]) => [id, entry as Entry]))));
  if (texts[0] !== texts[1]) throw new Error(`round ${number}: the devices know different things\n${texts.join('\n')}`);
  for (const id of IDS) {
    const kept = keptIn(known[0]?.get(id));
    const lost = book.open(id).filter((text) => !kept.includes(text));
    if (lost.length > 0) throw new Error(`round ${number}: ${id} has lost ${lost.join(', ')}`);
  }
}

const keptIn = (row: Row | undefined): readonly (string | undefined)[] =>
  row?.entry?.versions.map(({ value }) => (value as { text: string } | null)?.text) ?? [];
