/**
 * Watches that an open card is what the reader sees and presses: fully visible, where it was put, above the page. A page
 * may make the host transparent, shift it or lay something over it, so that a press meant for the page falls on the
 * card (T55). What the frame shows it cannot read or change.
 */
import type { Placement } from '../hover/place-card';

/** Looked at so often while a card is open: a card that was tampered with is closed within 100 ms. */
const LOOK_MS = 80;
/** Unmoved and unhidden for so long, before a press may change anything. */
const STEADY_MS = 500;
/** Rounding, and what page zoom makes of it, in px. */
const TOLERANCE = 1.5;
/** From the card's edges, in px, where it is looked whether something lies over it. */
const INSET = 12;

/** Attributes by which an element is taken out of sight or reach. */
const HIDING = ['inert', 'hidden', 'popover'];
/** Of colours only: extensions for dark pages put them on the whole document. */
const COLOUR_FILTER = /^(?:(?:invert|hue-rotate|brightness|contrast|sepia|grayscale|saturate)\([^()]*\)\s*)+$/;

export class CardGuard {
  readonly #host: HTMLElement;
  readonly #tampered: () => void;
  #place: Placement | null = null;
  #steadySince = Number.POSITIVE_INFINITY;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `tampered` is called once for each card that is. */
  constructor(host: HTMLElement, tampered: () => void) {
    this.#host = host;
    this.#tampered = tampered;
  }

  /** The card is shown here, or moved here. */
  placed(place: Placement): void {
    const before = this.#place;
    this.#place = place;
    // A card that only grows is where it was.
    if (!before || before.left !== place.left || before.top !== place.top) this.#steadySince = performance.now();
    this.#timer ??= setInterval(() => this.#isAsPlaced() || this.#tamper(), LOOK_MS);
  }

  /** The card is closed. */
  ended(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#place = null;
    this.#steadySince = Number.POSITIVE_INFINITY;
  }

  /** True once the card has been in full sight for a while, and is. */
  get isSteady(): boolean {
    return performance.now() - this.#steadySince >= STEADY_MS && this.#isAsPlaced();
  }

  #tamper(): void {
    this.ended();
    this.#tampered();
  }

  #isAsPlaced(): boolean {
    const host = this.#host;
    const root = host.ownerDocument.documentElement;
    if (!this.#place || host.parentElement !== root || HIDING.some((name) => host.hasAttribute(name))) return false;
    return isSeen(host) && isSeen(root) && this.#isInPlace(this.#place) && this.#isOnTop();
  }

  #isInPlace({ left, top, width, height }: Placement): boolean {
    const box = this.#host.getBoundingClientRect();
    const isNear = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE;
    return isNear(box.left, left) && isNear(box.top, top) && isNear(box.width, width) && isNear(box.height, height);
  }

  /** At its middle and near its corners, as far as they are in the window. */
  #isOnTop(): boolean {
    const { left, top, right, bottom } = this.#host.getBoundingClientRect();
    const { ownerDocument: document } = this.#host;
    const places = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + INSET, top + INSET],
      [right - INSET, top + INSET],
      [left + INSET, bottom - INSET],
      [right - INSET, bottom - INSET],
    ] as const;
    return places.every(([x, y]) => {
      const found = document.elementFromPoint(x, y);
      // Nothing is there outside of the window.
      return found === null || found === this.#host;
    });
  }
}

function isSeen(element: Element): boolean {
  const { opacity, visibility, display, filter, clipPath, maskImage, mixBlendMode } = getComputedStyle(element);
  return (
    Number(opacity) === 1 &&
    visibility === 'visible' &&
    display !== 'none' &&
    (filter === 'none' || COLOUR_FILTER.test(filter)) &&
    clipPath === 'none' &&
    (maskImage === 'none' || maskImage === '') &&
    mixBlendMode === 'normal'
  );
}
