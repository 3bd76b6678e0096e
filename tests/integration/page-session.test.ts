/** The page session on real documents: pages that change under it, frames and backgrounds that fail it. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import { type BrowserBench, startBench } from '../support/in-browser';
import type * as SessionPage from '../support/session-page';

/** As in the page, which only a browser can load. */
const TAMPERINGS = [
  'transparent host',
  'transparent page',
  'clipped host',
  'blended host',
  'moved host',
  'scaled host',
  'scaled page',
  'covered host',
  'covered by a dialog',
  'covered by a popover',
  'inert host',
  'popover host',
  'host elsewhere',
  'removed host',
];

/** As in the page. */
const SURROUNDINGS = [
  'small zoom',
  'large zoom',
  'everything unset',
  'huge letters',
  'right to left',
  'vertical lines',
  'fixed and scrolled body',
];

const ALL = ['Gen Ito', 'Mina Park', 'Kim'];
/** A busy machine draws later than the page expects. */
const PATIENCE = { timeout: 10_000 };

describe.each<BrowserKind>(['chromium', 'firefox'])('a page session in %s', (kind) => {
  let bench: BrowserBench<typeof SessionPage>;
  beforeAll(async () => {
    bench = await startBench(kind, join(import.meta.dirname, '../support/session-page.ts'));
  });
  afterAll(() => bench?.close());

  const open = async () => {
    const page = await bench.open();
    await page.call.start();
    await expect.poll(() => page.call.painted(), PATIENCE).toEqual(ALL);
    return page;
  };

  it('paints again what went for a moment', async () => {
    const { call, close } = await open();
    await call.change('hide the article');
    await expect.poll(() => call.painted(), PATIENCE).toEqual([]);
    await call.change('show the article');
    await expect.poll(() => call.painted(), PATIENCE).toEqual(ALL);
    await close();
  });

  it.each(['make the link anew', 'make all nodes anew'])(
    'keeps its marks and asks nothing when pages %s',
    async (what) => {
      const { call, close } = await open();
      const before = (await call.asked()).blocks;
      await call.change(what);
      await expect.poll(() => call.painted(), PATIENCE).toEqual(ALL);
      expect((await call.asked()).blocks).toEqual(before);
      await close();
    },
  );

  it('is read anew when its day is told after its text', async () => {
    const { call, close } = await open();
    expect((await call.asked()).day).not.toBe('2015-10-20');
    await call.change('tell its day');
    await expect.poll(async () => (await call.asked()).day, PATIENCE).toBe('2015-10-20');
    await expect.poll(() => call.painted(), PATIENCE).toEqual(ALL);
    await close();
  });

  it('tells the background of paragraphs in the order of reading', async () => {
    const { call, close } = await open();
    await call.change('insert a paragraph');
    expect((await call.asked()).order).toEqual(['Talks', 'Minister Gen', 'A word', 'He met', 'The two', 'Kim was']);
    await expect.poll(() => call.painted(), PATIENCE).toEqual(['Gen Ito', 'Gen Ito', 'Mina Park', 'Kim']);
    await close();
  });

  it('sends one paragraph when one is added at the end', async () => {
    const { call, close } = await open();
    await call.change('add a paragraph');
    expect((await call.asked()).blocks.at(-1)).toBe(1);
    await close();
  });

  it('has another level of marks at once, whatever the background does', async () => {
    const { call, close } = await open();
    await call.level('quiet');
    await expect.poll(() => call.painted(), PATIENCE).toEqual([]);
    await call.level('all');
    await expect.poll(() => call.painted(), PATIENCE).toEqual(ALL);
    await close();
  });

  it('draws a card unseen while the reader rests, shows it then, and draws no other', async () => {
    const { call, close } = await open();
    await call.addCard('p:person/gen-ito');
    await call.restOn('#first a', 0);
    await expect.poll(async () => (await call.card()).kinds, PATIENCE).toContain('card');
    await expect.poll(async () => (await call.card()).visible, PATIENCE).toBe(true);
    expect((await call.card()).kinds).toEqual([]);
    await close();
  });

  it('draws a card unseen, and shows none to a reader who has gone on', async () => {
    const { call, close } = await open();
    await call.addCard('p:person/gen-ito');
    await call.restOn('#first a', 200);
    await call.restNowhere();
    await call.wait(500);
    expect((await call.card()).visible).toBe(false);
    await call.restOn('#first a', 0);
    await expect.poll(async () => (await call.card()).visible, PATIENCE).toBe(true);
    await close();
  });

  it('starts once the background answers', async () => {
    const page = await bench.open();
    await page.call.start(2);
    await expect.poll(() => page.call.painted(), PATIENCE).toEqual(ALL);
    await page.close();
  });

  it('is read while it is seen, and unseen only where a panel shows it', async () => {
    const { call, close } = await open();
    const before = await call.renew(false);
    await call.turn('hidden');
    expect(await call.renew(false)).toBe(before);
    expect(await call.renew(false)).toBe(before);
    expect(await call.renew(true)).toBe(before + 1);
    expect(await call.renew(false)).toBe(before + 1);
    await call.turn('visible');
    await expect.poll(async () => (await call.asked()).blocks.length, PATIENCE).toBe(before + 2);
    // Of a page in front everybody hears.
    expect(await call.renew(true)).toBe(before + 2);
    await close();
  });

  it('asks again, for everything, when the background failed', async () => {
    const { call, close } = await open();
    await call.change('a failing background');
    await call.wait(800);
    expect((await call.asked()).blocks.at(-1)).toBe(5);
    await expect.poll(() => call.painted(), PATIENCE).toEqual(ALL);
    await close();
  });

  it('keeps what the reader said when only the fragment of the address changes', async () => {
    const { call, close } = await open();
    await call.readAsOf('2015-10-20');
    await call.wait(100);
    await call.step(300);
    await call.wait(600);
    await call.inCard('not-it');
    await expect.poll(() => call.painted(), PATIENCE).toEqual(['Mina Park', 'Kim']);
    await call.change('go to a heading');
    await call.change('add a paragraph');
    expect((await call.asked()).day).toBe('2015-10-20');
    await expect.poll(() => call.painted(), PATIENCE).toEqual(['Mina Park', 'Kim', 'Kim']);
    await call.inCard('undo');
    await expect.poll(() => call.painted(), PATIENCE).toEqual([...ALL, 'Kim']);
    await close();
  });

  it('shows no card after Escape, however slow the frame is', async () => {
    const { call, close } = await open();
    await call.change('a slow frame');
    await call.step(100);
    await call.press('Escape');
    await call.wait(1_500);
    expect(await call.card()).toEqual({ kinds: [], visible: false });
    await close();
  });

  it('paints for the ground that a name stands on, whatever the system’s theme', async () => {
    const { call, close } = await open();
    await expect.poll(() => call.paintedOnDark(), PATIENCE).toEqual([]);
    await call.change('a dark page');
    await expect.poll(() => call.paintedOnDark(), PATIENCE).toEqual(ALL);
    await call.change('a light quote in it');
    await expect.poll(() => call.paintedOnDark(), PATIENCE).toEqual(['Gen Ito', 'Kim']);
    await close();
  });

  it('reads what is no article when the reader insists, and opens the card that popup and panel ask for', async () => {
    const { call, close } = await open();
    expect(await call.ask('open', 'p:person/mina-park')).toBe(true);
    expect(await call.card()).toMatchObject({ kinds: expect.arrayContaining(['focus']), visible: true });
    expect(await call.ask('open', 'p:person/nobody')).toBe(false);
    await call.change('no article any more');
    await expect.poll(() => call.painted(), PATIENCE).toEqual([]);
    expect(await call.ask('insist')).toBe(true);
    await expect.poll(() => call.painted(), PATIENCE).toEqual(['Gen Ito']);
    await close();
  });

  it('paints no name that nobody can read', async () => {
    const { call, close } = await open();
    await call.change('hide names in many ways');
    await expect.poll(() => call.painted(), PATIENCE).toEqual(ALL);
    await close();
  });

  it('does nothing at a key that the page has made up', async () => {
    const { call, close } = await open();
    await call.step(300);
    await call.press('Escape', 'page');
    await expect.poll(async () => (await call.card()).visible, PATIENCE).toBe(true);
    await call.press('Escape');
    await expect.poll(async () => (await call.card()).visible, PATIENCE).toBe(false);
    await close();
  });

  it('makes the card anew when the page has taken it away', async () => {
    const { call, close } = await open();
    await call.step(300);
    await expect.poll(async () => (await call.card()).visible, PATIENCE).toBe(true);
    await call.change('remove the card');
    await call.step(400);
    await expect.poll(async () => (await call.card()).visible, PATIENCE).toBe(true);
    await close();
  });

  it.each(TAMPERINGS)('closes a card with a %s', async (what) => {
    const { call, close } = await open();
    await call.step(300);
    await expect.poll(async () => (await call.card()).visible, PATIENCE).toBe(true);
    // A busy machine looks later than every 80 ms: 100 ms on a quiet one.
    expect(await call.tamper(what)).toBeLessThan(1_000);
    await close();
  });

  it('stays, and beside its name, on a page that is zoomed by its own style sheet', async () => {
    const { call, close } = await open();
    await call.zoomPage();
    await call.step(300);
    await expect.poll(async () => (await call.card()).visible, PATIENCE).toBe(true);
    await call.wait(400);
    expect((await call.card()).visible).toBe(true);
    const { below, width } = await call.cardPlace();
    expect(Math.abs(below - 8)).toBeLessThan(3);
    expect(Math.round(width)).toBe(344);
    await close();
  });

  it.each(SURROUNDINGS)('stands in sight on a page with %s', async (surroundings) => {
    const { call, close } = await open();
    const { isInside, isSeen, width } = await call.openIn(surroundings);
    expect({ isInside, isSeen }).toEqual({ isInside: true, isSeen: true });
    expect(width).toBeGreaterThan(200);
    await close();
  });

  it('reads no field, no editor and nothing that is hidden, and leaves them as they are', async () => {
    const { call, close } = await open();
    expect(await call.fillFields()).toEqual({ heard: false, kept: true });
    await close();
  });

  it('paints only names, whatever a page does to its texts', async () => {
    const { call, close } = await open();
    for (const seed of [1, 2, 3]) {
      await call.churn(80, seed);
      await call.wait(900);
      expect(await call.paintedRight()).toBe(true);
    }
    expect(await call.errors()).toEqual([]);
    await close();
  });

  it('closes a card whose pointer has gone, though the page lets no event through', async () => {
    const { call, close } = await open();
    await call.restOn('#first a', 0);
    await expect.poll(async () => (await call.card()).visible, PATIENCE).toBe(true);
    // Events of scripts do not move the browser's own pointer: it is nowhere near.
    await expect.poll(async () => (await call.card()).visible, { timeout: 4_000 }).toBe(false);
    await close();
  });

  it('is out of reach of a page’s style sheets', async () => {
    const { call, close } = await open();
    await call.step(300);
    await expect.poll(async () => (await call.card()).visible, PATIENCE).toBe(true);
    expect(await call.styleHost()).toEqual({ opacity: '1', filter: 'none', transform: 'none' });
    await close();
  });

  it('is not drawn into a war with a page that takes the card away', async () => {
    const { call, close } = await open();
    expect(await call.takeAway(40)).toBeLessThanOrEqual(4);
    await close();
  });

  it('changes nothing at a press that comes before the card can have been seen', async () => {
    const { call, close } = await open();
    for (let i = 0; i < 2; i++) await call.step(300);
    await call.step(0);
    await expect.poll(async () => (await call.card()).visible, PATIENCE).toBe(true);
    await call.inCard('choose');
    await call.wait(200);
    // The same question once more, and no answer taken.
    expect((await call.card()).kinds).toContain('choice');
    await close();
  });

  it('leaves a storm of changes alone, and reads what it has left', async () => {
    const { call, close } = await open();
    expect(await call.storm(10_000, 2_500)).toBeLessThanOrEqual(1);
    await call.change('add a paragraph');
    await expect.poll(() => call.painted(), PATIENCE).toEqual([...ALL, 'Kim']);
    await close();
  });

  it('closes on a press elsewhere, unless it is pinned', async () => {
    const { call, close } = await open();
    await call.step(300);
    await call.pressElsewhere();
    await expect.poll(async () => (await call.card()).visible, PATIENCE).toBe(false);
    await call.step(300);
    await call.inCard('pin');
    await call.pressElsewhere();
    await expect.poll(async () => (await call.card()).visible, PATIENCE).toBe(true);
    await call.press('Escape');
    await expect.poll(async () => (await call.card()).visible, PATIENCE).toBe(false);
    await close();
  });

  it('remembers a choice for the article, and goes on in the card by key', async () => {
    const { call, close } = await open();
    for (let i = 0; i < 3; i++) await call.step(300);
    expect((await call.card()).kinds.at(-2)).toBe('choice');
    await call.wait(600);
    await call.inCard('choose');
    await call.wait(300);
    expect((await call.card()).kinds).toEqual(['loading', 'missing', 'focus']);
    await call.change('add a paragraph');
    await call.press('Escape');
    await call.step(400);
    // The Kim of the new paragraph is the chosen one: no question.
    expect((await call.card()).kinds).not.toContain('choice');
    await close();
  });
});
