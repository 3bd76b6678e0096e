/** The marks of one page session: drawn in slices, one of them shown as active, styled once there is one to draw. */

import { MAX_STYLED_ELEMENTS } from '../text/limits';
import { rangeInBlock } from './extract-blocks';
import { mapInSlices } from './in-slices';
import type { PageMention } from './locate-mention';
import type { PageBackground, PagePorts } from './page-ports';
import { createGroundTest, drawNames, isOnDark, type PaintedRange, Painter } from './painter';
import { isReadable } from './readable';

/** A style that could not be inserted is tried again after these. */
const STYLE_RETRIES_MS = [1_000, 2_000, 4_000];
/** A mention that the panel scrolled to stays active this long. */
const SHOWN_MS = 1_200;

export class PageMarks {
  readonly #names: ReturnType<typeof drawNames>;
  readonly #background: Pick<PageBackground, 'style'>;
  #painter: Painter | null = null;
  /** By kind of element: whether marks can be seen in such. */
  readonly #styled = new Map<string, Promise<boolean>>();
  #isAllStyled = false;
  #drawing: AbortController | null = null;
  #shown: ReturnType<typeof setTimeout> | undefined;

  constructor({ background, random }: Pick<PagePorts, 'background' | 'random'>) {
    this.#names = drawNames(random);
    this.#background = background;
  }

  start(): void {
    this.#painter = new Painter(this.#names);
  }

  /** Takes all marks away; nothing is drawn until the next start. */
  stop(): void {
    this.#drawing?.abort();
    clearTimeout(this.#shown);
    this.#painter?.clear();
    this.#painter = null;
  }

  /** Draws the marks of mentions, then calls back. A drawing that is overtaken by a newer one ends without a trace. */
  draw(mentions: readonly PageMention[], drawn: () => void): void {
    this.#drawing?.abort();
    const drawing = new AbortController();
    this.#drawing = drawing;
    const isDark = createGroundTest();
    const locate = (mention: PageMention): PaintedRange | null => {
      const range = rangeOf(mention);
      return range && isReadable(range) ? { range, dark: isDark(mention.in.element) } : null;
    };
    const wanted = mentions.filter(({ paint }) => paint);
    void mapInSlices(wanted, locate, drawing.signal).then((located) => {
      if (!located) return;
      const painted = located.filter((range) => range !== null);
      void this.#style(wanted.filter((_, i) => located[i] !== null));
      this.#painter?.paint(painted);
      drawn();
    });
  }

  /** Shows a mention as the one whose card is open; `null` or one that is gone: none is. */
  activate(mention: PageMention | null | undefined): void {
    if (mention) void this.#style([mention]);
    this.#painter?.activate(paintedRange(mention));
  }

  /** Shows a mention as active for a moment, then the one that is (`active`). */
  show(mention: PageMention, active: () => PageMention | null | undefined): void {
    void this.#style([mention]).then(() => {
      this.activate(mention);
      clearTimeout(this.#shown);
      this.#shown = setTimeout(() => this.activate(active()), SHOWN_MS);
    });
  }

  /**
   * The highlights' style is inserted once there is a mark to draw, for elements like those that hold one. Where it cannot
   * be now, it is tried again: what is painted without it is not to be seen.
   */
  async #style(mentions: readonly PageMention[], failed = 0): Promise<void> {
    if (this.#isAllStyled) return;
    const kinds = new Set(mentions.map(({ in: { element } }) => kindOf(element)));
    const missing = [...kinds].filter((kind) => !this.#styled.has(kind));
    if (missing.length > 0) {
      const styling = this.#askForStyle(missing);
      for (const kind of missing) this.#styled.set(kind, styling);
      if (!(await styling)) {
        for (const kind of missing) this.#styled.delete(kind);
        const pause = STYLE_RETRIES_MS[failed];
        if (pause !== undefined) setTimeout(() => this.#painter && void this.#style(mentions, failed + 1), pause);
      }
    }
    await Promise.all([...kinds].map((kind) => this.#styled.get(kind)));
  }

  async #askForStyle(kinds: readonly string[]): Promise<boolean> {
    const asked = kinds.length > MAX_STYLED_ELEMENTS ? ['*'] : kinds;
    const styled = await this.#background.style(this.#names, asked).catch(() => 'none' as const);
    if (styled === 'all') this.#isAllStyled = true;
    return styled !== 'none';
  }
}

/** Names that a selector can hold as they are; of others all elements are styled. */
const PLAIN_NAME = /^[a-z][a-z0-9-]{0,40}$/;

const kindOf = ({ localName }: Element): string => (PLAIN_NAME.test(localName) ? localName : '*');

const rangeOf = (mention: PageMention): Range | null => rangeInBlock(mention.in, mention.start, mention.end);

function paintedRange(mention: PageMention | null | undefined): PaintedRange | null {
  const range = mention ? rangeOf(mention) : null;
  return range && mention ? { range, dark: isOnDark(mention.in.element) } : null;
}

/** The element in which a mention begins; `null` when the page has taken its name away. */
export const elementOf = (mention: PageMention | null | undefined): Element | null =>
  (mention ? rangeOf(mention) : null)?.startContainer.parentElement ?? null;
