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

const CARD_WIDTH = 344;
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
const maxCardHeight = (viewportHeight: number): number =>
  Math.min(MAX_HEIGHT, Math.round(viewportHeight * MAX_HEIGHT_SHARE));

/** True where a card would cover too much: it comes as a sheet from the bottom instead. */
const isSheet = (viewport: { width: number; height: number }, byTouch: boolean): boolean =>
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

/**
 * True when a point lies on the way between name and card: in the hull of both boxes, each widened a little. The hull is
 * what a box sweeps that turns from the one into the other, so the point is in it if it lies in the box at any moment.
 */
export function isInCorridor(point: { x: number; y: number }, name: Box, card: Box, margin = 8): boolean {
  let from = 0;
  let to = 1;
  // Each edge asks for the moments at which the point is on its inner side: where the distance beyond it is not positive.
  const narrow = (beyondName: number, beyondCard: number) => {
    const change = beyondCard - beyondName;
    if (change > 0) to = Math.min(to, -beyondName / change);
    else if (change < 0) from = Math.max(from, -beyondName / change);
    else if (beyondName > 0) to = -1;
  };
  narrow(name.left - margin - point.x, card.left - margin - point.x);
  narrow(point.x - name.right - margin, point.x - card.right - margin);
  narrow(name.top - margin - point.y, card.top - margin - point.y);
  narrow(point.y - name.bottom - margin, point.y - card.bottom - margin);
  return from <= to;
}
