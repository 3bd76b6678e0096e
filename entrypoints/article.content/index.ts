/** The content script: starts a page session on a news page. All it knows of the extension it is handed here. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { ask } from '../../lib/messaging/client';
import { tellUncaughtProblems } from '../../lib/messaging/tell-problems';
import { claimDocument, endIfOrphaned } from '../../lib/platform/sole-session';
import { startSession } from './connect-session';

export default defineContentScript({
  // The sites on our list: `wxt.config.ts` names them.
  matches: [],
  // With the text: "idle" comes 200 ms later in Chromium, and with the last picture in Firefox (measured).
  runAt: 'document_end',
  allFrames: false,
  main(lifecycle) {
    if (!claimDocument(lifecycle)) return;
    tellUncaughtProblems(lifecycle.signal);
    const askOwn: typeof ask = (type, request) => endIfOrphaned(lifecycle, ask(type, request));
    // An extension that is being updated does not answer; the page then stays as it is.
    startSession({ ask: askOwn, signal: lifecycle.signal }).catch(() => undefined);
  },
});
