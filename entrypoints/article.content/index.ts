/** The content script: starts a page session on a news page. All it knows of the extension it is handed here. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { ask, listenForCommands } from '../../lib/messaging/client';
import { PageSession } from '../../lib/page/page-session';
import { cardAddress } from '../../lib/platform/card-address';
import { NEWS_SITES } from '../../lib/platform/news-sites';
import { claimDocument, endIfOrphaned } from '../../lib/platform/sole-session';

export default defineContentScript({
  matches: [...NEWS_SITES],
  runAt: 'document_idle',
  allFrames: false,
  main(lifecycle) {
    if (!claimDocument(lifecycle)) return;
    const { signal } = lifecycle;
    const askOwn: typeof ask = (type, request) => endIfOrphaned(lifecycle, ask(type, request));
    const session = new PageSession(
      document,
      {
        background: {
          hello: (page, host) => askOwn('page.hello', { page, host }),
          readText: (request) => askOwn('page.text', request),
          style: (names) => askOwn('page.style', names),
          skip: (page, article) => askOwn('page.skip', { page, article }),
          card: (page, reference) => askOwn('card.get', { page, reference }),
          choices: (page, references, surface) => askOwn('card.choices', { page, references, surface }),
        },
        frame: { address: cardAddress, deliver: (token, input) => askOwn('card.show', { token, input }) },
        isReal: (event) => event.isTrusted,
        random: (bytes) => crypto.getRandomValues(bytes),
      },
      signal,
    );
    listenForCommands(
      {
        'page.settings': ({ settings }) => {
          session.applySettings(settings);
          return null;
        },
        'page.show': ({ reference, index }) => session.show(reference, index),
        'page.again': ({ asOf }) => session.again(asOf),
        'page.cards': (further) => {
          session.addCards(further);
          return null;
        },
        'page.renew': () => {
          session.renew();
          return null;
        },
        'page.step': ({ by }) => session.step(by),
        'card.output': ({ token, output }) => {
          session.cardOutput(token, output);
          return null;
        },
      },
      signal,
    );
    // An extension that is being updated does not answer; the page then stays as it is.
    session.start().catch(() => undefined);
  },
});
