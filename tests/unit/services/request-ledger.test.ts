import { describe, expect, it } from 'vitest';
import type { Answer, Fetch } from '../../../lib/services/fetch-port';
import { createRecordedFetch, type RecordedOptions } from '../../../lib/services/request-ledger';
import { createMemoryLedger } from '../../support/memory-ledger';

const NOW = 1_791_273_600_000;
const options: RecordedOptions = { purpose: 'pack-update', isPrivate: false };

async function* pieces(...sizes: number[]): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (const size of sizes) yield new Uint8Array(size);
}

async function readAll(body: Answer['body']): Promise<number> {
  let read = 0;
  for await (const _ of body) read += 1;
  return read;
}

const answered = (body: Answer['body'], rest: Partial<Answer> = {}): Fetch => {
  return async () => ({ status: 200, isRedirect: false, header: () => null, body, ...rest });
};

function recordedBy(fetch: Fetch) {
  const ledger = createMemoryLedger();
  return { ledger, ask: createRecordedFetch({ fetch, ledger, now: () => NOW }) };
}

describe('a recorded request', () => {
  it('is written down before it is made', async () => {
    const { ledger, ask } = recordedBy(async () => {
      expect(ledger.entries).toEqual([
        {
          at: NOW,
          host: 'packs.example.org',
          path: '/a/b.jsonl',
          purpose: 'pack-update',
          outcome: 'asked',
          status: null,
          bytes: 0,
        },
      ]);
      return answered(pieces(2))('');
    });
    await ask('https://name:word@packs.example.org/a/b.jsonl?token=secret#part', options);
    expect(ledger.entries).toMatchObject([{ outcome: 'answered', status: 200 }]);
    expect(JSON.stringify(ledger.entries)).not.toMatch(/secret|word|part/);
  });

  it('has the bytes of its body, once that is read', async () => {
    const { ledger, ask } = recordedBy(answered(pieces(3, 5)));
    const { body } = await ask('https://packs.example.org/', options);
    expect(await readAll(body)).toBe(2);
    expect(ledger.entries).toMatchObject([{ outcome: 'answered', status: 200, bytes: 8 }]);
  });

  it('says when its body was not read to the end', async () => {
    const { ledger, ask } = recordedBy(answered(pieces(3, 5, 7)));
    for await (const piece of (await ask('https://packs.example.org/', options)).body) if (piece.length === 5) break;
    expect(ledger.entries).toMatchObject([{ outcome: 'partly', bytes: 8 }]);
  });

  it('says when its body broke off, and passes the error on', async () => {
    const { ledger, ask } = recordedBy(
      answered(
        (async function* () {
          yield new Uint8Array(3);
          throw new TypeError('cut');
        })(),
      ),
    );
    const { body } = await ask('https://packs.example.org/', options);
    await expect(readAll(body)).rejects.toThrow('cut');
    expect(ledger.entries).toMatchObject([{ outcome: 'partly', bytes: 3 }]);
  });

  it.each([
    ['failed', undefined],
    ['aborted', AbortSignal.abort()],
  ] as const)('says when it %s', async (outcome, signal) => {
    const { ledger, ask } = recordedBy(async () => {
      throw new TypeError('no such host');
    });
    await expect(ask('https://packs.example.org/', { ...options, signal })).rejects.toThrow('no such host');
    expect(ledger.entries).toMatchObject([{ outcome, status: null, bytes: 0 }]);
  });

  it('says when the server sends elsewhere', async () => {
    const { ledger, ask } = recordedBy(answered(pieces(), { status: 0, isRedirect: true }));
    expect((await ask('https://packs.example.org/', options)).isRedirect).toBe(true);
    expect(ledger.entries).toMatchObject([{ outcome: 'redirected', status: null }]);
  });

  it('leaves no trace of a private window', async () => {
    const { ledger, ask } = recordedBy(answered(pieces(3)));
    const { body } = await ask('https://packs.example.org/', { ...options, isPrivate: true });
    expect(await readAll(body)).toBe(1);
    expect(ledger.entries).toEqual([]);
  });

  it('is not made when it cannot be written down', async () => {
    let made = 0;
    const ask = createRecordedFetch({
      fetch: async (url) => {
        made += 1;
        return answered(pieces())(url);
      },
      ledger: {
        ...createMemoryLedger(),
        add: async () => {
          throw new Error('disk full');
        },
      },
      now: () => NOW,
    });
    await expect(ask('https://packs.example.org/', options)).rejects.toThrow('disk full');
    expect(made).toBe(0);
  });
});
