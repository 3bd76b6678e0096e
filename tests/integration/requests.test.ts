/** Requests of the real browsers to a real server, and the ledger that is kept of them. */
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import { type BrowserBench, startBench } from '../support/in-browser';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import type * as RequestsPage from '../support/requests-page';

const DAY_MS = 86_400_000;

describe.each<BrowserKind>(['chromium', 'firefox'])('in %s', (kind) => {
  let bench: BrowserBench<typeof RequestsPage>;
  let page: Awaited<ReturnType<typeof bench.open>>;
  let server: LoopbackServer;
  let other: LoopbackServer;
  beforeAll(async () => {
    [server, other] = await Promise.all([startLoopbackServer(), startLoopbackServer()]);
    bench = await startBench(kind, join(import.meta.dirname, '../support/requests-page.ts'));
    page = await bench.open();
  }, 60_000);
  afterAll(async () => {
    await bench?.close();
    await Promise.all([server?.close(), other?.close()]);
  });
  beforeEach(async () => {
    server.requests.length = 0;
    await page.call.clear();
  });

  it('carry no cookie, no referrer and no address of a page, and what was asked along', async () => {
    server.answers.set('/sound', (response) => {
      response.writeHead(200, { etag: '"y"', 'set-cookie': 'theirs=1' }).end('x'.repeat(1_000));
    });
    for (let i = 0; i < 2; i++) {
      expect(await page.call.ask(`${server.origin}/sound`)).toEqual({
        status: 200,
        isRedirect: false,
        etag: '"y"',
        bytes: 1_000,
      });
    }
    // Twice: the browser's cache has no say.
    expect(server.requests).toHaveLength(2);
    for (const { method, headers } of server.requests) {
      expect({ method, ...headers }).toMatchObject({ method: 'GET', 'if-none-match': '"x"' });
      expect(Object.keys(headers)).not.toContain('cookie');
      expect(Object.keys(headers)).not.toContain('referer');
    }
    expect(await page.call.list()).toMatchObject([
      { path: '/sound', outcome: 'answered', status: 200, bytes: 1_000 },
      { path: '/sound', outcome: 'answered', status: 200, bytes: 1_000 },
    ]);
  });

  it('follow no redirect: nobody there is asked', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      server.answers.set('/away', (response) =>
        response.writeHead(status, { location: `${other.origin}/there` }).end(),
      );
      expect(await page.call.ask(`${server.origin}/away`)).toMatchObject({ isRedirect: true, bytes: 0 });
    }
    expect(other.requests).toEqual([]);
    expect((await page.call.list()).map(({ outcome }) => outcome)).toEqual(Array(5).fill('redirected'));
  });

  it('end when enough was read, and when nobody wants the answer any more', async () => {
    const closed: string[] = [];
    server.answers.set('/endless', (response, { url }) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'.repeat(10_000)), 5);
      response.on('close', () => {
        clearInterval(timer);
        closed.push(url ?? '');
      });
    });
    expect(await page.call.ask(`${server.origin}/endless`, 30_000)).toMatchObject({ status: 200 });
    expect(['TimeoutError', 'AbortError']).toContain(await page.call.askFor(`${server.origin}/endless`, 200));
    await expect.poll(() => closed).toEqual(['/endless', '/endless']);
    expect(await page.call.list()).toMatchObject([
      { purpose: 'look-up', outcome: 'aborted', status: 200 },
      { purpose: 'pack-update', outcome: 'partly', status: 200 },
    ]);
  });

  it('that fail are in the list too; those of private windows are not', async () => {
    expect(await page.call.ask('http://127.0.0.1:9/nobody')).toBe('TypeError');
    expect(await page.call.ask(`${server.origin}/nothing`, 1, true)).toMatchObject({ status: 404 });
    expect(await page.call.list()).toMatchObject([{ host: '127.0.0.1:9', outcome: 'failed', status: null }]);
  });

  it('are listed up to 500 of the last 90 days, whatever the clock did', async () => {
    const now = 1_800_000_000_000;
    const times = Array.from({ length: 520 }, (_, i) => now + i);
    expect(await page.call.addMany(times)).toBe(500);
    expect((await page.call.list())[0]?.at).toBe(times.at(-1));
    // Set back by two years: nothing is lost or reordered.
    expect(await page.call.addMany([now - 730 * DAY_MS])).toBe(500);
    expect((await page.call.list())[0]?.at).toBe(now - 730 * DAY_MS);
    // Ninety-one days on, all that is older goes.
    expect(await page.call.addMany([now + 91 * DAY_MS])).toBe(1);
  });
});
