/** When a page is read: one reading at a time, and none while nobody sees the page (T90). */
import { whenRendered } from './when-rendered';
import { whenSeen } from './when-seen';

export class ReadingTurns {
  readonly #document: Document;
  /** What runs at the moment; `null`: nothing is to be read. */
  readonly #running: () => AbortController | null;
  readonly #read: (running: AbortController, force: boolean) => Promise<void>;
  #wanted: { readonly force: boolean } | null = null;
  #reading: Promise<void> | null = null;
  /** Ends a reading's wait for the page to be seen. */
  #hurry: (() => void) | null = null;

  constructor(
    document: Document,
    running: () => AbortController | null,
    read: (running: AbortController, force: boolean) => Promise<void>,
  ) {
    this.#document = document;
    this.#running = running;
    this.#read = read;
  }

  /** Wants a reading once the page is seen: what is wanted during one follows it, once. `force`: even of the same text. */
  want(force: boolean): void {
    this.#wanted = { force: force || (this.#wanted?.force ?? false) };
    this.#reading ??= this.#readWanted().finally(() => {
      this.#reading = null;
      if (this.#wanted) this.want(false);
    });
  }

  /** What is wanted is not to wait for the page to be seen: the reader has asked, by a panel beside another tab maybe. */
  hurry(): void {
    this.#hurry?.();
  }

  async #readWanted(): Promise<void> {
    const running = this.#running();
    if (!running || !(await this.#whenWanted(running.signal))) {
      if (!this.#running()) this.#wanted = null;
      return;
    }
    const force = this.#wanted?.force ?? false;
    this.#wanted = null;
    await this.#read(running, force);
  }

  /** Resolves to true once the page can be seen, and is or somebody hurries; false when what runs has ended before. */
  async #whenWanted(signal: AbortSignal): Promise<boolean> {
    const hurried = new Promise<boolean>((resolve) => {
      this.#hurry = () => resolve(true);
    });
    const isWanted = await Promise.race([whenSeen(this.#document, signal), hurried]);
    return isWanted && whenRendered(this.#document, signal);
  }
}
