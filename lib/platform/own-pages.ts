/** Which of the extension's own pages are open: an upgrade of the database may wait for one of them. */
import { browser, extensionOrigin } from './browser';

/** Pages that open the database, by the name that a reader knows them by. */
const PAGES = { '/sidepanel.html': 'panel', '/options.html': 'options', '/popup.html': 'popup' } as const;
export type OwnPage = (typeof PAGES)[keyof typeof PAGES];

interface Context {
  readonly documentUrl?: string;
}

/** Not in the polyfill's types. */
interface Contexts {
  getContexts?(filter: Record<string, never>): Promise<readonly Context[]>;
}

/** Each kind once; none where the browser does not tell. */
export async function openPages(): Promise<readonly OwnPage[]> {
  const contexts = (await (browser.runtime as Contexts).getContexts?.({}).catch(() => [])) ?? [];
  const origin = extensionOrigin();
  const paths = contexts.flatMap(({ documentUrl }) =>
    documentUrl?.startsWith(`${origin}/`) ? [new URL(documentUrl).pathname] : [],
  );
  return Object.entries(PAGES).flatMap(([path, page]) => (paths.includes(path) ? [page] : []));
}
