/** The keys of the extension's commands, as the browser has them; where it lets an extension, their change. */
import { COMMANDS, type CommandName } from '../settings/shortcuts';
import { browser } from './browser';

/** Not in the polyfill's types, or not in every browser. */
interface MoreCommands {
  update?(detail: { name: string; shortcut: string }): Promise<void>;
  reset?(name: string): Promise<void>;
  openShortcutSettings?(): Promise<void>;
  readonly onChanged?: { addListener(listener: () => void): void; removeListener(listener: () => void): void };
}
const commands = (): typeof browser.commands & MoreCommands => browser.commands;

export async function isMac(): Promise<boolean> {
  return (await browser.runtime.getPlatformInfo()).os === 'mac';
}

/** What each command answers to now; empty where nothing does. */
export async function readShortcuts(): Promise<Readonly<Record<CommandName, string>>> {
  const all = new Map((await commands().getAll()).map(({ name, shortcut }) => [name, shortcut ?? '']));
  return Object.fromEntries(COMMANDS.map((name) => [name, all.get(name) ?? ''])) as Record<CommandName, string>;
}

/** What the manifest suggests. */
export function suggestedShortcut(name: CommandName, mac: boolean): string {
  const { default: usual, mac: onMac } = browser.runtime.getManifest().commands?.[name]?.suggested_key ?? {};
  return (mac ? onMac : usual) ?? usual ?? '';
}

/** True in Firefox; elsewhere keys are changed on a page of the browser. */
export const canChangeShortcuts = (): boolean => commands().update !== undefined;

/** False when the browser takes no such keys. */
export async function changeShortcut(name: CommandName, shortcut: string): Promise<boolean> {
  try {
    await commands().update?.({ name, shortcut });
    return true;
  } catch {
    return false;
  }
}

export async function resetShortcut(name: CommandName): Promise<void> {
  await commands().reset?.(name);
}

/** The browser's own page for the keys of extensions. */
export async function openShortcutSettings(): Promise<void> {
  const own = commands().openShortcutSettings;
  if (own) return own.call(browser.commands);
  await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** Calls back when keys have changed, and when this page comes to the front again: browsers do not always tell. */
export function watchShortcuts(changed: () => void, signal: AbortSignal): void {
  const { onChanged } = commands();
  onChanged?.addListener(changed);
  addEventListener('focus', changed, { signal });
  signal.addEventListener('abort', () => onChanged?.removeListener(changed), { once: true });
}
