/** The asking side: typed requests to the background, and commands from it to a page. */
import { browser } from '../platform/browser';
import type { CardInput } from '../services/exchange';
import type { AnswerOf, CardDelivery, FailureCode, MessageType, PageCommands, Reply, RequestOf } from './contract';

/** A request that was refused or could not be delivered. */
class MessageError extends Error {
  constructor(
    readonly type: string,
    readonly code: FailureCode | 'unreachable',
  ) {
    super(`${type}: ${code}`);
    this.name = 'MessageError';
  }
}

/**
 * Asks the background. Rejects with a `MessageError`: `unreachable` when nobody listens (the extension was updated or
 * is restarting), else the router's code.
 */
export async function ask<T extends MessageType>(type: T, request: RequestOf<T>): Promise<AnswerOf<T>> {
  let reply: Reply<AnswerOf<T>> | undefined;
  try {
    reply = (await browser.runtime.sendMessage({ type, request })) as Reply<AnswerOf<T>> | undefined;
  } catch {
    throw new MessageError(type, 'unreachable');
  }
  if (!reply) throw new MessageError(type, 'unreachable');
  if (!reply.ok) throw new MessageError(type, reply.code);
  return reply.value;
}

/** Asks without waiting: a background that is being replaced has nothing to undo, and the reader can press again. */
export function tell<T extends MessageType>(type: T, request: RequestOf<T>): void {
  ask(type, request).catch(() => undefined);
}

type CommandType = keyof PageCommands;

/** Tells the content script of a tab; `null` when the tab has none or it does not answer. */
export async function command<T extends CommandType>(
  tabId: number,
  type: T,
  request: PageCommands[T]['request'],
): Promise<PageCommands[T]['answer'] | null> {
  try {
    return (await browser.tabs.sendMessage(tabId, { type, request }, { frameId: 0 })) as PageCommands[T]['answer'];
  } catch {
    return null;
  }
}

export type CommandHandlers = {
  [T in CommandType]: (request: PageCommands[T]['request']) => PageCommands[T]['answer'];
};

/** Listens for commands in a content script until the signal aborts. */
export function listenForCommands(handlers: CommandHandlers, signal: AbortSignal): void {
  const listener = (
    message: unknown,
    sender: { id?: string; tab?: unknown },
    sendResponse: (answer: unknown) => void,
  ) => {
    if (sender.id !== browser.runtime.id || typeof message !== 'object' || message === null) return;
    const { type, request } = message as { type?: string; request?: unknown };
    // A page of our own hears what the card tells the background too; the background, which passes it on, has no tab.
    if (type === 'card.output' && sender.tab !== undefined) return;
    if (!type || !Object.hasOwn(handlers, type)) return;
    sendResponse((handlers[type as CommandType] as (request: unknown) => unknown)(request));
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener as never), { once: true });
}

/** Hands something to the card's frame in a tab; false when no frame with this token is there. */
export async function deliverToCard(tabId: number, token: string, input: CardInput | null): Promise<boolean> {
  const delivery: CardDelivery = { type: 'card.input', token, input };
  try {
    return (await browser.tabs.sendMessage(tabId, delivery)) === true;
  } catch {
    return false;
  }
}

/** The frame's side; call synchronously at start. Deliveries with another token are other frames'. */
export function listenAsCard(token: string, onInput: (input: CardInput) => void): void {
  browser.runtime.onMessage.addListener(((
    message: unknown,
    sender: { id?: string; tab?: unknown },
    respond: (answer: boolean) => void,
  ) => {
    const delivery = message as Partial<CardDelivery> | null;
    // The background has no tab; a content script must not speak to the frame directly.
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return;
    if (delivery?.type !== 'card.input' || delivery.token !== token) return;
    respond(true);
    if (delivery.input) onInput(delivery.input);
  }) as never);
}
