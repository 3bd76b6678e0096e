/** A copy of the built extension with made-up knowledge of any size in its database, compiled by the product's own code. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { PackRecord } from '../../lib/model/pack';
import { compileIndex } from '../../lib/recognition/compile-index';
import { fingerprintOf } from '../../lib/services/installed-set';
import type { CurrentKnowledge, InstalledPack } from '../../lib/services/ports';
import { RECORDS_PER_ROW } from '../../lib/services/stage-pack';
import type { BrowserKind } from '../support/browsers';
import { sha256 } from '../support/build-pack';
import { copyExtension, type ExtensionCopy } from '../support/extension-copy';
import type { Reader } from '../support/reader';
import { syntheticHeader, syntheticRecords } from '../support/synthetic-pack';
import type { RowFile } from './fill-knowledge';

/** Rows in one file: some 2 MB of text. */
const ROWS_PER_FILE = 64;
const PACK = 'synthetic';

/** Message to the background of a copy: answered with what it has measured of itself, `[name, ms]` each, as JSON. */
export const ASK_MEASURES = { type: 'bench.measures' };
/** Port on which numbers of rows come; answered once the background has read, by IndexedDB alone, what a first answer needs. */
export const READS = 'bench.reads';
/** Goes behind the background's own script; a debugger, by which it could be asked as well, would keep it awake. */
const ANSWER_MEASURES = `
(globalThis.browser ?? chrome).runtime.onMessage.addListener((message, _, respond) => {
  if (message?.type !== '${ASK_MEASURES.type}') return;
  respond(JSON.stringify(performance.getEntriesByType('measure').map(({ name, duration }) => [name, duration])));
});
(() => {
  const settled = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const read = async (rows) => {
    const db = await settled(indexedDB.open('knowledge'));
    const get = (table, key) => settled(db.transaction(table).objectStore(table).get(key));
    const { fingerprint, packs } = (await get('meta', 'current')).value;
    const { bytes, head } = await get('indexes', fingerprint);
    const count = (await bytes.slice(0, head).arrayBuffer()).byteLength;
    const [{ header, generation }] = packs;
    const stored = db.transaction('rows').objectStore('rows');
    const found = await Promise.all(rows.map((row) => settled(stored.get([header.id, generation, row]))));
    db.close();
    return found.reduce((sum, row) => sum + row.bytes.length, count);
  };
  // A message would be answered by the extension itself at once: it knows no such type.
  (globalThis.browser ?? chrome).runtime.onConnect.addListener((port) => {
    if (port.name === '${READS}') port.onMessage.addListener((rows) => read(rows).then((count) => port.postMessage(count)));
  });
})();
`;

export interface SyntheticKnowledge {
  readonly records: readonly PackRecord[];
  readonly current: CurrentKnowledge;
  readonly index: ArrayBuffer;
}

/** Makes and compiles knowledge with so many names. */
export const makeKnowledge = (names: number): Promise<SyntheticKnowledge> =>
  compileKnowledge(syntheticRecords(names), String(names));

/** Compiles records as one pack; `name` tells its content from every other. */
export async function compileKnowledge(records: readonly PackRecord[], name: string): Promise<SyntheticKnowledge> {
  const header = syntheticHeader();
  const pack: InstalledPack = {
    header,
    generation: 'g1',
    sha256: createHash('sha256').update(`${PACK} ${name}`).digest('hex'),
    records: records.length,
    rowSize: RECORDS_PER_ROW,
    origin: { kind: 'bundled' },
    installedAt: '2026-10-06T12:00:00.000Z',
    bytes: 0,
    isPrivate: false,
  };
  const fingerprint = await fingerprintOf([pack], sha256);
  const index = compileIndex([{ header, records, rowSize: RECORDS_PER_ROW }], fingerprint);
  return { records, current: { packs: [pack], fingerprint }, index };
}

async function script(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, name)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}

/** A copy that lies ready to be filled. It names its pack, whose file is not there: until then it cannot install it. */
export async function prepareCopy(kind: BrowserKind, knowledge: SyntheticKnowledge): Promise<ExtensionCopy> {
  const copy = copyExtension(kind);
  copy.list(
    knowledge.current.packs.map(({ header: { id }, sha256: digest, records }) => ({
      names: 0,
      path: `packs/${id}.jsonl`,
      id,
      sha256: digest,
      records,
    })),
  );
  copy.manifest((manifest) => {
    const scripts = manifest.content_scripts as { matches: string[]; js: string[] }[];
    manifest.content_scripts = [...scripts, { matches: scripts[0]?.matches ?? [], js: ['bench/ask.js'] }];
  });
  copy.write('background.js', readFileSync(join(copy.path, 'background.js'), 'utf8') + ANSWER_MEASURES);
  copy.write('bench/ask.js', await script('ask-from-page.ts'));
  copy.write('bench/fill.js', await script('fill-knowledge.ts'));
  copy.write(
    'bench/fill.html',
    '<!doctype html><meta charset="utf-8"><div id="root"><p></p></div><script src="fill.js"></script>',
  );
  copy.write('bench/index.bin', new Uint8Array(knowledge.index));
  const { records } = knowledge;
  let files = 0;
  for (let at = 0; at < records.length; at += ROWS_PER_FILE * RECORDS_PER_ROW, files++) {
    const rows = Array.from({ length: ROWS_PER_FILE }, (_, i) =>
      records.slice(at + i * RECORDS_PER_ROW, at + (i + 1) * RECORDS_PER_ROW),
    ).filter((row) => row.length > 0);
    copy.write(`bench/rows-${files}.json`, JSON.stringify({ first: at / RECORDS_PER_ROW, rows } satisfies RowFile));
  }
  copy.write('bench/current.json', JSON.stringify({ current: knowledge.current, files }));
  return copy;
}

/** Fills the database of the extension; from then on it finds itself up to date. */
export async function fillDatabase(reader: Reader): Promise<void> {
  const page = await reader.extensionPage('bench/fill.html');
  page.setDefaultTimeout(0);
  await page.waitForFunction(() => 'fill' in globalThis);
  await page.evaluate(async () => {
    const own = globalThis as unknown as { fill(): Promise<number>; browser?: typeof chrome };
    await own.fill();
    const { runtime, storage } = own.browser ?? chrome;
    // It has found that its pack is not there, perhaps only now, and would not look again for a while.
    for (;;) {
      await runtime.sendMessage({ type: 'knowledge.mend', request: { action: 'retry' } });
      await new Promise((resolve) => setTimeout(resolve, 200));
      if (!('knowledge-problem' in (await storage.session.get(null)))) return;
    }
  });
  await page.close();
}
