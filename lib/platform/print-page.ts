/**
 * Opens a page of its own beside the panel and prints it: a panel itself is no page, and Firefox's sidebar cannot be
 * printed. The page has the extension's policy and no script; false where the browser opened none. Call in a click.
 */
export function printPage(html: string): boolean {
  const page = open('', '_blank');
  if (!page) return false;
  page.document.open();
  page.document.write(html);
  page.document.close();
  page.focus();
  page.print();
  return true;
}
