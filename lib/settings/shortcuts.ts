/**
 * Keys for the extension's commands: what a press of keys is called in a browser's own words, how it is shown to a
 * reader, and what stands in its way.
 */

/** As much of a `KeyboardEvent` as is looked at. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

export type Recorded =
  /** Only modifiers so far. */
  | { readonly state: 'waiting' }
  | { readonly state: 'cancelled' }
  /** Browsers take no such keys: without Alt or Ctrl, or with a key that has no name in a manifest. */
  | { readonly state: 'refused' }
  /** In a browser's words: `Alt+Period`. */
  | { readonly state: 'keys'; readonly shortcut: string };

/** Keys by their place, with their names in a manifest. */
const NAMED: Readonly<Record<string, string>> = {
  Comma: 'Comma',
  Period: 'Period',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Space: 'Space',
  Insert: 'Insert',
  Delete: 'Delete',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};
const MODIFIERS: ReadonlySet<string> = new Set(['Alt', 'AltGraph', 'Control', 'Meta', 'Shift', 'OS']);

/** A letter by what it writes, which differs between keyboards; the rest by its place, which Alt does not change. */
function nameOfKey({ key, code }: KeyPress): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const place = /^(?:Key([A-Z])|Digit([0-9])|(F(?:1[0-2]|[1-9])))$/.exec(code);
  return place?.[1] ?? place?.[2] ?? place?.[3] ?? NAMED[code] ?? null;
}

/** What was pressed while keys are being recorded. */
export function recordKeys(press: KeyPress, isMac: boolean): Recorded {
  if (MODIFIERS.has(press.key)) return { state: 'waiting' };
  const { altKey, ctrlKey, metaKey, shiftKey } = press;
  if (press.key === 'Escape' && !altKey && !ctrlKey && !metaKey && !shiftKey) return { state: 'cancelled' };
  const name = nameOfKey(press);
  const main = [ctrlKey && (isMac ? 'MacCtrl' : 'Ctrl'), altKey && 'Alt', metaKey && isMac && 'Command'].filter(
    Boolean,
  );
  const isFunction = name !== null && /^F\d/.test(name);
  // A browser takes one of these and one more; a function key may stand alone.
  if (name === null || (metaKey && !isMac) || main.length > 2 || (main.length === 2 && shiftKey)) {
    return { state: 'refused' };
  }
  if (main.length === 0 && (!isFunction || shiftKey)) return { state: 'refused' };
  return { state: 'keys', shortcut: [...main, ...(shiftKey ? ['Shift'] : []), name].join('+') };
}

const SHOWN: Readonly<Record<string, string>> = {
  Comma: ',',
  Period: '.',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
};
const SHOWN_ON_MAC: Readonly<Record<string, string>> = {
  MacCtrl: '⌃',
  Ctrl: '⌘',
  Command: '⌘',
  Alt: '⌥',
  Shift: '⇧',
};

/** As it is shown: "Alt+." or "⌃.". */
export function showShortcut(shortcut: string, isMac: boolean): string {
  const parts = shortcut.split('+').map((part) => (isMac && SHOWN_ON_MAC[part]) || SHOWN[part] || part);
  return parts.join(isMac ? '' : '+');
}

/** Keys in one order of modifiers: browsers write them differently. */
const inOrder = (shortcut: string): string => shortcut.split('+').sort().join('+');

/** What browsers do with these themselves; an extension's command takes them away from the reader, or is not heard. */
const BROWSERS_OWN: ReadonlySet<string> = new Set(
  [
    ...[...'ACDEFHJKLNOPRSTUVWXZ'].map((letter) => `Ctrl+${letter}`),
    ...[...'BJNPTW'].map((letter) => `Ctrl+Shift+${letter}`),
    ...[...'123456789'].map((digit) => `Ctrl+${digit}`),
    ...[
      'F1',
      'F3',
      'F5',
      'F6',
      'F7',
      'F10',
      'F11',
      'F12',
      'Alt+Left',
      'Alt+Right',
      'Alt+Home',
      'Alt+D',
      'Alt+F',
      'Alt+E',
    ],
  ].map(inOrder),
);

export type KeyProblem = 'unset' | 'twice' | 'browser' | null;

/** What stands in the way of each command's keys, by the command's name. */
export function keyProblems(shortcuts: Readonly<Record<string, string>>): Readonly<Record<string, KeyProblem>> {
  const all = Object.values(shortcuts).map(inOrder);
  const problemOf = (shortcut: string): KeyProblem => {
    if (shortcut === '') return 'unset';
    if (all.filter((other) => other === inOrder(shortcut)).length > 1) return 'twice';
    return BROWSERS_OWN.has(inOrder(shortcut)) ? 'browser' : null;
  };
  return Object.fromEntries(Object.entries(shortcuts).map(([name, shortcut]) => [name, problemOf(shortcut)]));
}

export const COMMANDS = ['next', 'previous', 'panel', 'marks'] as const;
export type CommandName = (typeof COMMANDS)[number];

/** One command as the options show it. */
export interface KeyModel {
  readonly name: CommandName;
  /** As shown; empty where there are none. */
  readonly keys: string;
  readonly problem: KeyProblem;
  /** The keys that Sidelight suggests, as shown. */
  readonly suggested: string;
  readonly isChanged: boolean;
}
