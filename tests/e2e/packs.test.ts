/**
 * The reader's own packs in the built extension: added as a file and by an address, in use in an article, updated, held,
 * checked for damage and removed. With the pack that is quickest to install alone: nothing here is about the others.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserKind, OUTPUT } from '../support/browsers';
import { anEntity, aPack, aSource, writePack } from '../support/build-pack';
import { copyExtension, type ExtensionCopy } from '../support/extension-copy';
import { listPack } from '../support/list-pack';
import { type NewsProxy, startNewsProxy } from '../support/news-proxy';
import { Reader, until } from '../support/reader';
import { articlePage } from '../support/synthetic-pack';

const FLAGSHIP = 'packs/japan-rok-defense.jsonl';
const HOST = 'packs.example.org';
const URL = `https://${HOST}/harbors.jsonl`;
const ARTICLE = 'https://www.japantimes.co.jp/news/2025/09/08/harbors';
const TEXT = articlePage([
  'Corvin Ashdown met Mirelle Ostrander at the pier on Monday, and both were pleased with the weather.',
  'Tobias Wexcombe, who had come by boat, spoke of a good year for everybody who lives from the sea.',
  'The pier was built a hundred years ago, and has been mended after every winter since by those who use it.',
  'There will be music in the evening, and a race around the two islands on the day after that, if the wind allows.',
]);
const WAIT_MS = 40_000;

const harbors = (version: string, people: readonly string[], sources: number): Promise<string> =>
  writePack(
    aPack(
      [
        aSource(),
        ...people.map((id) => anEntity(id)),
        ...Array.from({ length: sources }, (_, i) => aSource({ id: `source/log-${i}`, title: `Log ${i}` })),
      ],
      { id: 'harbors', version, title: { en: 'Harbors of the north' }, publisher: 'Wikipedia', license: 'CC0-1.0' },
    ),
  );

/** The middle of what a screen reader calls so, scrolled into view. */
function findControl(label: string): { x: number; y: number } | null {
  const control = [...document.querySelectorAll<HTMLElement>('button, summary, a, label')].find(
    (element) => (element.ariaLabel ?? element.textContent ?? '').trim() === label,
  );
  if (!control) return null;
  control.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = control.getBoundingClientRect();
  return width > 0 ? { x: x + width / 2, y: y + height / 2 } : null;
}

/** A raw look into a table of a database. */
function readTable(database: string, table: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const db = request.result;
      const all = db.transaction(table).objectStore(table).getAll();
      all.onsuccess = () => {
        db.close();
        resolve(all.result);
      };
    };
  });
}

/** Spoils one record of a pack, as a failing disk does: its title becomes a number. Answers with its id. */
function spoil(pack: string, place: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('knowledge');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const db = request.result;
      const writing = db.transaction('rows', 'readwrite');
      let id = '';
      writing.objectStore('rows').openCursor().onsuccess = (event) => {
        const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
        if (!cursor) return;
        if (cursor.value.pack !== pack || id !== '') return void cursor.continue();
        const lines = new TextDecoder().decode(cursor.value.bytes).split('\n');
        const record = JSON.parse(lines[place] as string);
        id = record.id;
        lines[place] = JSON.stringify({ ...record, title: 7 });
        cursor.update({ ...cursor.value, bytes: new TextEncoder().encode(lines.join('\n')) });
        cursor.continue();
      };
      writing.oncomplete = () => {
        db.close();
        resolve(id);
      };
    };
  });
}

describe.each<BrowserKind>(['chromium', 'firefox'])('the reader’s packs in %s', (kind) => {
  let proxy: NewsProxy;
  let copy: ExtensionCopy;
  let reader: Reader;
  let options: Page;
  let article: Page;

  const text = () => options.evaluate(() => document.body.innerText);
  const says = (what: string) => until(`"${what}" in the options`, async () => (await text()).includes(what), WAIT_MS);
  const saysNoMore = (what: string) =>
    until(`no "${what}" in the options`, async () => !(await text()).includes(what), WAIT_MS);
  const press = async (label: string) => {
    await options.bringToFront();
    const { x, y } = await until(`"${label}" in the options`, () => options.evaluate(findControl, label), WAIT_MS);
    await options.mouse.click(x, y);
  };
  const choose = async (name: string, content: string) => {
    copy.write(`../${copy.path.split('/').at(-1)}-files/${name}`, content);
    const field = await options.$('input[type="file"]');
    await (field as Awaited<ReturnType<typeof options.$<'input'>>>)?.uploadFile(`${copy.path}-files/${name}`);
  };
  const marks = async () => {
    await article.bringToFront();
    return (await reader.marks(article)).texts.toSorted();
  };
  const marked = async (names: readonly string[]) => {
    let last: readonly string[] = [];
    const isSo = async () => {
      last = await marks();
      return last.join() === names.join();
    };
    await until(`marks of ${names.join(', ') || 'nobody'}`, isSo, WAIT_MS).catch((error: Error) => {
      throw new Error(`${error.message}; there are ${last.join(', ') || 'none'}`);
    });
  };

  beforeAll(async () => {
    copy = copyExtension(kind);
    copy.list([listPack(FLAGSHIP, readFileSync(join(OUTPUT[kind], FLAGSHIP), 'utf8'))]);
    // Nobody can answer the browser's own question here: the host is allowed from the start, and asking for it again
    // is answered without one.
    copy.manifest((manifest) => {
      manifest.host_permissions = [...(manifest.host_permissions as string[]), `https://${HOST}/*`];
    });
    proxy = await startNewsProxy(join(import.meta.dirname, '../sites'));
    proxy.serve(ARTICLE, TEXT);
    proxy.serve(URL, await harbors('1', ['person/mirelle-ostrander'], 8), { 'content-type': 'application/jsonl' });
    reader = await Reader.start(kind, { proxy: proxy.address, extension: copy.path });
    options = await reader.extensionPage('options.html#packs');
    article = await reader.open(ARTICLE, false);
    await options.bringToFront();
  });

  afterAll(async () => {
    await reader?.close();
    await proxy?.close();
    copy?.remove();
  });

  it('are added as a file, and marked in an open article', async () => {
    await says('ships with Sidelight');
    const club = await writePack(
      aPack([anEntity('person/corvin-ashdown')], { id: 'club', title: { en: 'A rowing club' } }),
    );
    await choose('club.jsonl', club);
    await says('the file club.jsonl');
    await marked(['Corvin Ashdown']);
    expect(proxy.log.filter(({ host }) => host === HOST)).toEqual([]);
  });

  it('that have mistakes are refused with their lines', async () => {
    const broken = await writePack(
      aPack([anEntity('person/tobias-wexcombe', { sources: ['source/nowhere'] })], { id: 'broken' }),
    );
    await choose('broken.jsonl', broken);
    await says('Not installed: the file has mistakes.');
    expect(await text()).toMatch(/line 3\b[^\n]*source\/nowhere/);
    await press('Dismiss: A test');
    await saysNoMore('the file has mistakes');
  });

  it('are added by their address, which is shown whatever they call themselves', async () => {
    await options.bringToFront();
    await options.type('input[type="url"]', URL);
    await press('Add');
    await says(`${URL}\n`);
    await says('checked now');
    await marked(['Corvin Ashdown', 'Mirelle Ostrander']);
    expect(await options.evaluate(readTable, 'reader', 'requests')).toMatchObject([
      { host: HOST, path: '/harbors.jsonl', purpose: 'pack-added', outcome: 'answered', status: 200 },
    ]);
    expect(proxy.log.filter(({ host }) => host === HOST)).toHaveLength(1);
  });

  it('are updated, with a changelog', async () => {
    const people = ['person/mirelle-ostrander', 'person/tobias-wexcombe'];
    proxy.serve(URL, await harbors('2', people, 8), { 'content-type': 'application/jsonl' });
    await press('Check now: Harbors of the north');
    await says('version 2');
    await says('updated now · 1 added');
    await marked(['Corvin Ashdown', 'Mirelle Ostrander', 'Tobias Wexcombe']);
  });

  it('are kept as they are when an update would take much away, until the reader says otherwise', async () => {
    proxy.serve(URL, await harbors('3', ['person/mirelle-ostrander'], 2), { 'content-type': 'application/jsonl' });
    await press('Check now: Harbors of the north');
    await says('It would remove 7 of 11 records');
    expect(await marks()).toEqual(['Corvin Ashdown', 'Mirelle Ostrander', 'Tobias Wexcombe']);
    await press('Keep the installed version');
    await saysNoMore('It would remove');
    expect(await text()).toContain('version 2');
  });

  it('are never marked once the reader wants it so', async () => {
    await options.evaluate(() => {
      // A job that has just ended has the pack's name too, and no switch.
      const items = [...document.querySelectorAll('li')].filter((item) => item.textContent?.includes('Harbors'));
      const [box] = items.flatMap((item) => [...item.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')]);
      if (!box) throw new Error('the pack has no switch');
      box.click();
    });
    const isSwitched = () => options.evaluate(() => document.querySelector('input[type="checkbox"]:checked') !== null);
    await until('the switch to stay', isSwitched);
    await marked(['Corvin Ashdown']);
  });

  it('that are damaged are found to the record', async () => {
    await press('Check packs');
    await says('Nothing is damaged.');
    const id = await options.evaluate(spoil, 'club', 0);
    expect(id).toBe('source/gazette');
    await press('Check packs');
    await says('1 record is damaged:');
    expect(await text()).toMatch(/source\/gazette\s+A rowing club/);
  });

  it('are removed with their updates, once the reader has said so twice', async () => {
    await press('Remove: Harbors of the north');
    await says('Remove this pack from this device and stop its updates?');
    await options.keyboard.press('Escape');
    await saysNoMore('stop its updates?');
    await press('Remove: Harbors of the north');
    await press('Remove');
    await saysNoMore(URL);
    await press('Remove: A rowing club');
    await press('Remove');
    await saysNoMore('club.jsonl');
    await marked([]);
    const kept = (await options.evaluate(readTable, 'reader', 'subscriptions')) as { deleted: boolean }[];
    expect(kept).toMatchObject([{ deleted: true, value: null }]);
  });
});
