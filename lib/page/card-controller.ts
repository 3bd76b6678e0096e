/**
 * Runs the hover machine: pointer, keys and timers in, card out. Knows mentions by number only.
 */
import type { CardModel } from '../briefing/view-models';
import { type HoverEffect, type HoverEvent, type HoverState, IDLE, step } from '../hover/hover-machine';
import { isInCorridor, placeCard } from '../hover/place-card';
import type { Reference } from '../model/ids';
import type { CardInput, CardOutput } from '../services/exchange';
import { CardLink } from './card-link';
import { lineBoxes, type PageMention } from './locate-mention';
import type { PagePorts } from './page-ports';
import type { PointerSample } from './pointer';
import { watchTaps } from './taps';

export interface CardContext {
  readonly page: string;
  readonly tabId: number;
  readonly windowId: number;
  readonly hoverDelayMs: number;
  mention(number: number): PageMention | undefined;
  /** The mention that answers under a point. */
  at(x: number, y: number): PageMention | null;
  cardOf(reference: Reference): CardModel | undefined;
  /** The card of a mention opened or closed: its name is shown as active. */
  activated(mention: PageMention | null): void;
  /** The reader says that this mention is not what the card says. */
  notIt(mention: PageMention): void;
  undoNotIt(): void;
  /** The reader chose among candidates. */
  chosen(mention: PageMention, reference: Reference): void;
}

/** Where the keyboard was in the page: focus and scroll position. */
interface ReaderPlace {
  readonly focus: Element | null;
  readonly x: number;
  readonly y: number;
}

/** What the frame draws, unseen, while the reader still rests on a name. */
interface Drawing {
  readonly target: number;
  readonly show: number;
  /** Resolves when the frame has taken it. */
  readonly sent: Promise<void>;
  /** Of what is drawn, in px, once it is. */
  height: number | null;
}

/** A page may keep the pointer's events from us (T65): where it is, is looked at so often while it opened the card. */
const LOOK_MS = 500;
/** Without any event of the pointer for so long, and away from name and card, it has left. */
const UNHEARD_MS = 1_000;

/** Browsers end a background 30 s after its last event: less, in case some of it was missed. */
const AWAKE_MS = 20_000;

export class CardController {
  readonly #ports: PagePorts;
  readonly #context: CardContext;
  readonly #link: CardLink;
  #state: HoverState = IDLE;
  #tokens = 0;
  #show = 0;
  #drawing: Drawing | null = null;
  #open: PageMention | null = null;
  #insideFrame = false;
  #wokenAt = Number.NEGATIVE_INFINITY;
  #byTouch = false;
  /** Opened by keyboard, and the card has not taken the focus yet. */
  #wantsFocus = false;
  /** Where the reader was before the keyboard opened a card. */
  #before: ReaderPlace | null = null;
  #lastSample: PointerSample | null = null;
  #heardAt = Number.NEGATIVE_INFINITY;
  #watching: ReturnType<typeof setInterval> | undefined;
  readonly #signal: AbortSignal;

  constructor(document: Document, ports: PagePorts, context: CardContext, signal: AbortSignal) {
    this.#ports = ports;
    this.#context = context;
    this.#signal = signal;
    this.#link = new CardLink(document, ports, () => this.close(), signal);
    const options = { signal, capture: true, passive: true } as const;
    document.addEventListener('keydown', (event) => ports.isReal(event) && this.#onKey(event), {
      signal,
      capture: true,
    });
    document.addEventListener('scroll', () => this.#link.host.replace(), options);
    document.defaultView?.addEventListener('resize', () => this.#link.host.replace(), options);
    document.addEventListener('pointerdown', (event) => ports.isReal(event) && this.#onPointerDown(event), options);
    watchTaps(document, (event) => this.#onTap(event), ports.isReal, signal);
    // On the way to another page the frame goes before the browser decides what it keeps.
    window.navigation?.addEventListener(
      'navigate',
      ({ destination }) => {
        if (!destination.sameDocument) this.#dispose();
      },
      { signal },
    );
    document.defaultView?.addEventListener('pagehide', () => this.#dispose(), options);
    signal.addEventListener('abort', () => this.#dispose(), { once: true });
  }

  /** True for nodes that are the card's own, whose changes are not the page's. */
  owns(node: Node): boolean {
    return this.#link.host.contains(node);
  }

  pointer(sample: PointerSample): void {
    const { x, y, speed, blocked } = sample;
    this.#lastSample = sample;
    this.#heardAt = performance.now();
    const mention = this.#context.at(x, y);
    this.#apply({ type: 'pointer', target: mention?.number ?? null, near: this.#isNear(x, y), speed, blocked });
  }

  leave(): void {
    this.#lastSample = null;
    this.#apply({ type: 'pointer', target: null, near: this.#insideFrame, speed: 0, blocked: true });
  }

  disturb(): void {
    this.#apply({ type: 'disturb' });
  }

  /** Opens at once: by key, by touch, from the panel. */
  open(mention: PageMention, by: { keyboard: boolean; touch: boolean }): void {
    this.#byTouch = by.touch;
    if (by.keyboard && !this.#open) this.#before = { focus: document.activeElement, x: scrollX, y: scrollY };
    this.#apply({ type: 'open', target: mention.number, byKeyboard: by.keyboard });
  }

  /** The name or its page has gone. */
  close(): void {
    this.#apply({ type: 'close', by: 'gone' });
  }

  get openMention(): PageMention | null {
    return this.#open;
  }

  #isNear(x: number, y: number): boolean {
    if (this.#insideFrame) return true;
    const card = this.#link.host.box();
    if (!card || !this.#open) return false;
    if (x >= card.left && x <= card.right && y >= card.top && y <= card.bottom) return true;
    return lineBoxes(this.#open).some((name) => isInCorridor({ x, y }, name, card));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.#open) this.#apply({ type: 'close', by: 'reader' });
  }

  #onPointerDown({ pointerType, target }: PointerEvent): void {
    if (pointerType !== 'touch' && !this.#link.host.contains(target)) this.#closeFromElsewhere();
  }

  #onTap({ clientX, clientY, target }: PointerEvent): void {
    if (this.#link.host.contains(target)) return;
    const mention = this.#context.at(clientX, clientY);
    // A tap on a link stays the link's.
    const isOfPage = target instanceof Element && target.closest('a, button') !== null;
    if (mention && !isOfPage) this.open(mention, { keyboard: false, touch: true });
    else this.#closeFromElsewhere();
  }

  #closeFromElsewhere(): void {
    if (this.#open) this.#apply({ type: 'close', by: 'elsewhere' });
  }

  #apply(event: HoverEvent): void {
    this.#tokens += 1;
    const { state, effects } = step(this.#state, event, this.#context.hoverDelayMs, this.#tokens);
    this.#state = state;
    for (const effect of effects) this.#run(effect);
  }

  #run(effect: HoverEffect): void {
    switch (effect.type) {
      case 'timer':
        setTimeout(() => {
          if (this.#signal.aborted) return;
          this.#apply({ type: 'timer', token: effect.token, what: effect.what });
          // The pointer may have come to rest on another name while the card was closing; nothing will move again.
          if (this.#state.phase === 'idle' && this.#lastSample) this.pointer({ ...this.#lastSample, speed: 0 });
        }, effect.ms);
        return;
      case 'wake':
        this.#wake();
        return;
      case 'want':
        void this.#prepare(effect.target);
        return;
      case 'show':
        void this.#present(effect.target, effect.byKeyboard);
        return;
      case 'hide':
        this.#hide(effect.restoreFocus);
        return;
    }
  }

  /** Once in a while is enough: it stays awake for a time after each word. */
  #wake(): void {
    const now = performance.now();
    if (now - this.#wokenAt < AWAKE_MS) return;
    this.#wokenAt = now;
    this.#link.wake();
  }

  /** While the reader still rests, the frame is made and draws what is known. The rest may end: the frame then goes again. */
  async #prepare(target: number): Promise<void> {
    const entity = this.#context.mention(target)?.entity;
    const model = entity && this.#context.cardOf(entity);
    let sent: Promise<void>;
    if (model && this.#state.phase === 'resting') {
      this.#show += 1;
      sent = this.#link.send({ ...this.#inputBase(), kind: 'card', model });
      this.#drawing = { target, show: this.#show, sent, height: null };
    } else sent = this.#link.connect();
    await sent.catch(() => undefined);
    if (!this.#open) this.#link.rest();
  }

  #inputBase(): Pick<CardInput, 'show' | 'tabId' | 'windowId'> {
    return { show: this.#show, tabId: this.#context.tabId, windowId: this.#context.windowId };
  }

  /** What the frame has been given to draw during the rest on this name, if it is still there. */
  #drawnFor(target: number): Drawing | null {
    const drawing = this.#drawing;
    const isCurrent = drawing?.target === target && drawing.show === this.#show && this.#link.host.isConnected;
    return isCurrent ? drawing : null;
  }

  async #present(target: number, byKeyboard: boolean): Promise<void> {
    const mention = this.#context.mention(target);
    if (!mention) return this.close();
    const drawn = this.#drawnFor(target);
    if (!drawn) this.#show += 1;
    const show = this.#show;
    this.#open = mention;
    this.#insideFrame = false;
    this.#watching ??= setInterval(() => this.#closeIfLeft(), LOOK_MS);
    this.#context.activated(mention);
    try {
      await (drawn?.sent ?? this.#link.connect());
      // Closed, or another name meanwhile.
      if (show !== this.#show) return;
      if (drawn) {
        this.#link.host.show((height) => this.#place(mention, height));
        this.#wantsFocus = byKeyboard;
        if (drawn.height !== null) this.#showAt(drawn.height);
        return;
      }
      const content = await this.#content(mention, this.#inputBase());
      if (show !== this.#show) return;
      this.#link.host.show((height) => this.#place(mention, height));
      this.#wantsFocus = byKeyboard;
      await this.#link.send(content);
    } catch {
      if (show === this.#show) this.close();
    }
  }

  /** What the card shows: what followed the mentions, else what the background still knows. */
  async #content(mention: PageMention, base: Pick<CardInput, 'show' | 'tabId' | 'windowId'>): Promise<CardInput> {
    const surface = mention.in.text.slice(mention.start, mention.end);
    const { background } = this.#ports;
    if (mention.candidates) {
      return {
        ...base,
        kind: 'choice',
        model: await background.choices(this.#context.page, mention.candidates, surface),
      };
    }
    const reference = mention.entity as Reference;
    const known = this.#context.cardOf(reference);
    if (known) return { ...base, kind: 'card', model: known };
    this.#link.host.show((height) => this.#place(mention, height));
    this.#link.send({ ...base, kind: 'loading', name: surface }).catch(() => undefined);
    const model = await background.card(this.#context.page, reference).catch(() => null);
    return model ? { ...base, kind: 'card', model } : { ...base, kind: 'missing', name: surface };
  }

  #place({ number, ...shown }: PageMention, height: number) {
    // The page may have made the name's nodes anew since the card opened.
    const mention = this.#context.mention(number) ?? { number, ...shown };
    const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const rtl = getComputedStyle(mention.in.element).direction === 'rtl';
    return placeCard(lineBoxes(mention), height, viewport, { byTouch: this.#byTouch, rtl });
  }

  /**
   * The card has drawn itself and told its height. Only now can it take the focus: browsers refuse it to a frame that
   * is hidden (measured, Chromium 156 and Firefox 153), and only the frame itself can put it on the heading.
   */
  #showAt(height: number): void {
    this.#link.host.setHeight(height);
    if (!this.#wantsFocus) return;
    this.#wantsFocus = false;
    const { tabId, windowId } = this.#context;
    this.#link.send({ kind: 'focus', show: this.#show, tabId, windowId }).catch(() => undefined);
  }

  /** What the reader did in the frame; another token is another page's card. */
  receive(token: string, output: CardOutput): void {
    if (token !== this.#link.token) return;
    const mention = this.#open;
    switch (output.type) {
      case 'height':
        if (output.show !== this.#show) return;
        if (mention) this.#showAt(output.px);
        else if (this.#drawing?.show === output.show) this.#drawing.height = output.px;
        return;
      case 'close':
        return this.#apply({ type: 'close', by: 'reader' });
      case 'pin':
        return this.#apply({ type: 'pin', pinned: output.pinned });
      case 'not-it':
        if (mention && this.#isMeant(mention)) this.#context.notIt(mention);
        return;
      case 'undo':
        return this.#context.undoNotIt();
      case 'choose':
        if (mention && this.#isMeant(mention)) {
          this.#context.chosen(mention, output.reference);
          const byKeyboard = this.#state.phase === 'open' && this.#state.byKeyboard;
          this.#apply({ type: 'open', target: mention.number, byKeyboard });
        }
        return;
      case 'pointer':
        this.#insideFrame = output.inside;
        if (mention) this.#apply({ type: 'pointer', target: null, near: output.inside, speed: 0, blocked: false });
        return;
    }
  }

  /** A press that comes before the card can have been seen changes nothing: the card is drawn as it was. */
  #isMeant({ number }: PageMention): boolean {
    if (this.#link.host.isSteady) return true;
    void this.#present(number, this.#state.phase === 'open' && this.#state.byKeyboard);
    return false;
  }

  /** A card that the pointer opened does not stay when it has gone unheard: the browser itself knows where it is. */
  #closeIfLeft(): void {
    const state = this.#state;
    if (state.phase !== 'open' || state.pinned || state.byKeyboard || this.#byTouch || this.#insideFrame) return;
    if (performance.now() - this.#heardAt < UNHEARD_MS) return;
    const { element } = (this.#context.mention(state.target) ?? this.#open)?.in ?? {};
    if (element?.matches(':hover') || this.#link.host.isHovered) return;
    this.#apply({ type: 'close', by: 'gone' });
  }

  #hide(restoreFocus: boolean): void {
    clearInterval(this.#watching);
    this.#watching = undefined;
    this.#show += 1;
    this.#open = null;
    this.#insideFrame = false;
    this.#byTouch = false;
    this.#wantsFocus = false;
    this.#link.host.hide();
    this.#link.rest();
    this.#context.activated(null);
    if (restoreFocus && this.#before) this.#return(this.#before);
    this.#before = null;
  }

  /** Focus and scroll position go back to where the keyboard came from. */
  #return({ focus, x, y }: ReaderPlace): void {
    if (focus instanceof HTMLElement && focus !== document.body) focus.focus({ preventScroll: true });
    else this.#link.host.blur();
    scrollTo({ left: x, top: y, behavior: 'instant' });
  }

  /** Closes the card and takes its frame out of the page; the next intent makes a new one. */
  #dispose(): void {
    this.close();
    this.#link.drop();
  }
}
