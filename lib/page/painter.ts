/**
 * Draws marks with the CSS Custom Highlight API, and nothing else: the page's DOM stays as it is. The highlights' names
 * are drawn at random for each page; their style is inserted by the background, where the page cannot list it.
 */

export interface HighlightNames {
  readonly light: string;
  readonly dark: string;
  readonly lightActive: string;
  readonly darkActive: string;
}

/** What `drawNames` draws: no page uses such names by chance. */
const DRAWN_NAME = /^s[0-9a-f]{32}[a-d]$/;

/** A name no page can guess: letters and digits, usable as a CSS identifier. */
export function drawNames(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): HighlightNames {
  const bytes = random(new Uint8Array(16));
  const base = `s${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  return { light: `${base}a`, dark: `${base}b`, lightActive: `${base}c`, darkActive: `${base}d` };
}

/** True of a name that a session has drawn, this one or another. */
export const isDrawnName = (name: string): boolean => DRAWN_NAME.test(name);

/** Relative luminance below which a background counts as dark (WCAG 2, half way in contrast between black and white). */
const DARK_BELOW = 0.18;
const COLOUR = /rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+%?))?\s*\)/;

function luminance(red: number, green: number, blue: number): number {
  const linear = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

/** Whether the text of an element stands on a dark ground: by its nearest opaque background, not by the system's theme. */
export function isOnDark(element: Element): boolean {
  for (let current: Element | null = element; current; current = current.parentElement) {
    const match = COLOUR.exec(getComputedStyle(current).backgroundColor);
    if (!match || Number.parseFloat(match[4] ?? '1') < 0.5) continue;
    return luminance(Number(match[1]), Number(match[2]), Number(match[3])) < DARK_BELOW;
  }
  // Nothing opaque up to the root: the canvas, which follows the page's own colour scheme.
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return /dark/.test(scheme) && (!/light/.test(scheme) || matchMedia('(prefers-color-scheme: dark)').matches);
}

/** `isOnDark` for one drawing: the ground of an element is looked for once, however many names stand on it. */
export function createGroundTest(): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  return (element) => {
    const dark = known.get(element) ?? isOnDark(element);
    known.set(element, dark);
    return dark;
  };
}

export interface PaintedRange {
  readonly range: Range;
  readonly dark: boolean;
}

export class Painter {
  readonly #names: HighlightNames;

  constructor(names: HighlightNames) {
    this.#names = names;
  }

  /** Replaces all marks. */
  paint(ranges: readonly PaintedRange[]): void {
    this.#set(
      this.#names.light,
      ranges.filter(({ dark }) => !dark),
    );
    this.#set(
      this.#names.dark,
      ranges.filter(({ dark }) => dark),
    );
  }

  /** Shows one name as active: its card is open. */
  activate(active: PaintedRange | null): void {
    this.#set(this.#names.lightActive, active && !active.dark ? [active] : []);
    this.#set(this.#names.darkActive, active?.dark ? [active] : []);
  }

  clear(): void {
    for (const name of Object.values(this.#names)) CSS.highlights.delete(name);
  }

  #set(name: string, ranges: readonly PaintedRange[]): void {
    if (ranges.length === 0) CSS.highlights.delete(name);
    else CSS.highlights.set(name, new Highlight(...ranges.map(({ range }) => range)));
  }
}
