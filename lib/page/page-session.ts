/**
 * One article while it is being read: finds it, has it recognised, draws the marks, answers pointer and keys. Started
 * by the content script and ended by its signal; nothing of it outlives the page.
 */
import type { CardModel } from '../briefing/view-models';
import type { AsOf } from '../model/article';
import type { Reference } from '../model/ids';
import type { CardOutput, PageAnswer, PlacedMention } from '../services/exchange';
import type { PageSettings } from '../settings/schema';
import { CardController } from './card-controller';
import { rangeInBlock } from './extract-blocks';
import { lineBoxes, MentionMap, type PageMention } from './locate-mention';
import { readPageInfo } from './page-info';
import { drawToken, type PagePorts } from './page-ports';
import { PageText } from './page-text';
import { clearStaleHighlights, drawNames, isOnDark, type PaintedRange, Painter } from './painter';
import { watchPointer } from './pointer';
import { readArticle } from './read-article';
import { watchPage } from './watch-page';

/** Asked again this often while packs are being installed, until they are. */
const INSTALLING_RETRY_MS = 500;
const INSTALLING_RETRIES = 120;
/** A mention that the panel scrolled to stays active this long. */
const SHOWN_MS = 1_200;

export class PageSession {
  readonly #document: Document;
  readonly #ports: PagePorts;
  readonly #page: string;
  /** Ends what runs while the site is on; made anew when it is switched on again. */
  #running: AbortController | null = null;
  #tab = { tabId: 0, windowId: 0 };
  #settings: PageSettings | null = null;
  #text: PageText;
  #painter: Painter | null = null;
  #names: ReturnType<typeof drawNames>;
  #styled: Promise<boolean> | null = null;
  #mentions: PageMention[] = [];
  #map = new MentionMap([]);
  #cards = new Map<Reference, CardModel>();
  #controller: CardController | null = null;
  #hidden: { readonly block: number; readonly start: number }[] = [];
  #readerDate: AsOf | null = null;
  /** Where the keyboard goes on from after a card was closed. */
  #lastOpened: number | null = null;
  /** Address at the last reading: pages change it in place. */
  #url = '';
  #wanted: { readonly force: boolean } | null = null;
  #reading: Promise<void> | null = null;
  #retries = 0;

  constructor(document: Document, ports: PagePorts, signal: AbortSignal) {
    this.#document = document;
    this.#ports = ports;
    this.#page = drawToken(ports.random);
    this.#names = drawNames(ports.random);
    this.#text = new PageText(this.#page, ports.background);
    signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  async start(): Promise<void> {
    // A page that is rendered ahead shares the tab with the one in front: it would speak for it to popup and panel.
    if ((this.#document as Document & { readonly prerendering?: boolean }).prerendering) {
      await new Promise((resolve) => this.#document.addEventListener('prerenderingchange', resolve, { once: true }));
    }
    clearStaleHighlights();
    const host = readPageInfo(this.#document, null, this.#document.location.href).host;
    const { settings, tabId, windowId } = await this.#ports.background.hello(this.#page, host);
    this.#tab = { tabId, windowId };
    this.applySettings(settings);
  }

  /** Settings changed, or the site was switched: effect at once. */
  applySettings(settings: PageSettings): void {
    const before = this.#settings;
    this.#settings = settings;
    if (!settings.on) return this.#stop();
    if (!this.#running) return this.#run();
    if (before?.marks !== settings.marks) this.#read(true);
  }

  /** The knowledge or the as-of date has changed: everything again. */
  again(asOf: AsOf | null): void {
    this.#readerDate = asOf;
    if (this.#running) this.#read(true);
  }

  /** Scrolls to the nth mention of an entity and shows it for a moment. */
  show(reference: Reference, index: number): boolean {
    const own = this.#mentions.filter(
      ({ entity, candidates }) => entity === reference || candidates?.includes(reference),
    );
    const mention = own[index % Math.max(1, own.length)];
    const painted = mention && this.#paintedRange(mention);
    if (!mention || !painted) return false;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    painted.range.startContainer.parentElement?.scrollIntoView({
      block: 'center',
      behavior: still ? 'auto' : 'smooth',
    });
    void this.#style().then(() => {
      this.#painter?.activate(painted);
      setTimeout(() => this.#painter?.activate(null), SHOWN_MS);
    });
    return true;
  }

  /** What the reader did in the card's frame. */
  cardOutput(token: string, output: CardOutput): void {
    this.#controller?.receive(token, output);
  }

  /** Moves to the next or previous name and opens its card with the keyboard in it. */
  step(by: 1 | -1): boolean {
    const reachable = this.#mentions.filter((mention) => mention.paint && lineBoxes(mention).length > 0);
    if (reachable.length === 0 || !this.#controller) return false;
    const from = this.#controller.openMention?.number ?? this.#lastOpened;
    const at = from === null ? -1 : reachable.findIndex(({ number }) => number === from);
    // From nowhere, "next" is the first name and "previous" the last.
    const start = at < 0 && by < 0 ? 0 : at;
    const next = reachable[(start + by + reachable.length) % reachable.length] as PageMention;
    this.#controller.open(next, { keyboard: true, touch: false });
    this.#paintedRange(next)?.range.startContainer.parentElement?.scrollIntoView({
      block: 'nearest',
      behavior: 'auto',
    });
    return true;
  }

  #run(): void {
    this.#running = new AbortController();
    const { signal } = this.#running;
    this.#painter = new Painter(this.#names);
    this.#controller = new CardController(this.#document, this.#ports, this.#cardContext(), signal);
    const controller = this.#controller;
    watchPointer(
      this.#document,
      {
        sample: (sample) => controller.pointer(sample),
        disturb: () => controller.disturb(),
        leave: () => controller.leave(),
      },
      signal,
    );
    watchPage(
      this.#document.documentElement,
      () => this.#read(false),
      (node) => controller.owns(node),
      signal,
    );
    // Back from the browser's page cache: the tab has meanwhile told the background of other pages.
    this.#document.defaultView?.addEventListener('pageshow', ({ persisted }) => persisted && this.#read(true), {
      signal,
    });
    this.#read(true);
  }

  #stop(): void {
    this.#running?.abort();
    this.#running = null;
    this.#painter?.clear();
    this.#painter = null;
    this.#controller = null;
    this.#mentions = [];
    this.#map = new MentionMap([]);
    this.#cards.clear();
    this.#text = new PageText(this.#page, this.#ports.background);
  }

  /**
   * Has the article read again. One reading at a time: what changes meanwhile is read after it, once. `force`: even if
   * the text is what it was.
   */
  #read(force: boolean): void {
    this.#wanted = { force: force || (this.#wanted?.force ?? false) };
    this.#reading ??= this.#readWanted().finally(() => {
      this.#reading = null;
      if (this.#wanted) this.#read(false);
    });
  }

  /** What the reader said of one article is not true of the next one under another address. */
  #forgetArticle(): void {
    this.#readerDate = null;
    this.#hidden = [];
    this.#lastOpened = null;
  }

  async #readWanted(): Promise<void> {
    const { force } = this.#wanted ?? { force: false };
    this.#wanted = null;
    const running = this.#running;
    if (!running) return;
    const url = this.#document.location.href;
    const moved = url !== this.#url;
    if (moved) this.#forgetArticle();
    const { found, blocks, info, asOf } = readArticle(this.#document, url);
    try {
      if (!found) {
        // A page that turned into something else in place: its marks and its briefing are no longer true.
        if (force || moved) await this.#ports.background.skip(this.#page, info);
        this.#mentions = [];
        this.#draw();
      } else {
        const answer = await this.#text.update(blocks, info, this.#readerDate ?? asOf, force || moved);
        if (answer && this.#running === running) this.#apply(answer);
      }
      this.#url = url;
    } catch {
      // The background is restarting or the extension was updated; the next change of the page asks again.
    }
  }

  #apply(answer: PageAnswer): void {
    if (answer.kind === 'installing') {
      this.#retries += 1;
      if (this.#retries <= INSTALLING_RETRIES) setTimeout(() => this.#read(true), INSTALLING_RETRY_MS);
      return;
    }
    if (answer.kind !== 'mentions') return;
    this.#retries = 0;
    this.#cards = new Map(answer.cards.map((card) => [card.reference, card]));
    this.#lastOpened = null;
    this.#mentions = answer.mentions
      .filter((mention) => !this.#hidden.some(({ block, start }) => block === mention.block && start === mention.start))
      .flatMap((mention: PlacedMention, number) => {
        const block = this.#text.block(mention.block);
        return block ? [{ ...mention, number, in: block }] : [];
      });
    this.#draw();
  }

  #draw(): void {
    this.#map = new MentionMap(this.#mentions.filter(({ answers }) => answers));
    const painted = this.#mentions.filter(({ paint }) => paint).flatMap((mention) => this.#paintedRange(mention) ?? []);
    if (painted.length > 0) void this.#style();
    this.#painter?.paint(painted);
  }

  #paintedRange(mention: PageMention): PaintedRange | null {
    const range = rangeInBlock(mention.in, mention.start, mention.end);
    return range && { range, dark: isOnDark(mention.in.element) };
  }

  /** The highlights' style is inserted once there is a mark to draw. */
  #style(): Promise<boolean> {
    this.#styled ??= this.#ports.background.style(this.#names).catch(() => {
      this.#styled = null;
      return false;
    });
    return this.#styled;
  }

  #cardContext() {
    const session = this;
    return {
      page: this.#page,
      ...this.#tab,
      get hoverDelayMs() {
        return session.#settings?.hoverDelayMs ?? 300;
      },
      mention: (number: number) => session.#mentions.find((mention) => mention.number === number),
      at: (x: number, y: number) => session.#map.at(session.#document, x, y),
      cardOf: (reference: Reference) => session.#cards.get(reference),
      activated: (mention: PageMention | null) => {
        session.#lastOpened = mention?.number ?? session.#lastOpened;
        session.#painter?.activate(mention && session.#paintedRange(mention));
      },
      notIt: (mention: PageMention) => session.#hide(mention),
      undoNotIt: () => session.#restore(),
      chosen: (mention: PageMention, reference: Reference) => session.#choose(mention, reference),
    };
  }

  /** "Not it": this mention is hidden for this page view. */
  #hide({ block, start }: PageMention): void {
    this.#hidden.push({ block, start });
    this.#mentions = this.#mentions.filter((mention) => !(mention.block === block && mention.start === start));
    this.#draw();
  }

  #restore(): void {
    this.#hidden.pop();
    this.#read(true);
  }

  /** A choice among candidates holds for this article. */
  #choose(mention: PageMention, reference: Reference): void {
    const wanted = mention.candidates?.join();
    this.#mentions = this.#mentions.map((other) => {
      if (other.candidates?.join() !== wanted) return other;
      const { candidates: _, ...rest } = other;
      return { ...rest, entity: reference };
    });
    this.#draw();
  }
}
