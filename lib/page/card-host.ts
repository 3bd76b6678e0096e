/**
 * The card's place in the page: one host element with a closed shadow root that holds a frame of the extension. The
 * page can see that the host is there, and nothing of what the frame shows. The frame is made at the first intent and
 * used again; the host stays invisible until the card has told its height.
 */
import type { Box, Placement } from '../hover/place-card';
import { CardGuard } from './card-guard';

/** The card's height is waited for this long; then the last height serves. */
const HEIGHT_PATIENCE_MS = 80;
const FIRST_HEIGHT_PX = 220;
const MAX_Z_INDEX = '2147483647';
const GROW_MS = '0s';
/** A page that takes the card away is given it so often; then it stays without (T56). */
const MAX_TAKEN = 3;

const HOST_STYLE: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  // In view even while hidden: what lies outside is not rendered, and a card would begin to draw only when it is shown.
  inset: '0 auto auto 0',
  width: '344px',
  height: '220px',
  margin: '0',
  padding: '0',
  border: '0',
  'z-index': MAX_Z_INDEX,
  display: 'block',
  visibility: 'hidden',
  'pointer-events': 'none',
  background: 'transparent',
  'color-scheme': 'light dark',
  transition: `height ${GROW_MS}`,
};

export class CardHost {
  readonly #document: Document;
  readonly #address: string;
  readonly #tampered: () => void;
  #host: HTMLElement | null = null;
  #guard: CardGuard | null = null;
  /** How often the page has taken the host away. */
  #taken = 0;
  /** Hosts of before too: taking one out of the page is a change of ours. */
  readonly #own = new WeakSet<EventTarget>();
  #frame: HTMLIFrameElement | null = null;
  #height = FIRST_HEIGHT_PX;
  #place: ((height: number) => Placement) | null = null;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #shown = false;

  /** `tampered`: the page has hidden, moved, covered or removed an open card. */
  constructor(document: Document, address: string, tampered: () => void) {
    this.#document = document;
    this.#address = address;
    this.#tampered = tampered;
  }

  /** False before the frame is made, and after the page has taken it away. */
  get isConnected(): boolean {
    return this.#host?.isConnected === true && this.#frame !== null;
  }

  /** Makes the frame if there is none; resolves when its page has loaded. Rejects where the page keeps taking it away. */
  async prepare(): Promise<void> {
    if (this.isConnected) return;
    if (this.#host) this.#taken += 1;
    this.detach();
    if (this.#taken > MAX_TAKEN) throw new Error('the page takes the card away');
    const host = this.#document.createElement('div');
    for (const [name, value] of Object.entries(HOST_STYLE)) host.style.setProperty(name, value, 'important');
    const shadow = host.attachShadow({ mode: 'closed' });
    const frame = this.#document.createElement('iframe');
    frame.setAttribute('tabindex', '-1');
    // Under a page's cross-origin embedder policy Chromium would refuse the frame, and report its address to the page.
    frame.setAttribute('credentialless', '');
    // The page's own policies must neither stop nor learn of the frame; `title` is what assistive technology reads.
    frame.title = 'Sidelight';
    for (const [name, value] of [
      ['border', '0'],
      ['width', '100%'],
      ['height', '100%'],
      ['display', 'block'],
      ['background', 'transparent'],
      ['color-scheme', 'light dark'],
      ['border-radius', '10px'],
    ] as const) {
      frame.style.setProperty(name, value, 'important');
    }
    const loaded = new Promise<void>((resolve) => frame.addEventListener('load', () => resolve(), { once: true }));
    frame.src = this.#address;
    shadow.append(frame);
    this.#host = host;
    this.#own.add(host);
    this.#guard = new CardGuard(host, this.#tampered);
    this.#frame = frame;
    this.#document.documentElement.append(host);
    return loaded;
  }

  /** Shows the card as soon as its height is known; `place` says where a card of some height goes. */
  show(place: (height: number) => Placement): void {
    this.#place = place;
    this.#shown = false;
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#reveal(), HEIGHT_PATIENCE_MS);
  }

  /** The card has told its height. An open card grows or shrinks in place. */
  setHeight(height: number): void {
    this.#height = height;
    if (this.#place) this.#reveal();
  }

  /** Place again, after scrolling or resizing. */
  replace(): void {
    if (this.#shown) this.#reveal();
  }

  #reveal(): void {
    clearTimeout(this.#patience);
    const host = this.#host;
    if (!host || !this.#place) return;
    this.#undoZoom(host);
    const place = this.#place(this.#height);
    const { left, top, width, height, sheet } = place;
    const style: readonly (readonly [string, string])[] = [
      ['left', `${left}px`],
      ['top', `${top}px`],
      ['width', `${width}px`],
      ['height', `${height}px`],
      ['border-radius', sheet ? '10px 10px 0 0' : '10px'],
      ['box-shadow', '0 6px 24px rgb(0 0 0 / .18)'],
      ['visibility', 'visible'],
      ['pointer-events', 'auto'],
    ];
    for (const [name, value] of style) host.style.setProperty(name, value, 'important');
    this.#shown = true;
    this.#guard?.placed(place);
  }

  /** The page's own CSS `zoom` would put the card elsewhere than its name, whose boxes it is already in. */
  #undoZoom(host: HTMLElement): void {
    const zoom = (this.#document.documentElement as HTMLElement & { readonly currentCSSZoom?: number }).currentCSSZoom;
    if (zoom && zoom !== 1) host.style.setProperty('zoom', String(1 / zoom), 'important');
    else host.style.removeProperty('zoom');
  }

  /** The pointer is over the card, as the browser sees it. */
  get isHovered(): boolean {
    return this.#host?.matches(':hover') === true;
  }

  /** True once the open card has been in full sight, unmoved, for long enough to be pressed on purpose. */
  get isSteady(): boolean {
    return this.#shown && this.#guard?.isSteady === true;
  }

  /** The open card's box, or `null` while it is not visible. */
  box(): Box | null {
    if (!this.#shown || !this.#host) return null;
    const { left, top, right, bottom } = this.#host.getBoundingClientRect();
    return { left, top, right, bottom };
  }

  /** Takes the focus out of the frame, back to the page. */
  blur(): void {
    this.#frame?.blur();
  }

  /** True when an event's target is the host: the page sees no deeper. */
  contains(target: EventTarget | null): boolean {
    return target !== null && this.#own.has(target);
  }

  hide(): void {
    clearTimeout(this.#patience);
    this.#guard?.ended();
    this.#place = null;
    this.#shown = false;
    this.#host?.style.setProperty('visibility', 'hidden', 'important');
    this.#host?.style.setProperty('pointer-events', 'none', 'important');
  }

  /** Takes the host out of the page; what was to be shown is shown by the next frame. */
  detach(): void {
    this.#shown = false;
    this.#guard?.ended();
    this.#guard = null;
    this.#host?.remove();
    this.#host = null;
    this.#frame = null;
  }
}
