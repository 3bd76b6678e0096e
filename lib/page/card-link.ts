/**
 * The way to the card's frame: made when a card is first wanted, reached through the background, taken out of the page
 * again when nothing has been shown for a while or the page is left.
 */
import type { CardInput } from '../services/exchange';
import { CardHost } from './card-host';
import { drawToken, type PagePorts } from './page-ports';

/**
 * A frame that shows nothing is taken away after this long. While it is in the page, Chromium does not keep the page
 * for "back", and then lists the frame with its address in `notRestoredReasons` (measured, 156). Long enough to go from
 * one name to the next; a new frame is there within the first 150 ms of a rest.
 */
const IDLE_MS = 3_000;
/** Waits between attempts to reach a frame whose page has loaded but may not listen yet. */
const RETRY_MS = 25;
const ATTEMPTS = 20;

export class CardLink {
  /** What this page's frame answers to; other frames of the extension ignore what is sent to it. */
  readonly token: string;
  readonly host: CardHost;
  readonly #ports: PagePorts;
  readonly #signal: AbortSignal;
  #ready: Promise<void> | null = null;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(document: Document, ports: PagePorts, tampered: () => void, signal: AbortSignal) {
    this.token = drawToken(ports.random);
    this.host = new CardHost(document, ports.frame.address(this.token), tampered);
    this.#ports = ports;
    this.#signal = signal;
  }

  /** Asks for a frame that may not be there yet: a sleeping background has the whole rest to wake, and the way is warm. */
  wake(): void {
    this.#ports.frame.deliver(this.token, null).catch(() => undefined);
  }

  /** Resolves when the frame listens. */
  connect(): Promise<void> {
    clearTimeout(this.#idle);
    if (!this.host.isConnected) this.#ready = null;
    this.#ready ??= this.#reach().catch((error: unknown) => {
      this.#ready = null;
      throw error;
    });
    return this.#ready;
  }

  /** Hands something to the frame. A frame that is gone (the page removed it) is made anew, once. */
  async send(input: CardInput): Promise<void> {
    await this.connect();
    if (await this.#ports.frame.deliver(this.token, input)) return;
    this.#ready = null;
    this.host.detach();
    await this.connect();
    await this.#ports.frame.deliver(this.token, input);
  }

  /** Nothing is shown: the frame goes unless it is wanted again soon. */
  rest(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.drop(), IDLE_MS);
  }

  /** Takes the frame out of the page at once. */
  drop(): void {
    clearTimeout(this.#idle);
    this.#ready = null;
    this.host.hide();
    this.host.detach();
  }

  async #reach(): Promise<void> {
    await this.host.prepare();
    for (let attempt = 1; attempt <= ATTEMPTS && !this.#signal.aborted; attempt++) {
      if (await this.#ports.frame.deliver(this.token, null)) return;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    throw new Error('the card does not listen');
  }
}
