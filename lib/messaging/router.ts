/**
 * The background's side of every request: who is asking, is the type theirs, does the request fit its schema, is it
 * small enough and not too frequent. Only then does a handler run. Refusals are answers, never exceptions, and say
 * nothing of why beyond a code.
 */
import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { MAX_MESSAGE_BYTES, MAX_TEXT_PART_CHARS } from '../text/limits';
import type { AnswerOf, FailureCode, MessageType, Reply, RequestOf, Surface } from './contract';
import { ALLOWED, REQUEST_SCHEMAS } from './schemas';

/** What a handler is told of the asking side. `private` windows leave nothing behind. */
export interface Asker {
  readonly surface: Surface;
  readonly tabId: number | null;
  readonly windowId: number | null;
  readonly frameId: number;
  readonly documentId: string | null;
  readonly private: boolean;
}

export type Handlers = {
  [T in MessageType]: (request: RequestOf<T>, asker: Asker) => Promise<AnswerOf<T>> | AnswerOf<T>;
};

/** What the router needs to know of the extension it serves. */
export interface Identity {
  readonly id: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a trailing slash. */
  readonly origin: string;
}

type Sender = Runtime.MessageSender & { origin?: string; documentId?: string; documentLifecycle?: string };

/** Messages a tab may send in one second; reading a page takes some ten. */
const MAX_PER_SECOND = 50;

/**
 * Judges the sender by what the browser says of it (`sender.origin` cannot be forged by a renderer), never by the
 * message. `null`: not one of ours, or in a place where none of ours belongs.
 */
export function surfaceOf(sender: Sender, identity: Identity): Surface | null {
  if (sender.id !== identity.id) return null;
  const address = sender.url ?? '';
  const isOurAddress = address.startsWith(`${identity.origin}/`);
  // Where a browser gives no origin, the address has to do.
  const isOurOrigin = sender.origin === undefined ? isOurAddress : sender.origin === identity.origin;
  if (isOurAddress !== isOurOrigin) return null;
  const isInTab = sender.tab?.id !== undefined;
  const isTop = (sender.frameId ?? 0) === 0;
  if (isOurOrigin) {
    const path = pathOf(address, identity);
    if (path === '/card.html') return isInTab ? 'card' : null;
    // A page without a window; opened in a tab it is nothing of ours.
    if (path === '/offscreen.html') return isInTab ? null : 'installer';
    // The card is the only page of ours that may stand in a frame of somebody else's page.
    return isInTab && !isTop ? null : 'ui';
  }
  // The content script runs in top frames only. A page that is being prerendered is one, under another number.
  return isInTab && (isTop || sender.documentLifecycle === 'prerender') ? 'article' : null;
}

const pathOf = (address: string, { origin }: Identity): string => address.slice(origin.length).split(/[?#]/)[0] ?? '';

const refused = (code: FailureCode): Reply<never> => ({ ok: false, code });

/** Size of a message as JSON, in UTF-16 units; what cannot be serialised is infinitely large. */
function sizeOf(message: unknown): number {
  try {
    return JSON.stringify(message)?.length ?? 0;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Makes the function that answers one message; `now` in ms. */
export function createRouter(handlers: Handlers, identity: Identity, now: () => number) {
  const spent = new Map<number, { second: number; count: number }>();

  const isTooFrequent = (tabId: number): boolean => {
    const second = Math.floor(now() / 1000);
    const entry = spent.get(tabId);
    if (!entry || entry.second !== second) {
      if (spent.size > 500) spent.clear();
      spent.set(tabId, { second, count: 1 });
      return false;
    }
    entry.count += 1;
    return entry.count > MAX_PER_SECOND;
  };

  return async function answer(message: unknown, sender: Sender): Promise<Reply<unknown>> {
    const surface = surfaceOf(sender, identity);
    if (surface === null) return refused('refused');
    if (typeof message !== 'object' || message === null) return refused('invalid');
    const { type, request } = message as { type?: unknown; request?: unknown };
    if (typeof type !== 'string' || !Object.hasOwn(ALLOWED, type)) return refused('unknown-type');
    const name = type as MessageType;
    if (!ALLOWED[name].includes(surface)) return refused('refused');
    const tabId = sender.tab?.id ?? null;
    if (surface === 'article' && tabId !== null && isTooFrequent(tabId)) return refused('busy');
    const limit = name === 'page.text' ? MAX_TEXT_PART_CHARS * 2 : MAX_MESSAGE_BYTES;
    if (sizeOf(request) > limit) return refused('too-large');
    const parsed = v.safeParse(REQUEST_SCHEMAS[name], request);
    if (!parsed.success) return refused('invalid');
    const asker: Asker = {
      surface,
      tabId,
      windowId: sender.tab?.windowId ?? null,
      frameId: sender.frameId ?? 0,
      documentId: sender.documentId ?? null,
      private: sender.tab?.incognito ?? false,
    };
    try {
      // The schema has proved that the request is the one this handler takes.
      const handler = handlers[name] as (request: unknown, asker: Asker) => unknown;
      return { ok: true, value: await handler(parsed.output, asker) };
    } catch (error) {
      console.error(`Sidelight: ${name} failed`, error);
      return refused('failed');
    }
  };
}
