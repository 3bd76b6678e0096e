/** A page session as it is wired everywhere: to the background, to the card's frame, to the background's commands. */
import { type ask, listenForCommands } from '../../lib/messaging/client';
import type { PageBackground } from '../../lib/page/page-ports';
import { PageSession } from '../../lib/page/page-session';
import { cardAddress } from '../../lib/platform/card-address';

interface Connection {
  /** How the background is asked. */
  readonly ask: typeof ask;
  /** How the marks are styled; by the background unless given. */
  readonly style?: PageBackground['style'];
  readonly signal: AbortSignal;
}

/** Rejects when the background does not answer; the page then stays as it is. */
export function startSession({ ask, style, signal }: Connection): Promise<void> {
  const session = new PageSession(
    document,
    {
      background: {
        hello: (page, host) => ask('page.hello', { page, host }),
        readText: (request) => ask('page.text', request),
        style: style ?? ((names, elements) => ask('page.style', { ...names, elements })),
        skip: (page, article) => ask('page.skip', { page, article }),
        card: (page, reference) => ask('card.get', { page, reference }),
        choices: (page, references, surface) => ask('card.choices', { page, references, surface }),
      },
      frame: { address: cardAddress, deliver: (token, input) => ask('card.show', { token, input }) },
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
      'page.open': ({ reference }) => session.open(reference),
      'page.force': () => session.insist(),
      'page.again': ({ asOf }) => session.again(asOf),
      'page.cards': (further) => {
        session.addCards(further);
        return null;
      },
      'page.renew': ({ unseen }) => {
        session.renew(unseen);
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
  return session.start();
}
