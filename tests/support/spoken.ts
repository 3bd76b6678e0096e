/** What assistive technology is told of a page: the browser's own accessibility tree, a line a node. */
import type { Page } from 'puppeteer-core';

interface AXNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly value?: { readonly value: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly childIds?: readonly string[];
  readonly parentId?: string;
}

/** Nodes that say nothing by themselves: what is in them is told in their place. */
const SILENT: ReadonlySet<string> = new Set(['RootWebArea', 'generic', 'none', 'InlineTextBox', 'LineBreak', 'strong']);
const STATES = ['level', 'checked', 'pressed', 'expanded', 'modal', 'invalid'];

/** Every node that is told, in order, indented by depth: `heading 1 "Gen Nakatani"`. Chromium. */
export async function spokenTree(page: Page): Promise<string[]> {
  const session = await page.createCDPSession();
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AXNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const tell = (node: AXNode, depth: number, said: string): void => {
    const role = node.role?.value ?? 'none';
    const name = node.name?.value?.replace(/\s+/g, ' ').trim() ?? '';
    const isTold =
      !node.ignored && !SILENT.has(role) && !(role === 'StaticText' && (name === '' || said.includes(name)));
    if (isTold) lines.push('  '.repeat(depth) + describe(node, role, name));
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) tell(child, isTold ? depth + 1 : depth, isTold && name !== '' ? name : said);
    }
  };
  const root = nodes.find(({ parentId }) => parentId === undefined);
  if (root) tell(root, 0, '');
  return lines;
}

function describe({ properties = [], value }: AXNode, role: string, name: string): string {
  const states = STATES.flatMap((state) => {
    const found = properties.find((property) => property.name === state)?.value.value;
    if (found === undefined || found === 'false' || found === false)
      return state === 'expanded' && found === false ? ['closed'] : [];
    return state === 'level' ? [String(found)] : [state];
  });
  const text = value?.value === undefined || value.value === '' ? '' : ` = ${value.value}`;
  return (
    [role === 'StaticText' ? 'text' : role, ...states, name === '' ? '' : `"${name}"`].filter(Boolean).join(' ') + text
  );
}
