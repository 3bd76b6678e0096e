/**
 * The port between a content script and the card's frame in the same tab. The content script opens it under a random
 * name that only the frame's address holds; no message event, no window reference, nothing a page could listen to.
 */
import type { CardInput, CardOutput } from '../services/exchange';
import { browser } from './browser';

const PREFIX = 'card:';
const HELLO = { type: 'hello' } as const;

/** Address of the card's page; the token travels in the fragment, which no server and no page sees. */
export const cardAddress = (token: string): string => `${browser.runtime.getURL('card.html')}#${token}`;

/** Content script's side: resolves once the frame has said hello. */
export function connectToCard(
  token: string,
  onOutput: (output: CardOutput) => void,
  onGone: () => void,
): Promise<{ send(input: CardInput): void; close(): void }> {
  return new Promise((resolve, reject) => {
    const port = browser.runtime.connect({ name: PREFIX + token });
    let isOpen = false;
    port.onMessage.addListener((message: unknown) => {
      if (isOpen) onOutput(message as CardOutput);
      else {
        isOpen = true;
        resolve({ send: (input) => port.postMessage(input), close: () => port.disconnect() });
      }
    });
    port.onDisconnect.addListener(() => {
      // Reading it keeps Chromium from logging an unchecked error.
      void browser.runtime.lastError;
      if (isOpen) onGone();
      else reject(new Error('the card does not listen yet'));
    });
  });
}

/** The frame's side; call synchronously at start. Ports with another token are other tabs' cards. */
export function listenAsCard(
  token: string,
  onInput: (input: CardInput, send: (output: CardOutput) => void) => void,
): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== PREFIX + token || port.sender?.id !== browser.runtime.id) return;
    port.onMessage.addListener((message: unknown) =>
      onInput(message as CardInput, (output) => port.postMessage(output)),
    );
    port.postMessage(HELLO);
  });
}
