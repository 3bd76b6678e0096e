/** The asking side: typed requests to the background, and commands from it to a page. */
import { browser } from '../platform/browser';
import type { AnswerOf, FailureCode, MessageType, PageCommands, Reply, RequestOf } from './contract';

/** A request that was refused or could not be delivered. */
export class MessageError extends Error {
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
  const listener = (message: unknown, sender: { id?: string }, sendResponse: (answer: unknown) => void) => {
    if (sender.id !== browser.runtime.id || typeof message !== 'object' || message === null) return;
    const { type, request } = message as { type?: string; request?: unknown };
    if (!type || !Object.hasOwn(handlers, type)) return;
    sendResponse((handlers[type as CommandType] as (request: unknown) => unknown)(request));
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener as never), { once: true });
}
