/** Where the card goes: never over its name, never out of sight. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, isInCorridor, type Placement, placeCard } from '../../../lib/hover/place-card';

const box = (left: number, top: number, width = 90, height = 20): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const DESKTOP = { width: 1180, height: 900 };
const MOUSE = { byTouch: false, rtl: false };

const say = ({ left, top, width, height, sheet }: Placement) =>
  `${left},${top} ${width}x${height}${sheet ? ' sheet' : ''}`;

describe('the place of the card', () => {
  it.each<[what: string, lines: Box[], wanted: number, viewport: typeof DESKTOP, options: typeof MOUSE, place: string]>(
    [
      ['below the name, from its start', [box(300, 100)], 240, DESKTOP, MOUSE, '300,128 344x240'],
      ['kept from the left edge', [box(2, 100)], 240, DESKTOP, MOUSE, '8,128 344x240'],
      ['kept from the right edge', [box(1100, 100, 70)], 240, DESKTOP, MOUSE, '828,128 344x240'],
      [
        'from the right end of a name that is read from there',
        [box(500, 100)],
        240,
        DESKTOP,
        { byTouch: false, rtl: true },
        '246,128 344x240',
      ],
      [
        'kept from the left edge there too',
        [box(100, 100)],
        240,
        DESKTOP,
        { byTouch: false, rtl: true },
        '8,128 344x240',
      ],
      ['above where less than 200 px remain', [box(300, 700)], 240, DESKTOP, MOUSE, '300,452 344x240'],
      ['below, cut, where 200 px remain', [box(300, 660)], 240, DESKTOP, MOUSE, '300,688 344x204'],
      [
        'below, cut, where above has even less room',
        [box(100, 170)],
        240,
        { width: 480, height: 400 },
        MOUSE,
        '100,198 344x194',
      ],
      ['below where it fits, though little remains', [box(300, 750)], 100, DESKTOP, MOUSE, '300,778 344x100'],
      ['below the last of two lines', [box(900, 100, 200), box(40, 124, 60)], 240, DESKTOP, MOUSE, '40,152 344x240'],
      ['above the first of two lines', [box(700, 700, 100), box(40, 724, 60)], 240, DESKTOP, MOUSE, '700,452 344x240'],
      ['no taller than 420', [box(300, 20)], 2000, DESKTOP, MOUSE, '300,48 344x420'],
      [
        'no taller than 60 % of a low window',
        [box(300, 20)],
        2000,
        { width: 1180, height: 500 },
        MOUSE,
        '300,48 344x300',
      ],
      ['a sheet after a tap', [box(300, 100)], 240, DESKTOP, { byTouch: true, rtl: false }, '0,660 1180x240 sheet'],
      [
        'a sheet in a narrow window, as at 400 % zoom',
        [box(100, 100)],
        240,
        { width: 320, height: 600 },
        MOUSE,
        '0,360 320x240 sheet',
      ],
      ['a sheet in a low window', [box(100, 100)], 240, { width: 1180, height: 359 }, MOUSE, '0,144 1180x215 sheet'],
      [
        'no sheet where there is just room enough',
        [box(100, 60)],
        100,
        { width: 480, height: 360 },
        MOUSE,
        '100,88 344x100',
      ],
    ],
  )('is %s', (_, lines, wanted, viewport, options, place) => {
    expect(say(placeCard(lines, wanted, viewport, options))).toBe(place);
  });

  const line = fc
    .record({ x: fc.integer({ min: 0, max: 2000 }), width: fc.integer({ min: 5, max: 300 }) })
    .map(({ x, width }) => ({ x, width }));
  const scene = fc
    .record({
      width: fc.integer({ min: 160, max: 2600 }),
      height: fc.integer({ min: 120, max: 1600 }),
      lines: fc.array(line, { minLength: 1, maxLength: 4 }),
      top: fc.double({ min: 0, max: 1, noNaN: true }),
      wanted: fc.integer({ min: 40, max: 900 }),
      byTouch: fc.boolean(),
      rtl: fc.boolean(),
    })
    .map(({ width, height, lines, top, wanted, byTouch, rtl }) => {
      const first = Math.round(top * Math.max(0, height - 22 * lines.length));
      const boxes = lines.map((one, i) => {
        const lineWidth = Math.min(one.width, width);
        return box(Math.min(one.x, width - lineWidth), first + 22 * i, lineWidth);
      });
      return { boxes, wanted, viewport: { width, height }, options: { byTouch, rtl } };
    });

  it('lies in the window, covers no line of the name, and is as wide and high as it may be', () => {
    fc.assert(
      fc.property(scene, ({ boxes, wanted, viewport, options }) => {
        const { left, top, width, height, sheet } = placeCard(boxes, wanted, viewport, options);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(viewport.width);
        expect(top + height).toBeLessThanOrEqual(viewport.height);
        expect(height).toBeLessThanOrEqual(Math.min(420, Math.round(viewport.height * 0.6)));
        expect(sheet).toBe(options.byTouch || viewport.width < 480 || viewport.height < 360);
        if (sheet) return;
        const covered = boxes.filter(
          (name) => left < name.right && left + width > name.left && top < name.bottom && top + height > name.top,
        );
        expect(covered).toEqual([]);
        expect(left).toBeGreaterThanOrEqual(8);
        expect(viewport.width - left - width).toBeGreaterThanOrEqual(8);
      }),
      { seed: 20250908, numRuns: 2_000 },
    );
  });
});

describe('the corridor between name and card', () => {
  const name = box(300, 100, 90, 20);
  const below = box(300, 128, 344, 240);
  const above = box(100, 300, 344, 240);
  const under = box(500, 560, 60, 20);
  it.each<[what: string, x: number, y: number, from: Box, to: Box, inside: boolean]>([
    ['the name itself', 345, 110, name, below, true],
    ['the card itself', 500, 300, name, below, true],
    ['the gap between them', 345, 124, name, below, true],
    ['8 px beside the name', 292, 110, name, below, true],
    ['9 px beside the name', 291, 110, name, below, false],
    ['8 px beside the card', 652, 200, name, below, true],
    ['9 px beside the card', 653, 200, name, below, false],
    ['8 px below the card', 500, 376, name, below, true],
    ['the way from the name to the far corner', 500, 122, name, below, true],
    ['beyond that way', 600, 105, name, below, false],
    ['far above the name', 345, 80, name, below, false],
    ['on the way up to a card above', 480, 550, under, above, true],
    ['beside the way up', 560, 500, under, above, false],
  ])('holds, or not, %s', (_, x, y, from, to, inside) => {
    expect(isInCorridor({ x, y }, from, to)).toBe(inside);
  });

  const anyBox = fc
    .tuple(fc.nat(600), fc.nat(600), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }))
    .map(([left, top, width, height]) => box(left, top, width, height));
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const pointIn = ({ left, top, right, bottom }: Box, u: number, v: number) => ({
    x: left + (right - left) * u,
    y: top + (bottom - top) * v,
  });

  it('holds every straight way from the one into the other', () => {
    fc.assert(
      fc.property(anyBox, anyBox, fc.tuple(share, share, share, share, share), (a, b, [u, v, s, t, along]) => {
        const start = pointIn(a, u, v);
        const end = pointIn(b, s, t);
        const point = { x: start.x + (end.x - start.x) * along, y: start.y + (end.y - start.y) * along };
        expect(isInCorridor(point, a, b)).toBe(true);
      }),
      { seed: 20250908, numRuns: 1_000 },
    );
  });

  it('holds nothing that one line parts from both', () => {
    fc.assert(
      fc.property(anyBox, anyBox, fc.nat(1200), fc.nat(1200), share, (a, b, x, y, turn) => {
        const [dx, dy] = [Math.cos(turn * 2 * Math.PI), Math.sin(turn * 2 * Math.PI)];
        const reach = Math.max(
          ...[a, b].flatMap(({ left, top, right, bottom }) =>
            [left, right].flatMap((cx) => [top, bottom].map((cy) => cx * dx + cy * dy)),
          ),
        );
        // Farther out than the widened boxes reach in this direction.
        fc.pre(x * dx + y * dy > reach + 8 * (Math.abs(dx) + Math.abs(dy)) + 0.01);
        expect(isInCorridor({ x, y }, a, b)).toBe(false);
      }),
      { seed: 20250908, numRuns: 1_000 },
    );
  });
});
