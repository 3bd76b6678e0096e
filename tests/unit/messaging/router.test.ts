/**
 * The background's gate, type by type: who may ask what, in which form. Rows are made from the router's own tables, so
 * that a new type is tested or does not compile.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MessageType, Surface } from '../../../lib/messaging/contract';
import { surfaceOf } from '../../../lib/messaging/router';
import { ALLOWED, REQUEST_SCHEMAS } from '../../../lib/messaging/schemas';
import { MAX_MESSAGE_BYTES, MAX_TEXT_PART_CHARS } from '../../../lib/text/limits';
import { IDENTITY, OPAQUE, OTHER_SENDERS, SAMPLES, SENDERS, type Sender, STRANGERS } from '../../support/messages';
import {
  at,
  createGate,
  fuzzRouter,
  nextSecond,
  type Path,
  pathsOf,
  samples,
  TYPES,
  withValue,
} from '../../support/router-gate';

const SURFACES = Object.keys(SENDERS) as Surface[];
const senderFor = (type: MessageType): Sender => SENDERS[ALLOWED[type][0] as Surface];

const OPTIONAL = new Set(['asOf.rival']);

/** Values that a field of this kind must not have. */
function wrongValues(good: unknown): unknown[] {
  if (typeof good === 'number') return ['1', null, Number.NaN, Number.POSITIVE_INFINITY, [], {}];
  if (typeof good === 'boolean') return ['true', 1, null];
  if (typeof good === 'string') return [1, {}, ['a'], true];
  if (Array.isArray(good)) return [{}, 'a', null, 1];
  return ['a', 1, [], true];
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the surface of a sender', () => {
  it.each(SURFACES.map((surface) => [surface, SENDERS[surface]] as const))('is %s', (surface, sender) => {
    expect(surfaceOf(sender as never, IDENTITY)).toBe(surface);
  });
  it.each(OTHER_SENDERS)('of %s is %s', (_, surface, sender) => {
    expect(surfaceOf(sender as never, IDENTITY)).toBe(surface);
  });
  it.each(STRANGERS)('of %s is none', (_, sender) => {
    expect(surfaceOf(sender as never, IDENTITY)).toBeNull();
  });
});

describe('the router', () => {
  it('has a schema, a table row and a sample for the same types', () => {
    expect(Object.keys(REQUEST_SCHEMAS).sort()).toEqual([...TYPES].sort());
    expect(Object.keys(SAMPLES).sort()).toEqual([...TYPES].sort());
    expect(TYPES.filter((type) => ALLOWED[type].length === 0)).toEqual([]);
  });

  it.each(samples.flatMap((sample) => SURFACES.map((surface) => ({ ...sample, surface }))))(
    'answers $name from $surface if the table says so',
    async ({ type, request, surface }) => {
      const gate = createGate();
      const reply = await gate.ask({ type, request }, SENDERS[surface]);
      if (ALLOWED[type].includes(surface)) {
        expect(reply).toEqual({ ok: true, value: `answer to ${type}` });
        expect(gate.heard).toMatchObject([{ type, request, asker: { surface } }]);
      } else {
        expect(reply).toEqual({ ok: false, code: 'refused' });
        expect(gate.heard).toEqual([]);
      }
    },
  );

  it.each(STRANGERS)('refuses every type from %s', async (_, sender) => {
    const gate = createGate();
    for (const { type, request } of samples) {
      expect(await gate.ask({ type, request }, sender)).toEqual({ ok: false, code: 'refused' });
    }
    expect(gate.heard).toEqual([]);
  });

  it.each(samples)('refuses $name with any field missing', async ({ type, request }) => {
    const gate = createGate();
    const paths = [...pathsOf(request)].filter(
      (path) => typeof path.at(-1) === 'string' && !OPTIONAL.has(path.join('.')),
    );
    for (const path of paths) {
      const reply = await gate.ask({ type, request: withValue(request, path, undefined) }, senderFor(type));
      expect(reply, `without ${path.join('.')}`).toEqual({ ok: false, code: 'invalid' });
    }
    expect(await gate.ask({ type }, senderFor(type))).toEqual({ ok: false, code: 'invalid' });
    expect(gate.heard).toEqual([]);
  });

  it.each(samples)('refuses $name with any field of another kind', async ({ type, request }) => {
    const gate = createGate({ now: nextSecond() });
    for (const path of pathsOf(request)) {
      for (const wrong of wrongValues(at(request, path))) {
        const reply = await gate.ask({ type, request: withValue(request, path, wrong) }, senderFor(type));
        expect(reply, `${path.join('.')} = ${String(wrong)}`).toEqual({ ok: false, code: 'invalid' });
      }
    }
    expect(gate.heard).toEqual([]);
  });

  it.each(samples)('refuses $name with a field too many, at any depth', async ({ type, request }) => {
    const objects: Path[] = [[], ...pathsOf(request)].filter((path) => {
      const value = at(request, path);
      return typeof value === 'object' && value !== null && !Array.isArray(value) && !OPAQUE.has(path.join('.'));
    });
    const gate = createGate({ now: nextSecond() });
    for (const path of objects) {
      const more = withValue(request, [...path, 'extra'], 1);
      expect(await gate.ask({ type, request: more }, senderFor(type)), path.join('.')).toEqual({
        ok: false,
        code: 'invalid',
      });
    }
    expect(gate.heard).toEqual([]);
  });

  it.each(samples)('refuses $name beyond its size', async ({ type, request }) => {
    const limit = type === 'page.text' ? 2 * MAX_TEXT_PART_CHARS : MAX_MESSAGE_BYTES;
    const gate = createGate();
    const reply = await gate.ask(
      { type, request: { ...(request as object), pad: 'x'.repeat(limit) } },
      senderFor(type),
    );
    expect(reply).toEqual({ ok: false, code: 'too-large' });
  });

  it('takes a text part up to its size, which is beyond that of every other message', async () => {
    const [sample] = SAMPLES['page.text'];
    const text = 'x'.repeat(20_000);
    const blocks = Array.from({ length: 6 }, (_, id) => ({ id, text, kind: 'text' as const, section: 0 }));
    const gate = createGate();
    expect(await gate.ask({ type: 'page.text', request: { ...sample, blocks } }, SENDERS.article)).toMatchObject({
      ok: true,
    });
  });

  it.each<[what: string, type: MessageType, path: Path, value: unknown]>([
    ['a day that is none', 'page.date', ['day'], '2025-02-30'],
    ['a month that is none', 'page.text', ['asOf', 'day'], '2025-13-01'],
    ['a fraction for a number of things', 'page.text', ['part'], 0.5],
    ['a negative number of things', 'page.text', ['revision'], -1],
    ['no parts', 'page.text', ['of'], 0],
    ['more parts than a page has', 'page.text', ['of'], 65],
    ['a block longer than blocks are', 'page.text', ['blocks', 0, 'text'], 'x'.repeat(20_001)],
    ['an unknown kind of block', 'page.text', ['blocks', 0, 'kind'], 'advert'],
    ['a page that is no random number', 'page.hello', ['page'], 'x'.repeat(32)],
    ['a host with a path', 'site.set', ['host'], 'news.example/../x'],
    ['a host that is a prototype’s key', 'site.set', ['host'], '__proto__'],
    ['a highlight name that closes the rule', 'page.style', ['light'], 'abcdefghi){}'],
    ['an element that is a rule', 'page.style', ['elements', 0], 'p{}*'],
    ['a reference without a pack', 'card.get', ['reference'], 'person/ito'],
    ['a reference with a path', 'card.get', ['reference'], 'test:person/../ito'],
    ['more choices than are offered', 'card.choices', ['references'], Array(9).fill('test:person/ito')],
    ['a card taller than any screen', 'card.output', ['output', 'px'], 1e6],
  ])('refuses %s', async (_, type, path, value) => {
    const gate = createGate();
    const request = withValue(SAMPLES[type][0], path, value);
    expect(await gate.ask({ type, request }, senderFor(type))).toEqual({ ok: false, code: 'invalid' });
    expect(gate.heard).toEqual([]);
  });

  it.each<[what: string, message: unknown, code: string]>([
    ['no message', undefined, 'invalid'],
    ['null', null, 'invalid'],
    ['a text', 'page.hello', 'invalid'],
    ['a type that is unknown', { type: 'page.steal', request: {} }, 'unknown-type'],
    ['a type that every object has', { type: 'constructor', request: {} }, 'unknown-type'],
    ['a type that is a prototype', { type: '__proto__', request: {} }, 'unknown-type'],
    ['a type that is no text', { type: ['page.hello'], request: {} }, 'unknown-type'],
    ['a command for pages', { type: 'page.settings', request: {} }, 'unknown-type'],
    ['what cannot be written as JSON', { type: 'page.hello', request: { page: 1n } }, 'too-large'],
  ])('refuses %s', async (_, message, code) => {
    expect(await createGate().ask(message, SENDERS.article)).toEqual({ ok: false, code });
  });

  it('hands on what the schema made of the request, not what was sent', async () => {
    const gate = createGate();
    const [request] = SAMPLES['page.text'];
    await gate.ask({ type: 'page.text', request }, SENDERS.article);
    expect(gate.heard[0]?.request).toEqual(request);
    expect(gate.heard[0]?.request).not.toBe(request);
  });

  it('tells the handler who asks, by the browser’s word', async () => {
    const gate = createGate();
    const tab = { id: 8, windowId: 2, incognito: true } as never;
    const [request] = SAMPLES['page.hello'];
    await gate.ask({ type: 'page.hello', request }, { ...SENDERS.article, tab });
    expect(gate.heard[0]?.asker).toEqual({
      surface: 'article',
      tabId: 8,
      windowId: 2,
      frameId: 0,
      documentId: 'd1',
      private: true,
    });
  });

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('secret path');
      },
    ],
    ['rejects', () => Promise.reject(new Error('secret path'))],
    [
      'throws what is no error',
      () => {
        throw null;
      },
    ],
  ])('answers with a code alone when a handler %s', async (_, handle) => {
    const gate = createGate({ handle });
    expect(await gate.ask({ type: 'briefing.get', request: { tabId: 1, heldBy: -1, day: null } }, SENDERS.ui)).toEqual({
      ok: false,
      code: 'failed',
    });
  });

  describe('with a tab that asks too often', () => {
    const ask = { type: 'card.get', request: SAMPLES['card.get'][0] };
    const other = { ...SENDERS.article, tab: { id: 99, windowId: 1, incognito: false } as never };
    const flood = async (count: number, gate: ReturnType<typeof createGate>) => {
      const replies = [];
      for (let i = 0; i < count; i++) replies.push(await gate.ask(ask, SENDERS.article));
      return replies.filter((reply) => !reply.ok && reply.code === 'busy').length;
    };

    it('answers fifty a second and refuses the others', async () => {
      const gate = createGate();
      expect(await flood(1000, gate)).toBe(950);
      expect(gate.heard).toHaveLength(50);
    });
    it('answers the other tabs all the same', async () => {
      const gate = createGate();
      await flood(1000, gate);
      expect(await gate.ask(ask, other)).toMatchObject({ ok: true });
    });
    it('answers again in the next second', async () => {
      let now = 0;
      const gate = createGate({ now: () => now });
      await flood(1000, gate);
      now = 1000;
      expect(await flood(50, gate)).toBe(0);
    });
    it('answers our own pages all the same', async () => {
      const gate = createGate();
      await flood(1000, gate);
      expect(
        await gate.ask({ type: 'briefing.get', request: { tabId: 7, heldBy: -1, day: null } }, SENDERS.ui),
      ).toMatchObject({
        ok: true,
      });
    });
  });
});

describe('whatever is sent', () => {
  it(
    'is answered, never thrown at, and reaches a handler only as its schema says and from whom the table says',
    {
      timeout: 60_000,
    },
    () => fuzzRouter(20250908, 10_000),
  );
});
