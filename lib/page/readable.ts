/**
 * Whether a reader can see a name. A page that hides names to learn which of them are known must learn nothing: what is
 * not readable gets no mark. Beyond what the element itself says (`display`, `visibility`, `opacity`), which decides
 * whether its text is read at all.
 */

/** px; smaller boxes and letters are not there to be read. */
const MIN_BOX_PX = 4;
const MIN_FONT_PX = 4;
/** Letters more transparent than this are not there to be read. */
const MIN_ALPHA = 0.2;
const ALPHA = /(?:^rgba\(.*,|\/)\s*([\d.]+%?)\s*\)$/;

/** Opacity of a computed colour, 0 to 1. */
function alphaOf(colour: string): number {
  const value = ALPHA.exec(colour)?.[1];
  if (value === undefined) return 1;
  return value.endsWith('%') ? Number.parseFloat(value) / 100 : Number.parseFloat(value);
}

export function isReadable(range: Range): boolean {
  const element = range.startContainer.parentElement;
  if (!element) return false;
  const { left, top } = document.documentElement.getBoundingClientRect();
  // Beyond the start of the page nothing can be scrolled to.
  const isPlaced = [...range.getClientRects()].some(
    ({ width, height, right, bottom }) =>
      width >= MIN_BOX_PX && height >= MIN_BOX_PX && right - left > 0 && bottom - top > 0,
  );
  if (!isPlaced) return false;
  const { color, fontSize } = getComputedStyle(element);
  return Number.parseFloat(fontSize) >= MIN_FONT_PX && alphaOf(color) >= MIN_ALPHA;
}
