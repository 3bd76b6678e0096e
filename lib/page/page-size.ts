/** Pages of a million elements: a question about all of them would hold the page up, and is not asked. */

const MANY_ELEMENTS = 50_000;

/** True of a page that has too many elements for questions about all of them. */
export const isHuge = (document: Document): boolean => document.getElementsByTagName('*')[MANY_ELEMENTS] !== undefined;

/** Where elements are that speak of the page: in its head, if it has one and all of it cannot be searched. */
export const describedIn = (document: Document): Document | Element =>
  (isHuge(document) && (document.head as Element | null)) || document;

/** The first elements of a list that follows the page; how long it is, is not asked: all of the page would be counted. */
export function* firstOf(list: HTMLCollectionOf<Element>, most: number): Generator<Element> {
  for (let i = 0; i < most; i++) {
    const element = list[i];
    if (!element) return;
    yield element;
  }
}
