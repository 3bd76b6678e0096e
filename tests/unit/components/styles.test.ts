/** The stylesheets: nothing in them is unused, nothing they use is missing, and every colour can be read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

function read(folder: string, kind: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => kind.test(file))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''));
}
const sheets = read('components', /\.css$/).join('\n');
const views = [...read('components', /\.tsx$/), ...read('entrypoints', /\.(?:tsx|html)$/)].join('\n');
const tokens = readFileSync(join(ROOT, 'components/styles/tokens.css'), 'utf8');

const distinct = (found: Iterable<RegExpMatchArray>): string[] => [
  ...new Set([...found].map(([, name]) => name as string)),
];

describe('the stylesheets', () => {
  it('name only classes that a view has', () => {
    const selectors = sheets.replace(/\{[^{}]*\}/g, ';');
    const classes = distinct(selectors.matchAll(/\.([a-z][\w-]*)/g));
    // `strip-held` and its like are completed in code.
    const isUsed = (name: string) =>
      new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(views) ||
      distinct(views.matchAll(/([a-z]+-)\$\{/g)).some((prefix) => name.startsWith(prefix));
    expect(classes.filter((name) => !isUsed(name))).toEqual([]);
  });

  it('define every token that they use, and use every one that they define', () => {
    const defined = distinct(sheets.matchAll(/(--[\w-]+)\s*:/g));
    const used = distinct(sheets.matchAll(/var\((--[\w-]+)/g));
    expect(used.filter((name) => !defined.includes(name))).toEqual([]);
    expect(defined.filter((name) => !used.includes(name))).toEqual([]);
  });

  it('lay out by logical properties, so that right-to-left is mirrored', () => {
    const physical =
      /^\s*(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|text-align:\s*(?:left|right))\s*:/gm;
    expect(sheets.match(physical)).toBeNull();
  });
});

/** Relative luminance of `#rrggbb`, WCAG 2. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Colours of a theme by token; the first block of a token is the usual one, the later ones high contrast. */
function palette(more: boolean, theme: 'light' | 'dark'): Map<string, string> {
  const found = [...tokens.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)];
  return new Map(
    (more ? found : [...found].reverse()).map(([, name, light, dark]) => [
      name as string,
      (theme === 'light' ? light : dark) as string,
    ]),
  );
}

describe.each([
  ['light', false],
  ['dark', false],
  ['light', true],
  ['dark', true],
] as const)('the colours of %s, high contrast: %s', (theme, more) => {
  const colours = palette(more, theme);
  const on = (name: string, surface: string) => contrast(colours.get(name) as string, colours.get(surface) as string);

  it.each(['text', 'text-2', 'accent', 'asof', 'mark'])('%s can be read on both surfaces', (name) => {
    expect(on(name, 'bg')).toBeGreaterThanOrEqual(name === 'mark' ? 3 : 4.5);
    expect(on(name, 'sunk')).toBeGreaterThanOrEqual(name === 'mark' ? 3 : 4.5);
  });

  it('a warning can be read, and the edge of a control be seen', () => {
    expect(on('warn', 'warn-bg')).toBeGreaterThanOrEqual(4.5);
    expect(on('warn', 'bg')).toBeGreaterThanOrEqual(4.5);
    expect(on('control', 'bg')).toBeGreaterThanOrEqual(3);
    expect(on('bg', 'accent')).toBeGreaterThanOrEqual(4.5);
  });
});
