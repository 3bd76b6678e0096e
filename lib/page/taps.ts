/**
 * Taps of a finger. A finger that comes down may be the beginning of a scroll, of a pinch, or of a press that selects:
 * only one that goes up again soon, where it came down, has meant the place.
 */

/** Farther, in CSS px, is a drag: Android's touch slop is 8 dp. */
const MAX_MOVE_PX = 10;
/** Longer is a press, by which touch screens select: Android's limit is 400 ms, iOS' 500. */
const MAX_MS = 400;

/** Calls back at each tap, with the event that ended it, until the signal aborts. */
export function watchTaps(
  document: Document,
  tapped: (event: PointerEvent) => void,
  isReal: (event: Event) => boolean,
  signal: AbortSignal,
): void {
  const fingers = new Set<number>();
  let down: PointerEvent | null = null;
  const on = (type: 'pointerdown' | 'pointerup' | 'pointercancel', listener: (event: PointerEvent) => void) =>
    document.addEventListener(type, (event) => event.pointerType === 'touch' && isReal(event) && listener(event), {
      passive: true,
      capture: true,
      signal,
    });
  on('pointerdown', (event) => {
    fingers.add(event.pointerId);
    down = fingers.size === 1 ? event : null;
  });
  on('pointercancel', ({ pointerId }) => {
    fingers.delete(pointerId);
    down = null;
  });
  on('pointerup', (event) => {
    fingers.delete(event.pointerId);
    const from = down;
    down = null;
    if (from?.pointerId !== event.pointerId || event.timeStamp - from.timeStamp > MAX_MS) return;
    if (Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) <= MAX_MOVE_PX) tapped(event);
  });
}
