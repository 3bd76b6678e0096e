/** Watches the pointer: what it is over, how fast it is, and whether the reader is busy selecting, typing or dragging. */
import { SCROLL_QUIET_MS } from '../hover/hover-machine';

export interface PointerSample {
  readonly x: number;
  readonly y: number;
  /** px per ms since the last sample; 0 for the first. */
  readonly speed: number;
  /** Selecting, typing, dragging or just scrolled: no rest begins. */
  readonly blocked: boolean;
  readonly byTouch: boolean;
}

/** A key in a field means typing for this long; a focused search box alone does not. */
const TYPING_MS = 1_000;
/** A pointer that has not moved for this long is at rest, however it got there. */
const STILL_MS = 60;

export interface PointerCallbacks {
  sample(sample: PointerSample): void;
  /** Scroll, key, drag: an unfinished rest ends. */
  disturb(): void;
  /** The pointer left the page. */
  leave(): void;
}

const isTyping = (element: Element | null): boolean =>
  element !== null &&
  (/^(?:input|textarea|select)$/.test(element.localName) || (element as HTMLElement).isContentEditable);

/** Starts watching until the signal aborts. */
export function watchPointer(
  document: Document,
  callbacks: PointerCallbacks,
  isReal: (event: Event) => boolean,
  signal: AbortSignal,
): void {
  const on = <K extends keyof DocumentEventMap>(type: K, listener: (event: DocumentEventMap[K]) => void): void =>
    document.addEventListener(type, (event) => isReal(event) && listener(event), {
      passive: true,
      capture: true,
      signal,
    });
  let last: { x: number; y: number; time: number } | null = null;
  let still: ReturnType<typeof setTimeout> | undefined;
  let lastScroll = Number.NEGATIVE_INFINITY;
  let lastKey = Number.NEGATIVE_INFINITY;
  let buttonDown = false;

  const isBlocked = (time: number): boolean =>
    buttonDown ||
    time - lastScroll < SCROLL_QUIET_MS ||
    (time - lastKey < TYPING_MS && isTyping(document.activeElement)) ||
    document.fullscreenElement !== null;

  const onMove = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    const { clientX: x, clientY: y, timeStamp: time } = event;
    // A drag ends without `pointerup`; the next movement tells.
    buttonDown = event.buttons !== 0;
    const speed = last && time > last.time ? Math.hypot(x - last.x, y - last.y) / (time - last.time) : 0;
    last = { x, y, time };
    callbacks.sample({ x, y, speed, blocked: isBlocked(time), byTouch: false });
    // A fast arrival that then stands still is a rest too; no further move event would say so.
    clearTimeout(still);
    still = setTimeout(() => {
      if (last)
        callbacks.sample({ x: last.x, y: last.y, speed: 0, blocked: isBlocked(performance.now()), byTouch: false });
    }, STILL_MS);
  };
  on('pointermove', onMove);
  on('pointerdown', () => {
    buttonDown = true;
    callbacks.disturb();
  });
  for (const end of ['pointerup', 'pointercancel', 'dragend'] as const) {
    on(end, () => {
      buttonDown = false;
    });
  }
  on('dragstart', () => callbacks.disturb());
  on('keydown', () => {
    lastKey = performance.now();
    callbacks.disturb();
  });
  on('scroll', () => {
    lastScroll = performance.now();
    callbacks.disturb();
  });
  document.documentElement.addEventListener(
    'pointerleave',
    ({ pointerType }) => {
      // A finger leaves as soon as it goes up: what it opened stays.
      if (pointerType === 'touch') return;
      clearTimeout(still);
      last = null;
      callbacks.leave();
    },
    // Not captured: every element below has a leave of its own.
    { passive: true, signal },
  );
  signal.addEventListener('abort', () => clearTimeout(still), { once: true });
}
