/** Subscriptions in the real browsers against a real server: T08 and T41 to T44 as they come over the network. */

import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import { toPackFile, versionedRecords } from '../support/bundles';
import { type BrowserBench, startBench } from '../support/in-browser';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import type * as SubscriptionsPage from '../support/subscriptions-page';

const HOUR = 3_600_000;
const PATH = '/b.jsonl';

describe.each<BrowserKind>(['chromium', 'firefox'])('in %s', (kind) => {
  let bench: BrowserBench<typeof SubscriptionsPage>;
  let page: Awaited<ReturnType<typeof bench.open>>;
  let server: LoopbackServer;
  let other: LoopbackServer;
  let files: Readonly<Record<'one' | 'two' | 'old' | 'few', string>>;
  const url = () => `${server.origin}${PATH}`;
  const serve = (answer: (response: ServerResponse) => void) => server.answers.set(PATH, answer);
  const serveFile = (file: string, headers: Record<string, string> = {}) =>
    serve((response) => response.writeHead(200, { 'content-type': 'application/jsonl', ...headers }).end(file));
  const subscribe = async () => {
    serveFile(files.one, { etag: '"one"' });
    expect(await page.call.add(url())).toEqual({ kind: 'fetched', version: '1' });
    await page.call.later(0);
    server.requests.length = 0;
  };

  beforeAll(async () => {
    const file = (version: string, count: number) => toPackFile('b', version, versionedRecords(`b${version}`, count));
    files = {
      one: await file('1', 100),
      two: await file('2', 101),
      old: await file('0.5', 100),
      few: await file('3', 40),
    };
    [server, other] = await Promise.all([startLoopbackServer(), startLoopbackServer()]);
    bench = await startBench(kind, join(import.meta.dirname, '../support/subscriptions-page.ts'));
    page = await bench.open();
  }, 90_000);
  afterAll(async () => {
    await bench?.close();
    await Promise.all([server?.close(), other?.close()]);
  });
  beforeEach(async () => {
    await page.call.reset();
    server.requests.length = 0;
  });

  it('a pack is added, found unchanged, and updated by its content', async () => {
    await subscribe();
    serve((response) => response.writeHead(304, { etag: '"one"' }).end());
    expect(await page.call.later(1)).toMatchObject({ outcome: { kind: 'unchanged' }, alarmIn: 24 * HOUR });
    expect(server.requests[0]?.headers).toMatchObject({ 'if-none-match': '"one"' });
    // Packed for the way by the server, and under the name of the old file.
    serve((response) => {
      response
        .writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip', etag: '"one"' })
        .end(gzipSync(files.two));
    });
    expect(await page.call.later(1)).toMatchObject({
      packs: [{ version: '2', origin: { kind: 'url', url: url() } }],
      outcome: { kind: 'fetched', version: '2' },
      jobs: [],
    });
  });

  it.each([301, 302, 307, 308])('a redirect by %i is refused, and nobody there is asked', async (status) => {
    await subscribe();
    for (const to of [`${other.origin}/`, 'http://192.168.0.1/b.jsonl', 'file:///etc/passwd', PATH]) {
      serve((response) => response.writeHead(status, { location: to }).end());
      expect(await page.call.later(1)).toMatchObject({
        packs: [{ version: '1' }],
        outcome: { kind: 'refused', reason: 'redirect' },
      });
    }
    expect(other.requests).toEqual([]);
    expect(server.requests).toHaveLength(4);
  });

  it('what is no sound, newer file of the same pack is refused, and the old stands', async () => {
    await subscribe();
    const bad: readonly (readonly [reason: string, answer: (response: ServerResponse) => void])[] = [
      ['media-type', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Log in')],
      ['not-a-pack', (response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('<p>Log in')],
      ['empty', (response) => response.writeHead(200).end()],
      ['older', (response) => response.writeHead(200).end(files.old)],
    ];
    for (const [i, [reason, answer]] of bad.entries()) {
      serve(answer);
      expect(await page.call.later(1)).toMatchObject({
        packs: [{ version: '1' }],
        outcome: { kind: 'refused', reason },
        jobs: [],
        alarmIn: HOUR * 2 ** i,
      });
    }
  });

  it('what takes much away is held', async () => {
    await subscribe();
    serveFile(files.few);
    expect(await page.call.later(1)).toMatchObject({ packs: [{ version: '1' }], jobs: ['held'] });
  });

  it('a gigabyte is refused by its announcement; without one reading ends at the limit', async () => {
    await subscribe();
    let sent = 0;
    const pour = (response: ServerResponse) => {
      const piece = Buffer.alloc(256 * 1024, 'x');
      const more = () => {
        while (!response.destroyed && sent < 2 ** 30) {
          sent += piece.length;
          if (!response.write(piece)) break;
        }
      };
      response.on('drain', more);
      more();
    };
    serve((response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': String(2 ** 30) });
      pour(response);
    });
    expect(await page.call.later(1)).toMatchObject({ outcome: { kind: 'refused', reason: 'too-large' } });
    sent = 0;
    serve((response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      pour(response);
    });
    const { outcome, requests, packs } = await page.call.later(1);
    expect(outcome).toEqual({ kind: 'refused', reason: 'too-large' });
    expect(packs).toMatchObject([{ version: '1' }]);
    const [unannounced, announced] = requests;
    expect(announced).toMatchObject({ bytes: 0 });
    // The limit, and the one piece that passed it.
    expect(unannounced?.outcome).toBe('partly');
    expect(unannounced?.bytes).toBeLessThanOrEqual((4 + 1) * 1024 * 1024);
    expect(sent).toBeLessThan(2 ** 28);
  });

  it('a server that falls silent or breaks off is given up', async () => {
    await subscribe();
    serve((response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.write(files.two.slice(0, 1_000));
    });
    expect(await page.call.later(1)).toMatchObject({ outcome: { kind: 'failed', reason: 'stalled' } });
    serve((response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': String(files.two.length) });
      response.write(files.two.slice(0, 1_000), () => response.destroy());
    });
    expect(await page.call.later(1)).toMatchObject({ outcome: { kind: 'failed', reason: 'cut-off' } });
    serve((response) => response.destroy());
    expect(await page.call.later(1)).toMatchObject({
      packs: [{ version: '1' }],
      outcome: { kind: 'failed', reason: 'unreachable' },
    });
  });
});
