/**
 * The background's gate with handlers that only write down what reached them, and everything that may be sent to it:
 * requests as they should be, with one field changed, and anything at all, from whatever sender (T70, T71).
 */
import fc from 'fast-check';
import * as v from 'valibot';
import type { MessageType, Reply } from '../../lib/messaging/contract';
import { type Asker, createRouter, type Handlers } from '../../lib/messaging/router';
import { ALLOWED, REQUEST_SCHEMAS } from '../../lib/messaging/schemas';
import { IDENTITY, OPAQUE, SAMPLES, SENDERS, type Sender, STRANGERS } from './messages';

export const TYPES = Object.keys(ALLOWED) as MessageType[];

/** A router whose handlers write down what reached them. */
export function createGate({ now = () => 0, handle }: { now?: () => number; handle?: () => unknown } = {}) {
  const heard: { type: string; request: unknown; asker: Asker }[] = [];
  const handlers = Object.fromEntries(
    TYPES.map((type) => [
      type,
      (request: unknown, asker: Asker) => {
        heard.push({ type, request, asker });
        return handle ? handle() : `answer to ${type}`;
      },
    ]),
  ) as unknown as Handlers;
  const answer = createRouter(handlers, IDENTITY, now);
  return { heard, ask: (message: unknown, sender: Sender) => answer(message, sender as never) };
}

/** A clock that never lets the limit of messages a second answer. */
export const nextSecond = () => {
  let now = 0;
  return () => {
    now += 1000;
    return now;
  };
};

const isReply = (value: unknown): value is Reply<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean';

export type Path = readonly (string | number)[];

/** Every field of a request, at every depth, but for what schemas do not look into. */
export function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (typeof value !== 'object' || value === null || OPAQUE.has(path.join('.'))) return;
  for (const [key, child] of Object.entries(value)) {
    yield* pathsOf(child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

export const at = (value: unknown, path: Path): unknown => path.reduce((inner, key) => (inner as never)[key], value);

/** A copy with another value at a path; `undefined` leaves the field out. */
export function withValue(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  const child = withValue(copy[key], rest, replacement);
  if (child === undefined && !Array.isArray(copy)) delete copy[key];
  else copy[key] = child;
  return copy;
}

/** Every request of every type. */
export const samples = TYPES.flatMap((type) =>
  SAMPLES[type].map((request, i) => ({ type, request, name: `${type} ${i}` })),
);

const anySender = fc.oneof(
  fc.constantFrom<Sender>(...Object.values(SENDERS), ...STRANGERS.map(([, sender]) => sender)),
  fc.record(
    {
      id: fc.oneof(fc.constant(IDENTITY.id), fc.string()),
      url: fc.oneof(fc.webUrl(), fc.string(), fc.constant(`${IDENTITY.origin}/card.html`)),
      origin: fc.oneof(fc.constant(IDENTITY.origin), fc.string()),
      frameId: fc.integer(),
      tab: fc.record({ id: fc.integer(), windowId: fc.integer(), incognito: fc.boolean() }) as fc.Arbitrary<never>,
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Sender>,
);
const anything = fc.anything({
  withNullPrototype: true,
  withBigInt: true,
  withSparseArray: true,
  withTypedArray: true,
});
const changedSample = fc
  .tuple(fc.constantFrom(...samples), fc.nat(), anything)
  .map(([{ type, request }, which, value]) => {
    const paths = [...pathsOf(request)];
    return { type, request: withValue(request, paths[which % paths.length] ?? [], value) };
  });
const messages = fc.oneof(
  anything,
  fc.record({ type: fc.constantFrom(...TYPES, 'page.steal'), request: anything }),
  changedSample,
);

/** Sends so many messages of a seed; throws where one is not answered, or reaches a handler that it must not reach. */
export async function fuzzRouter(seed: number, runs: number): Promise<void> {
  const gate = createGate({ now: nextSecond() });
  await fc.assert(
    fc.asyncProperty(messages, anySender, async (message, sender) => {
      gate.heard.length = 0;
      const reply = await gate.ask(message, sender);
      if (!isReply(reply)) throw new Error('no answer');
      for (const { type, request, asker } of gate.heard) {
        if (!v.is(REQUEST_SCHEMAS[type as MessageType], request)) throw new Error(`${type}: not as its schema says`);
        if (!ALLOWED[type as MessageType].includes(asker.surface)) throw new Error(`${type} from ${asker.surface}`);
        if (sender.id !== IDENTITY.id) throw new Error(`${type} from a stranger`);
      }
      if (gate.heard.length !== (reply.ok ? 1 : 0)) throw new Error(`${gate.heard.length} handlers for one message`);
    }),
    { seed, numRuns: runs },
  );
}
