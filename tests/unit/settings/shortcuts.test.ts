/** Keys: what a press is called, how it is shown, what stands in its way. */
import { describe, expect, it } from 'vitest';
import { type KeyPress, keyProblems, type Recorded, recordKeys, showShortcut } from '../../../lib/settings/shortcuts';

/** "Alt+Shift+KeyB b": modifiers, the key's place, and what it writes where that differs. */
function press(text: string): KeyPress {
  const [keys = '', writes] = text.split(' ');
  const parts = keys.split('+');
  const code = parts.at(-1) ?? '';
  return {
    code,
    key: writes ?? code.replace(/^(?:Key|Digit)/, ''),
    altKey: parts.includes('Alt'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    shiftKey: parts.includes('Shift'),
  };
}
const keys = (shortcut: string): Recorded => ({ state: 'keys', shortcut });

describe('a press of keys', () => {
  it.each<[string, Recorded]>([
    ['Alt+Period .', keys('Alt+Period')],
    ['Alt+Shift+Comma <', keys('Alt+Shift+Comma')],
    ['Ctrl+KeyY y', keys('Ctrl+Y')],
    // Where the keyboard writes another letter there, the letter counts.
    ['Alt+KeyQ a', keys('Alt+A')],
    ['Alt+KeyU ü', keys('Alt+U')],
    ['Ctrl+Shift+Digit1 !', keys('Ctrl+Shift+1')],
    ['Ctrl+Alt+ArrowUp ArrowUp', keys('Ctrl+Alt+Up')],
    ['F8', keys('F8')],
    ['Alt+F2', keys('Alt+F2')],
    ['Alt+Alt', { state: 'waiting' }],
    ['Shift+ShiftLeft Shift', { state: 'waiting' }],
    ['Escape', { state: 'cancelled' }],
    ['KeyB b', { state: 'refused' }],
    ['Shift+KeyB B', { state: 'refused' }],
    ['Shift+F8', { state: 'refused' }],
    ['Alt+Slash /', { state: 'refused' }],
    ['Meta+KeyB b', { state: 'refused' }],
    ['Ctrl+Alt+Shift+KeyB b', { state: 'refused' }],
    ['Alt+Escape', { state: 'refused' }],
  ])('%s', (text, recorded) => {
    expect(recordKeys(press(text), false)).toEqual(recorded);
  });

  it('has its own names on a Mac', () => {
    expect(recordKeys(press('Ctrl+Period .'), true)).toEqual(keys('MacCtrl+Period'));
    expect(recordKeys(press('Meta+Shift+KeyY y'), true)).toEqual(keys('Command+Shift+Y'));
    expect(recordKeys(press('Alt+KeyB ∫'), true)).toEqual(keys('Alt+B'));
  });
});

describe('keys as they are shown', () => {
  it.each([
    ['Alt+Period', false, 'Alt+.'],
    ['Alt+Shift+Comma', false, 'Alt+Shift+,'],
    ['Ctrl+Up', false, 'Ctrl+↑'],
    ['MacCtrl+Shift+Period', true, '⌃⇧.'],
    ['Command+B', true, '⌘B'],
    ['', false, ''],
  ])('%s', (shortcut, isMac, shown) => {
    expect(showShortcut(shortcut, isMac)).toBe(shown);
  });
});

describe('what stands in the way of keys', () => {
  it('is said for each command', () => {
    expect(
      keyProblems({ next: 'Alt+Period', previous: '', panel: 'Shift+Alt+B', marks: 'Alt+Shift+B', more: 'Ctrl+T' }),
    ).toEqual({ next: null, previous: 'unset', panel: 'twice', marks: 'twice', more: 'browser' });
  });

  it('is nothing for the keys that Sidelight suggests', () => {
    const suggested = {
      next: 'Alt+Period',
      previous: 'Alt+Comma',
      panel: 'Alt+Shift+Period',
      marks: 'Alt+Shift+Comma',
    };
    expect(Object.values(keyProblems(suggested)).every((problem) => problem === null)).toBe(true);
  });
});
