/**
 * Opens a page of its own beside the panel and prints it: a panel itself is no page, and Firefox's sidebar cannot be
 * printed. The page has the extension's policy and no script; false where the browser opened none. Call in a click.
 */
export function printPage(html: string): boolean {
  const page = open('', '_blank');
  if (!page) return false;
  const { documentElement } = new DOMParser().parseFromString(html, 'text/html');
  page.document.replaceChild(page.document.importNode(documentElement, true), page.document.documentElement);
  page.focus();
  page.print();
  return true;
}
