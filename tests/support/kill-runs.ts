/**
 * Kills a browser, or its background, at random moments of an import (T01, T02): after each the next start must find the
 * old pack or the new one, whole, and end with the new one and nothing besides.
 */
import type { BrowserKind } from './browsers';
import { ended, faultOf, fileOf, type LargeImport, PACK, prepareLargeImport, type Session } from './large-import';
import { sleep, until } from './reader';
import { createRandom } from './synthetic-pack';

/** After a start, orphans are gone in this time (T02). */
const CLEARED_MS = 60_000;
const IMPORT_MS = 600_000;

export interface KillRuns {
  /** Kills the browser once; the outcome as a word. Throws when something is half. */
  killBrowser(): Promise<string>;
  /** Stops the background once (Chromium). */
  stopBackground(): Promise<string>;
  close(): Promise<void>;
}

/** `entities`: size of the pack, each version of which replaces the one before. */
export async function prepareKillRuns(kind: BrowserKind, entities: number, seed: number): Promise<KillRuns> {
  const random = createRandom(seed);
  const imported: LargeImport = await prepareLargeImport(kind, entities);
  await imported.prepare('1');
  let session: Session = await imported.start();
  let version = 1;
  const start = Date.now();
  const first = await session.call('add', fileOf('1'));
  const state = await ended(session, first, IMPORT_MS);
  if (!state.includes('"done"')) throw new Error(`the first import ended as ${state}`);
  /** A whole import takes so long here: moments are drawn from it, and from a little after. */
  let wholeMs = Date.now() - start;

  /** Waits until the journal is done and nothing is left over; then what is there must be the new version. */
  const settle = async (next: string): Promise<void> => {
    await until(
      'the import to go on and end',
      async () => {
        const sight = await session.call('look', PACK);
        return sight.version === next && sight.jobs.every((job) => job.endsWith('done'));
      },
      IMPORT_MS,
    );
    await until('orphans to be cleared away', async () => (await session.call('look', PACK)).orphans === 0, CLEARED_MS);
    const fault = faultOf(await session.call('look', PACK), [next]);
    if (fault) throw new Error(`in the end ${fault}`);
  };

  const begin = async (): Promise<{ old: string; next: string }> => {
    const [old, next] = [`${version}`, `${version + 1}`];
    version += 1;
    await imported.prepare(next);
    await session.call('add', fileOf(next));
    return { old, next };
  };

  return {
    async killBrowser() {
      const { old, next } = await begin();
      await sleep(random() * wholeMs * 1.1);
      await session.kill();
      session = await imported.start();
      const sight = await session.call('look', PACK);
      const fault = faultOf(sight, [old, next]);
      if (fault) throw new Error(`${kind}, kill of version ${next}: ${fault}`);
      await session.call('work');
      await settle(next);
      return `${kind} killed: ${sight.version === old ? 'old' : 'new'}`;
    },
    async stopBackground() {
      const { old, next } = await begin();
      const began = Date.now();
      await sleep(random() * wholeMs * 1.1);
      await session.reader.stopBackground(session.page);
      const sight = await session.call('look', PACK);
      const fault = faultOf(sight, [old, next]);
      if (fault) throw new Error(`${kind}, background stopped at version ${next}: ${fault}`);
      await settle(next);
      wholeMs = Math.max(wholeMs / 2, Math.min(wholeMs * 2, Date.now() - began));
      return `${kind} background stopped: ${sight.version === old ? 'old' : 'new'}`;
    },
    async close() {
      await session.reader.close().catch(() => undefined);
      imported.remove();
    },
  };
}
