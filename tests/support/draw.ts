/** Draws a view without a browser, into the HTML of a page. */
import { parseHTML } from 'linkedom';
import { type ComponentChild, render } from 'preact';

/** `body` is what the view drew. */
export function draw(view: ComponentChild): string {
  const { document } = parseHTML('<html><body><div id="root"></div></body></html>');
  // Preact makes its elements with the global document, and asks for nothing else of a browser.
  const before = Object.getOwnPropertyDescriptor(globalThis, 'document');
  Object.defineProperty(globalThis, 'document', { value: document, configurable: true });
  try {
    const root = document.getElementById('root') as unknown as Element;
    render(view, root);
    return document.toString();
  } finally {
    if (before) Object.defineProperty(globalThis, 'document', before);
    else Reflect.deleteProperty(globalThis, 'document');
  }
}
