/**
 * Runs a TypeScript module in a real browser: it is bundled, served from loopback to an empty page, and its exported
 * functions are called from the test. Arguments and answers are JSON. For what only a real browser has: IndexedDB that
 * outlives its page, locks that end with it.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { Browser } from 'puppeteer-core';
import { type BrowserKind, killBrowser, launch } from './browsers';

/** Functions of a module as a test sees them: whatever they answer arrives later. */
type Remote<M> = {
  [K in keyof M]: M[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
};

interface BrowserPage<M> {
  readonly call: Remote<M>;
  /** Ends the page in the middle of whatever it does. */
  close(): Promise<void>;
}

export interface BrowserBench<M> {
  open(): Promise<BrowserPage<M>>;
  /** Kills the browser (SIGKILL) and starts it again with the same profile: only for a bench that has one. */
  killAndRestart(): Promise<void>;
  /** Closes the browser, has something done to its profile, and starts it again. */
  restart(between: () => void): Promise<void>;
  close(): Promise<void>;
}

/** What pages have put on the server: every bench has it, so that one browser can hand something to another. */
const shared = new Map<string, Buffer>();

/** `127.0.0.1` is never asked through a proxy; everything else would be refused by nobody listening there. */
const NO_PROXY = '127.0.0.1:9';

/**
 * Starts a browser for the module at `path`; `files` are served beside it by name, and what a page puts there as well.
 * With a `profile` the browser can be killed and started again.
 */
export async function startBench<M>(
  kind: BrowserKind,
  path: string,
  files: Readonly<Record<string, string>> = {},
  profile?: string,
): Promise<BrowserBench<M>> {
  const bundle = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bench',
    target: 'es2022',
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '/').slice(1));
    if (name === '') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><script src="bench.js"></script>');
    } else if (name === 'bench.js') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script);
    } else if (request.method === 'PUT') {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        shared.set(name, Buffer.concat(pieces));
        response.writeHead(204).end();
      });
    } else if (shared.has(name)) {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(shared.get(name));
    } else if (files[name] === undefined) {
      response.writeHead(404).end();
    } else {
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(files[name]);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const start = (): Promise<Browser> =>
    launch(kind, { proxy: NO_PROXY, extension: false, ...(profile ? { profile } : {}) });
  let browser = await start();

  return {
    async open() {
      const page = await browser.newPage();
      await page.goto(address);
      const call = (name: string, args: unknown[]) =>
        page.evaluate(
          (fn, given) => {
            const { bench } = globalThis as unknown as { bench: Record<string, (...all: unknown[]) => unknown> };
            return bench[fn]?.(...given);
          },
          name,
          args,
        );
      return {
        call: new Proxy({} as Remote<M>, {
          get:
            (_, name) =>
            (...args: unknown[]) =>
              call(String(name), args),
        }),
        close: () => page.close(),
      };
    },
    async killAndRestart() {
      await killBrowser(browser);
      browser = await start();
    },
    async restart(between) {
      await browser.close();
      between();
      browser = await start();
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
