import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../../lib/services/fetch-port';
import { type StartTimer, withPatience } from '../../../lib/services/patience';
import type { RecordedFetch } from '../../../lib/services/request-ledger';

const startTimer: StartTimer = (ms, act) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};
const options = { purpose: 'look-up', isPrivate: false } as const;

/** A server that needs `first` ms for its answer and `step` for each of its pieces; ends with the request. */
const server = (first: number, step: number, pieces: number): RecordedFetch => {
  const sleep = (ms: number, signal: AbortSignal | undefined) =>
    new Promise<void>((done, failed) => {
      const timer = setTimeout(done, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        failed(new DOMException('as browsers say it', 'AbortError'));
      });
    });
  return async (_, { signal }): Promise<Answer> => {
    await sleep(first, signal);
    async function* body() {
      for (let i = 0; i < pieces; i++) {
        await sleep(step, signal);
        yield new Uint8Array(1);
      }
    }
    return { status: 200, isRedirect: false, header: () => null, body: body() };
  };
};

async function read(fetch: RecordedFetch): Promise<number> {
  let bytes = 0;
  const { body } = await withPatience(
    fetch,
    { stallMs: 30_000, totalMs: 120_000 },
    startTimer,
  )('https://a.example/', {
    ...options,
  });
  for await (const piece of body) bytes += piece.length;
  return bytes;
}

describe('a server', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const outcome = async (fetch: RecordedFetch) => {
    const result = read(fetch).then(
      (bytes) => ({ bytes, at: Date.now() - start }),
      (error: Error) => ({ name: error.name, at: Date.now() - start }),
    );
    const start = Date.now();
    await vi.runAllTimersAsync();
    expect(vi.getTimerCount()).toBe(0);
    return result;
  };

  it('that is slow but goes on is waited for', async () => {
    expect(await outcome(server(29_000, 29_000, 3))).toEqual({ bytes: 3, at: 116_000 });
  });

  it.each([
    ['before it answers', server(31_000, 1, 1), 30_000],
    ['in the middle', server(1_000, 31_000, 5), 31_000],
    ['for ever, byte by byte', server(0, 1_000, 1_000_000), 120_000],
  ])('that lets us wait %s is given up', async (_, fetch, at) => {
    expect(await outcome(fetch)).toEqual({ name: 'OutOfPatienceError', at });
  });

  it('whose answer nobody reads holds no timers once the request is ended', async () => {
    const end = new AbortController();
    const asking = withPatience(
      server(0, 1, 1),
      { stallMs: 30_000, totalMs: 120_000 },
      startTimer,
    )('https://a.example/', { ...options, signal: end.signal });
    await vi.advanceTimersByTimeAsync(0);
    await asking;
    expect(vi.getTimerCount()).toBe(2);
    end.abort();
    expect(vi.getTimerCount()).toBe(0);
  });
});
