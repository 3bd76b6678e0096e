/** Connects a router to the browser's channel. */
import { browser, extensionOrigin } from '../platform/browser';
import type { Reply } from './contract';
import { createRouter, type Handlers } from './router';

/** Registers the background's listener; call it synchronously at start, or a woken background misses its message. */
export function listenForMessages(handlers: Handlers): void {
  const answer = createRouter(handlers, { id: browser.runtime.id, origin: extensionOrigin() }, Date.now);
  browser.runtime.onMessage.addListener((message, sender, sendResponse: (reply: Reply<unknown>) => void) => {
    // `sendResponse` with `true` is understood by every browser; a returned promise is not.
    void answer(message, sender).then(sendResponse);
    return true;
  });
}
