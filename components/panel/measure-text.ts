let context: OffscreenCanvasRenderingContext2D | null | undefined;

/** Width of a label in px, in the heavier of the two weights that labels have. */
export function measureText(text: string, sizePx: number): number {
  context ??= new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return text.length * sizePx;
  context.font = `600 ${sizePx}px system-ui, sans-serif`;
  return context.measureText(text).width;
}
