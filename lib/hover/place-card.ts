/** Where the card goes: `UX.md` 4, Place. Pure geometry in CSS px of the viewport. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly sheet: boolean;
}

export const CARD_WIDTH = 344;
const MIN_WIDTH = 280;
const EDGE = 8;
const OFFSET = 8;
/** Below the name unless less than this remains there. */
const MIN_ROOM_BELOW = 200;
const MAX_HEIGHT = 420;
const MAX_HEIGHT_SHARE = 0.6;
const SHEET_MAX_WIDTH = 480;
const SHEET_MAX_HEIGHT = 360;

/** The tallest card that a viewport allows. */
export const maxCardHeight = (viewportHeight: number): number =>
  Math.min(MAX_HEIGHT, Math.round(viewportHeight * MAX_HEIGHT_SHARE));

/** True where a card would cover too much: it comes as a sheet from the bottom instead. */
export const isSheet = (viewport: { width: number; height: number }, byTouch: boolean): boolean =>
  byTouch || viewport.width < SHEET_MAX_WIDTH || viewport.height < SHEET_MAX_HEIGHT;

/**
 * Places the card by the line boxes of its name: below the last, above the first if there is too little room below,
 * never over any of them. `rtl`: start is the right edge.
 */
export function placeCard(
  lines: readonly Box[],
  wantedHeight: number,
  viewport: { width: number; height: number },
  options: { byTouch: boolean; rtl: boolean },
): Placement {
  const tallest = maxCardHeight(viewport.height);
  const height = Math.min(wantedHeight, tallest);
  if (isSheet(viewport, options.byTouch)) {
    return { left: 0, top: viewport.height - height, width: viewport.width, height, sheet: true };
  }
  const width = Math.max(MIN_WIDTH, Math.min(CARD_WIDTH, viewport.width - 2 * EDGE));
  const first = lines[0] ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const last = lines.at(-1) ?? first;
  const below = viewport.height - last.bottom - OFFSET - EDGE;
  const above = first.top - OFFSET - EDGE;
  const goesAbove = below < Math.min(height, MIN_ROOM_BELOW) && above > below;
  const fitted = Math.min(height, Math.max(goesAbove ? above : below, 80));
  const top = goesAbove ? first.top - OFFSET - fitted : last.bottom + OFFSET;
  const anchor = goesAbove ? first : last;
  const start = options.rtl ? anchor.right - width : anchor.left;
  const left = Math.max(EDGE, Math.min(start, viewport.width - width - EDGE));
  return { left, top, width, height: fitted, sheet: false };
}

/** True when a point lies on the way between name and card: the hull of both boxes, widened a little. */
export function isInCorridor(point: { x: number; y: number }, name: Box, card: Box, margin = 8): boolean {
  const top = Math.min(name.bottom, card.bottom);
  const bottom = Math.max(name.top, card.top);
  if (point.y < top - margin || point.y > bottom + margin) return false;
  const upper = name.top < card.top ? name : card;
  const lower = upper === name ? card : name;
  const span = Math.max(1, lower.top - upper.bottom);
  const share = Math.max(0, Math.min(1, (point.y - upper.bottom) / span));
  const left = upper.left + (lower.left - upper.left) * share;
  const right = upper.right + (lower.right - upper.right) * share;
  return point.x >= left - margin && point.x <= right + margin;
}
