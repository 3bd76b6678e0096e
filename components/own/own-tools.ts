import { type ComponentChildren, createContext } from 'preact';
import type { Reference } from '../../lib/model/ids';
import type { ShownText } from '../../lib/model/localized';

/** Something that the reader can pin or write a note on. */
export interface Thing {
  readonly reference: Reference;
  readonly name: ShownText;
  /** The article names it: the reader can say that it is not what is meant. */
  readonly isNamed?: boolean;
}

/**
 * What the reader can do with a thing, wherever the panel shows it. Nothing unless the panel provides it: the card in
 * the page has no tools, and tells a page nothing of what is the reader's own.
 */
export const OwnTools = createContext<(thing: Thing) => ComponentChildren>(() => null);
