/**
 * One article while it is being read: has it recognised, draws the marks, answers pointer and keys. Started by the
 * content script and ended by its signal; nothing of it outlives the page.
 */
import type { AsOf } from '../model/article';
import type { Reference } from '../model/ids';
import type { CardOutput, PageAnswer, PageCards } from '../services/exchange';
import type { PageSettings } from '../settings/schema';
import { readableHost, withoutFragment } from '../text/address';
import { CardController } from './card-controller';
import { inSlices } from './in-slices';
import { lineBoxes, type PageMention } from './locate-mention';
import { elementOf, PageMarks } from './page-marks';
import { PageMentions } from './page-mentions';
import { drawToken, type PagePorts } from './page-ports';
import { PageText } from './page-text';
import { watchPointer } from './pointer';
import { readArticle } from './read-article';
import { ReadingTurns } from './reading-turns';
import { ReceivedCards } from './received-cards';
import { clearStaleSession } from './stale-session';
import { watchColours, watchPage } from './watch-page';
import { whenSeen } from './when-seen';

/** After a failure, or while packs are being installed: asked again after this long, then twice as long … */
const FIRST_RETRY_MS = 500;
/** … up to this, and no more than this often. */
const LAST_RETRY_MS = 30_000;
const MAX_RETRIES = 12;

export class PageSession {
  readonly #document: Document;
  readonly #ports: PagePorts;
  readonly #signal: AbortSignal;
  readonly #page: string;
  readonly #marks: PageMarks;
  readonly #mentions = new PageMentions();
  readonly #turns: ReadingTurns;
  /** Ends what runs while the site is on; made anew when it is switched on again. */
  #running: AbortController | null = null;
  #tab = { tabId: -1, windowId: -1 };
  #settings: PageSettings | null = null;
  readonly #text: PageText;
  readonly #cards = new ReceivedCards();
  #controller: CardController | null = null;
  #readerDate: AsOf | null = null;
  /** The reader wants this page read, whatever it looks like. */
  #insists = false;
  /** Where the keyboard goes on from after a card was closed. */
  #lastOpened: number | null = null;
  /** Address at the last reading, without its fragment: pages change it in place. */
  #url = '';
  #retries = 0;
  /** Settings that have come while the background was being greeted: later than its answer's. */
  #told: PageSettings | null = null;
  /** How long the last look at the page took. */
  #readMs = 0;

  constructor(document: Document, ports: PagePorts, signal: AbortSignal) {
    this.#document = document;
    this.#ports = ports;
    this.#signal = signal;
    this.#page = drawToken(ports.random);
    this.#marks = new PageMarks(ports);
    this.#text = new PageText(this.#page, ports.background);
    this.#turns = new ReadingTurns(
      document,
      () => this.#running,
      (running, force) => this.#read(running, force),
    );
    signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  /**
   * Begins once the reader sees the page; what an earlier session has left in it goes at once. Rejects when the
   * background does not answer for minutes; then, and when the session ends before, nothing has been started.
   */
  async start(): Promise<void> {
    clearStaleSession(this.#document, this.#ports.frame.address(''));
    // A page that is rendered ahead shares the tab with the one in front: it would speak for it to popup and panel.
    if (!(await whenSeen(this.#document, this.#signal))) return;
    await this.#greet();
    // Back from the browser's page cache, where no settings arrive: the tab has meanwhile told of other pages.
    this.#document.defaultView?.addEventListener(
      'pageshow',
      ({ persisted }) => {
        if (!persisted) return;
        this.#hello().then(
          () => this.#running && this.#turns.want(true),
          () => undefined,
        );
      },
      { signal: this.#signal },
    );
  }

  /** The background may be starting, or be stopped just now: it is greeted until it answers. */
  async #greet(): Promise<void> {
    for (;;) {
      try {
        return await this.#hello();
      } catch (error) {
        this.#retries += 1;
        if (this.#signal.aborted || this.#retries > MAX_RETRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, this.#retryMs()));
      }
    }
  }

  async #hello(): Promise<void> {
    const host = readableHost(this.#document.location.href) ?? '';
    this.#told = null;
    const { settings, tabId, windowId } = await this.#ports.background.hello(this.#page, host);
    this.#retries = 0;
    this.#tab = { tabId, windowId };
    this.#adopt(this.#told ?? settings);
  }

  /** Settings changed, or the site was switched: effect at once, in a page that has begun. */
  applySettings(settings: PageSettings): void {
    this.#told = settings;
    // Those of the moment come with the first greeting.
    if (this.#settings) this.#adopt(settings);
  }

  #adopt(settings: PageSettings): void {
    const before = this.#settings;
    this.#settings = settings;
    if (!settings.on) return this.#stop();
    this.#mentions.setLevel(settings.marks, this.#blockOf);
    if (!this.#running) return this.#run();
    // At once, from what is known; popup and panel count anew with what is read after it.
    if (before?.marks !== settings.marks) this.#draw();
    if (
      before?.marks !== settings.marks ||
      before.language !== settings.language ||
      before.namesLanguage !== settings.namesLanguage
    )
      this.renew();
  }

  /** The reader has changed the as-of date: everything again. False while the site is off. */
  again(asOf: AsOf | null): boolean {
    this.#readerDate = asOf;
    return this.#readUnseen();
  }

  /** The reader has asked for it, by a panel beside another tab it may be: not only once the page is seen. */
  #readUnseen(): boolean {
    this.renew();
    this.#turns.hurry();
    return this.#running !== null;
  }

  /** Cards of the mentions that were answered with; those of another reading are out of date. */
  addCards(cards: PageCards): void {
    if (cards.page === this.#page) this.#cards.take(cards);
  }

  /**
   * Other knowledge or settings have become current: everything again. `unseen`: only if the page is not seen, and at once,
   * since a panel shows what is known of it; seen pages are told as all others are.
   */
  renew(unseen = false): void {
    if (!this.#running) return;
    if (!unseen) this.#turns.want(true);
    else if (this.#document.visibilityState === 'hidden') this.#readUnseen();
  }

  /** Scrolls to the nth mention of an entity and shows it for a moment. */
  show(reference: Reference, index: number): boolean {
    const own = this.#mentions.of(reference);
    const mention = own[index % Math.max(1, own.length)];
    const element = elementOf(mention);
    if (!mention || !element) return false;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
    this.#marks.show(mention, () => this.#controller?.openMention);
    return true;
  }

  /** Scrolls to the first mention of an entity that can be seen, and opens its card with the keyboard in it. */
  open(reference: Reference): boolean {
    const mention = this.#mentions.of(reference).find((candidate) => lineBoxes(candidate).length > 0);
    if (!mention || !this.#controller) return false;
    this.#controller.open(mention, { keyboard: true, touch: false });
    elementOf(mention)?.scrollIntoView({ block: 'center', behavior: 'auto' });
    return true;
  }

  /** The reader wants this page read, whatever it looks like. False while the site is off. */
  insist(): boolean {
    this.#insists = true;
    return this.#readUnseen();
  }

  /** What the reader did in the card's frame. */
  cardOutput(token: string, output: CardOutput): void {
    this.#controller?.receive(token, output);
  }

  /** Moves to the next or previous name and opens its card with the keyboard in it. */
  step(by: 1 | -1): boolean {
    const reachable = this.#namesByKey();
    if (reachable.length === 0 || !this.#controller) return false;
    const from = this.#controller.openMention?.number ?? this.#lastOpened;
    const at = from === null ? -1 : reachable.findIndex(({ number }) => number === from);
    // From nowhere, "next" is the first name and "previous" the last.
    const start = at < 0 && by < 0 ? 0 : at;
    const next = reachable[(start + by + reachable.length) % reachable.length] as PageMention;
    this.#controller.open(next, { keyboard: true, touch: false });
    elementOf(next)?.scrollIntoView({ block: 'nearest', behavior: 'auto' });
    return true;
  }

  /** What the keyboard walks: the marks, and once each the names that have none. */
  #namesByKey(): PageMention[] {
    const seen = new Set(this.#mentions.list.filter(({ paint }) => paint).map(keyOf));
    return this.#mentions.list.filter((mention) => {
      if (lineBoxes(mention).length === 0) return false;
      if (mention.paint) return true;
      const key = keyOf(mention);
      return !seen.has(key) && seen.add(key);
    });
  }

  #run(): void {
    this.#running = new AbortController();
    const { signal } = this.#running;
    const controller = new CardController(this.#document, this.#ports, this.#cardContext(), signal);
    this.#marks.start();
    this.#controller = controller;
    watchPointer(
      this.#document,
      {
        sample: (sample) => controller.pointer(sample),
        disturb: () => controller.disturb(),
        leave: () => controller.leave(),
      },
      this.#ports.isReal,
      signal,
    );
    watchPage(
      this.#document.documentElement,
      () => this.#turns.want(false),
      { ignore: (node) => controller.owns(node), cost: () => this.#readMs },
      signal,
    );
    watchColours(this.#document, () => this.#draw(), signal);
    // Pages change their address before, after or without their text.
    window.navigation?.addEventListener('currententrychange', () => this.#hasMoved() && this.#turns.want(false), {
      signal,
    });
    this.#turns.want(true);
  }

  #stop(): void {
    this.#running?.abort();
    this.#running = null;
    this.#marks.stop();
    this.#controller = null;
    this.#mentions.forget();
    this.#cards.clear();
    this.#text.forget();
  }

  #hasMoved(): boolean {
    return withoutFragment(this.#document.location.href) !== this.#url;
  }

  /** `force`: even if the text is what it was. */
  async #read(running: AbortController, force: boolean): Promise<void> {
    const moved = this.#hasMoved();
    // What the reader said before the first reading is said of this article.
    if (moved && this.#url !== '') this.#forgetArticle();
    this.#url = withoutFragment(this.#document.location.href);
    const work = readArticle(this.#document, this.#document.location.href, { insist: this.#insists });
    const read = await inSlices(work, running.signal);
    if (!read) return;
    this.#readMs = read.ms;
    const { found, blocks, info, asOf } = read.value;
    try {
      if (!found) {
        // Whatever comes back into this page later is read as if for the first time.
        this.#text.forget();
        this.#mentions.set([], this.#blockOf);
        this.#controller?.close();
        this.#draw();
        if (force || moved) await this.#ports.background.skip(this.#page, info);
        return;
      }
      const answer = await this.#text.update(blocks, info, this.#readerDate ?? asOf, force || moved);
      if (this.#running !== running) return;
      if (answer) this.#apply(answer);
      else this.#rebind();
    } catch {
      // The background is restarting or was updated; an orphan is ended by its own failed request.
      this.#retry();
    }
  }

  /** Asks for everything again after a while; gives up after some time, until the page changes. */
  #retry(): void {
    this.#retries += 1;
    if (this.#retries > MAX_RETRIES) return;
    setTimeout(() => this.#turns.want(true), this.#retryMs());
  }

  #retryMs(): number {
    return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.#retries - 1));
  }

  /** What the reader said of one article is not true of the next one under another address. */
  #forgetArticle(): void {
    this.#readerDate = null;
    this.#insists = false;
    this.#lastOpened = null;
    this.#mentions.forget();
    this.#controller?.close();
  }

  #apply(answer: PageAnswer): void {
    if (answer.kind === 'installing') return this.#retry();
    if (answer.kind !== 'mentions') return;
    this.#retries = 0;
    this.#cards.answered(answer.reading);
    this.#mentions.set(answer.mentions, this.#blockOf);
    this.#draw();
  }

  readonly #blockOf = (id: number) => this.#text.block(id);

  /** The same text in other nodes: the marks follow. */
  #rebind(): void {
    this.#mentions.rebind(this.#blockOf);
    this.#draw();
  }

  /** Draws the marks of the present mentions. */
  #draw(): void {
    this.#marks.draw(this.#mentions.list, () => {
      const open = this.#controller?.openMention;
      if (!open) return;
      const current = this.#mentions.get(open.number);
      // A card whose name the page has taken away goes with it; one whose name the reader has hidden offers the way back.
      if (elementOf(current ?? open)) this.#marks.activate(current);
      else this.#controller?.close();
    });
  }

  #cardContext() {
    const session = this;
    return {
      page: this.#page,
      get tabId() {
        return session.#tab.tabId;
      },
      get windowId() {
        return session.#tab.windowId;
      },
      get hoverDelayMs() {
        return session.#settings?.hoverDelayMs ?? 300;
      },
      mention: (number: number) => session.#mentions.get(number),
      at: (x: number, y: number) => session.#mentions.at(session.#document, x, y),
      cardOf: (reference: Reference) => session.#cards.of(reference),
      activated: (mention: PageMention | null) => {
        session.#lastOpened = mention?.number ?? session.#lastOpened;
        session.#marks.activate(mention);
      },
      notIt: (mention: PageMention) => {
        session.#mentions.hide(mention, session.#blockOf);
        session.#draw();
      },
      undoNotIt: () => {
        session.#mentions.restore(session.#blockOf);
        session.#draw();
      },
      chosen: (mention: PageMention, reference: Reference) => {
        session.#mentions.choose(mention, reference, session.#blockOf);
        session.#draw();
      },
    };
  }
}

const keyOf = ({ entity, candidates }: PageMention): string => entity ?? candidates?.join() ?? '';
