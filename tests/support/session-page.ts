/**
 * What the tests of the page session do inside a page: the content script's own session on a real document, with a
 * background and a card's frame that do as they are told.
 */
import type { CardModel } from '../../lib/briefing/view-models';
import type { Reference } from '../../lib/model/ids';
import { PageSession } from '../../lib/page/page-session';
import type { PageTextRequest, PlacedMention } from '../../lib/services/exchange';
import type { PageSettings } from '../../lib/settings/schema';

const SENTENCE =
  'The two ministers spoke about the exercises of the coming year, about the sea between their countries and about what their staffs should settle before they meet again. ';
/** What stands in fields and editors, and in what the page says is hidden or no text. */
const TYPED = 'Zebra';
/** Names that the background knows; the last one is two people's. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'Gen Ito': ['p:person/gen-ito'],
  'Mina Park': ['p:person/mina-park'],
  Kim: ['p:person/kim-one', 'p:person/kim-two'],
};
const SETTINGS: PageSettings = {
  on: true,
  marks: 'first',
  hoverDelayMs: 300,
  language: 'auto',
  namesLanguage: 'interface',
};

/** What a page does to an open card that the reader should not see as it is. */
const TAMPERING: Readonly<Record<string, (host: HTMLElement) => void>> = {
  'transparent host': (host) => host.style.setProperty('opacity', '0.01', 'important'),
  'transparent page': () => style('html { opacity: 0.5 }'),
  'clipped host': (host) => host.style.setProperty('clip-path', 'inset(0 0 90% 0)', 'important'),
  'blended host': (host) => host.style.setProperty('mix-blend-mode', 'multiply', 'important'),
  'moved host': (host) => host.style.setProperty('left', '120px', 'important'),
  'scaled host': (host) => host.style.setProperty('transform', 'scale(0.1)', 'important'),
  'scaled page': () => style('html { transform: scale(0.5) }'),
  'covered host': () => cover((over) => document.documentElement.append(over)),
  'covered by a dialog': () => {
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    cover((over) => dialog.append(over));
    dialog.showModal();
  },
  'covered by a popover': () =>
    cover((over) => {
      over.popover = 'manual';
      document.body.append(over);
      over.showPopover();
    }),
  'inert host': (host) => host.setAttribute('inert', ''),
  'popover host': (host) => host.setAttribute('popover', ''),
  'host elsewhere': (host) => document.body.append(host),
  'removed host': (host) => host.remove(),
};

function style(text: string): void {
  const element = document.createElement('style');
  element.textContent = text;
  document.head.append(element);
}

function cover(put: (over: HTMLElement) => void): void {
  const over = document.createElement('div');
  over.style.cssText =
    'position: fixed; inset: 0; margin: 0; width: 100%; height: 100%; background: white; z-index: 2147483647';
  put(over);
}

/** Styles under which a card still has to stand where it can be read. */
const SURROUNDINGS: Readonly<Record<string, string>> = {
  'small zoom': 'html { zoom: 0.3 }',
  'large zoom': 'html { zoom: 5 }',
  'everything unset': '* { all: unset !important } p { display: block !important }',
  'huge letters': 'html, body, p { font-size: 120px !important }',
  'right to left': 'html { direction: rtl }',
  'vertical lines': 'html { writing-mode: vertical-rl }',
  'fixed and scrolled body':
    'html { overflow: hidden } body { height: 100vh; overflow: auto; position: fixed; inset: 0 }',
};

const requests: PageTextRequest[] = [];
const delivered: string[] = [];
const known = new Map<number, string>();
let failures = 0;
let silences = 0;
let frameDelayMs = 0;
let token = '';
let show = 0;
let drawn = 0;

function find(text: string, block: number): PlacedMention[] {
  return Object.entries(NAMES).flatMap(([name, references]) => {
    const start = text.indexOf(name);
    if (start < 0) return [];
    const [entity] = references as Reference[];
    const whose = references.length > 1 ? { candidates: references as Reference[] } : { entity: entity as Reference };
    return [{ block, start, end: start + name.length, paint: 'first', answers: 'first', ...whose }];
  });
}

/** Styles under which nobody can read a name. */
const HIDDEN = [
  'display: none',
  'visibility: hidden',
  'opacity: 0',
  'position: absolute; left: -9999px',
  'position: absolute; top: -5000px',
  'text-indent: -9999px; overflow: hidden; white-space: nowrap',
  'font-size: 0',
  'font-size: 1px; line-height: 1px',
  'color: transparent',
  'color: rgb(0 0 0 / 10%)',
  'transform: scale(0)',
];

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Events as a page makes them; the others stand for the reader's. */
const isForged = new WeakSet<Event>();

const session = new PageSession(
  document,
  {
    background: {
      hello: async () => {
        silences -= 1;
        if (silences >= 0) throw new Error('starting');
        return { settings: SETTINGS, tabId: 7, windowId: 1 };
      },
      readText: async (request) => {
        requests.push(request);
        if (failures > 0) {
          failures -= 1;
          throw new Error('restarting');
        }
        if (request.revision === 0) known.clear();
        for (const id of request.removed) known.delete(id);
        for (const { id, text } of request.blocks) known.set(id, text);
        const mentions = [...known].sort(([a], [b]) => a - b).flatMap(([id, text]) => find(text, id));
        return {
          kind: 'mentions',
          reading: request.reading,
          asOf: request.asOf ?? { day: '2026-01-01', origin: 'none' },
          mentions,
        };
      },
      style: async () => 'all',
      skip: async () => null,
      card: async () => null,
      choices: async (_, references, surface) => ({
        surface,
        options: references.map((reference) => ({ reference, name: { text: reference, lang: 'en' }, role: null })),
      }),
    },
    frame: {
      address: (drawnToken) => {
        token = drawnToken;
        return 'about:blank';
      },
      deliver: async (_, input) => {
        await sleep(frameDelayMs);
        if (!input) return true;
        delivered.push(input.kind);
        show = input.show;
        if (input.kind !== 'focus') session.cardOutput(token, { type: 'height', show, px: 200 });
        return true;
      },
    },
    isReal: (event) => !isForged.has(event),
    random: (bytes) => crypto.getRandomValues(bytes),
  },
  new AbortController().signal,
);

/** An article of four paragraphs with names; resolves when it has been read. `silent`: greetings without an answer. */
export async function start(silent = 0): Promise<void> {
  silences = silent;
  document.body.innerHTML = `<main><h1>Talks</h1>
    <p id="first">Minister <a href="#x">Gen Ito</a> came. ${SENTENCE}</p>
    <p id="second">He met Mina Park. ${SENTENCE}</p><p>${SENTENCE}</p><p id="last">Kim was there too. ${SENTENCE}</p></main>`;
  await session.start();
  await sleep(50);
}

/** Changes the page and waits until the session has looked at it. */
export async function change(what: string): Promise<void> {
  const main = document.querySelector('main') as HTMLElement;
  const byId = (id: string) => document.getElementById(id) as HTMLElement;
  switch (what) {
    case 'hide the article':
      main.setAttribute('aria-hidden', 'true');
      main.append(document.createElement('i'));
      break;
    case 'show the article':
      main.removeAttribute('aria-hidden');
      main.append(document.createElement('i'));
      break;
    case 'tell its day': {
      const day = document.createElement('meta');
      day.setAttribute('property', 'article:published_time');
      day.content = '2015-10-20';
      document.head.append(day);
      break;
    }
    case 'make the link anew':
      (byId('first').querySelector('a') as HTMLElement).outerHTML = '<a href="#x">Gen Ito</a>';
      break;
    case 'make all nodes anew':
      main.innerHTML = `${main.innerHTML}`;
      break;
    case 'insert a paragraph':
      byId('second').insertAdjacentHTML('beforebegin', `<p>A word of Gen Ito in between. ${SENTENCE}</p>`);
      break;
    case 'add a paragraph':
      byId('last').insertAdjacentHTML('afterend', `<p>Later, Kim left. ${SENTENCE}</p>`);
      break;
    case 'go to a heading':
      location.hash = '#heading';
      main.append(document.createElement('i'));
      break;
    case 'remove the card':
      document.documentElement.lastElementChild?.remove();
      return;
    case 'a failing background':
      failures = 1;
      byId('second').append(' And more.');
      break;
    case 'hide names in many ways':
      for (const style of HIDDEN)
        byId('last').insertAdjacentHTML('afterend', `<p style="${style}">Gen Ito, ${SENTENCE}</p>`);
      break;
    case 'a dark page':
      document.body.style.background = '#3c3c3c';
      main.append(document.createElement('i'));
      break;
    case 'a light quote in it':
      byId('second').style.background = '#fafafa';
      main.append(document.createElement('i'));
      break;
    case 'no article any more':
      main.innerHTML = '<h1>Shop</h1><p>Gen Ito, 20 % off.</p>';
      break;
    case 'a slow frame':
      frameDelayMs = 400;
      return;
    default:
      throw new Error(`no such change: ${what}`);
  }
  await sleep(700);
}

/** The page goes behind another, or comes to the front. */
export function turn(visibility: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Other knowledge has become current; how often the page has been read by now, a while later. */
export async function renew(unseen: boolean): Promise<number> {
  session.renew(unseen);
  await sleep(300);
  return requests.length;
}

/** Names as they are painted, in reading order of the page; the one whose card is open is painted twice and told once. */
export function painted(): string[] {
  return [...(CSS.highlights as unknown as Map<string, Set<Range>>).values()]
    .flatMap((ranges) => [...ranges])
    .filter((range) => range.startContainer.isConnected && range.toString() !== '')
    .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
    .filter((range, i, all) => i === 0 || range.compareBoundaryPoints(Range.START_TO_START, all[i - 1] as Range) !== 0)
    .map(String);
}

/** Names that are painted as on a dark ground. */
export function paintedOnDark(): string[] {
  return [...(CSS.highlights as unknown as Map<string, Set<Range>>)]
    .filter(([name]) => name.endsWith('b'))
    .flatMap(([, ranges]) => [...ranges].map(String));
}

/** What popup and panel have the session do: read the page whatever it looks like, open the card of an entity. */
export async function ask(what: 'insist' | 'open', entity = 'p:person/gen-ito'): Promise<boolean> {
  const done = what === 'insist' ? session.insist() : session.open(entity as Reference);
  await sleep(700);
  return done;
}

const cardHost = (): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>('div')].find(({ style }) => style.zIndex === '2147483647') ?? null;

/** The page is zoomed by its own style sheet before a card is opened. */
export function zoomPage(): void {
  style('html { zoom: 1.25 }');
}

/** How far the open card's corner lies below the first name's line, in px of the window; the card's own width. */
export function cardPlace(): { below: number; width: number } {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('#first a') as Element);
  const card = (cardHost() as HTMLElement).getBoundingClientRect();
  return { below: card.top - range.getBoundingClientRect().bottom, width: card.width };
}

/** Tries to hide the open card by a style sheet; what of it has reached the host. */
export function styleHost(): Record<string, string> {
  style('html > div { opacity: 0.1 !important; filter: blur(9px) !important; transform: scale(2) !important }');
  const { opacity, filter, transform } = getComputedStyle(cardHost() as HTMLElement);
  return { opacity, filter, transform };
}

/** Styles the page; whether the card, opened on the next name then, is in sight, and of the size that it was made. */
export async function openIn(surroundings: string): Promise<{ isInside: boolean; width: number; isSeen: boolean }> {
  style(SURROUNDINGS[surroundings] as string);
  await sleep(700);
  await step(900);
  const host = cardHost();
  const box = host?.getBoundingClientRect() ?? new DOMRect();
  return {
    isInside: box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1,
    width: Math.round(box.width),
    isSeen: host?.style.visibility === 'visible' && getComputedStyle(host).display !== 'none',
  };
}

/** Whether the card's place is there when the page is printed. */
export const cardDisplay = (): string => getComputedStyle(cardHost() as HTMLElement).display;

/** Puts names into everything that readers and pages write in; resolves to whether the background has heard of any. */
export async function fillFields(): Promise<{ heard: boolean; kept: boolean }> {
  const text = `${TYPED} Gen Ito ${SENTENCE}`;
  const box = document.createElement('div');
  box.innerHTML = `<textarea></textarea><input><input type="password"><p contenteditable>${text}</p>
    <div contenteditable="plaintext-only"><p>${text}</p></div><p aria-hidden="true">${text}</p><p translate="no">${text}</p>
    <p hidden>${text}</p><div class="CodeMirror cm-editor"><pre>${text}</pre></div><div class="monaco-editor"><p>${text}</p></div>
    <select><option>${text}</option></select><button>${text}</button>`;
  const fields = [...box.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input')];
  for (const field of fields) field.value = text;
  document.getElementById('second')?.after(box);
  const before = box.innerHTML;
  await sleep(700);
  return {
    heard: JSON.stringify(requests).includes(TYPED),
    kept: box.innerHTML === before && fields.every(({ value }) => value === text),
  };
}

/** Takes texts apart and puts them together again, makes them anew and writes into them, so many times, drawn by a seed. */
export async function churn(times: number, seed: number): Promise<void> {
  let state = seed;
  const draw = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  for (let i = 0; i < times; i++) {
    const paragraphs = [...document.querySelectorAll('main p')];
    const paragraph = paragraphs[draw(paragraphs.length)] as HTMLElement;
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const text = walker.nextNode() as Text | null;
    const last = paragraph.lastChild as Text | null;
    [
      () => text && text.length > 4 && text.splitText(1 + draw(text.length - 2)),
      () => paragraph.normalize(),
      () => paragraph.replaceWith(paragraph.cloneNode(true)),
      () => last?.nodeType === 3 && last.insertData(draw(last.length), ' and '),
      () => last?.nodeType === 3 && last.length > 40 && last.deleteData(draw(last.length - 20), 9),
      () => paragraph.before(paragraph.nextElementSibling ?? ''),
      () => paragraphs.length > 3 && paragraph.remove(),
      () => document.querySelector('main')?.append(paragraph),
    ][draw(8)]?.();
    if (i % 10 === 0) await sleep(draw(60));
  }
}

/** What the page says now where names are painted, and how often each of them stands in it. */
export function paintedRight(): boolean {
  return painted().every((name) => name in NAMES);
}

/** Errors that nobody has caught, ours among them. */
const uncaught: string[] = [];
addEventListener('error', ({ message }) => uncaught.push(message));
addEventListener('unhandledrejection', ({ reason }) => uncaught.push(String(reason)));
export const errors = (): string[] => uncaught;

/** Does something to the open card; resolves to how many ms it stayed open. */
export async function tamper(what: string): Promise<number> {
  const host = cardHost();
  if (host?.style.visibility !== 'visible') throw new Error('no card is open');
  const from = performance.now();
  const how = TAMPERING[what];
  if (!how) throw new Error(`no such tampering: ${what}`);
  how(host);
  // Its place is not to be seen through what the page has done to it: what it is told counts.
  while (host.isConnected && host.style.visibility === 'visible') {
    if (performance.now() - from > 5_000) return Number.POSITIVE_INFINITY;
    await sleep(5);
  }
  return performance.now() - from;
}

/** Takes each card away as soon as it is there, while the reader asks for one again and again; how many there were. */
export async function takeAway(times: number): Promise<number> {
  let made = 0;
  const taker = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof HTMLElement) || node.style.zIndex !== '2147483647') continue;
        made += 1;
        node.remove();
      }
    }
  });
  taker.observe(document.documentElement, { childList: true });
  for (let i = 0; i < times; i++) await step(60);
  taker.disconnect();
  return made;
}

/**
 * Changes the page so many times a second, for so long; resolves to how many readings were asked for meanwhile. Texts
 * of the article are what changes.
 */
export async function storm(perSecond: number, ms: number): Promise<number> {
  const before = requests.length;
  const box = document.createElement('p');
  document.querySelector('main')?.append(box);
  const from = performance.now();
  for (let done = 0; performance.now() - from < ms; await sleep(10)) {
    const due = ((performance.now() - from) * perSecond) / 1_000;
    for (; done < due; done++) box.textContent = `Turn ${done}. ${SENTENCE}`;
  }
  return requests.length - before;
}

/** Opens the card of the next name, as the command does; resolves after `waitMs`. */
export async function step(waitMs: number): Promise<boolean> {
  const found = session.step(1);
  await sleep(waitMs);
  return found;
}

export async function press(key: string, by: 'reader' | 'page' = 'reader'): Promise<void> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true });
  if (by === 'page') isForged.add(event);
  document.dispatchEvent(event);
  await sleep(50);
}

/** A press on the page beside the card. */
export async function pressElsewhere(): Promise<void> {
  document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'mouse' }));
  document.body.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, pointerType: 'mouse' }));
  await sleep(50);
}

/** The card of a name comes, as the cards do that follow an answer. */
export function addCard(reference: string): void {
  const { page, reading } = requests.at(-1) as PageTextRequest;
  session.addCards({ page, reading, cards: [{ reference } as CardModel] });
}

/** The pointer comes to rest in the middle of an element's text; resolves after `waitMs`. */
export async function restOn(selector: string, waitMs: number): Promise<void> {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(selector) as Element);
  const { left, top, width, height } = range.getBoundingClientRect();
  const place = { clientX: left + width / 2, clientY: top + height / 2 };
  document.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', ...place }));
  await sleep(waitMs);
}

/** The pointer goes where nothing is. */
export async function restNowhere(): Promise<void> {
  document.dispatchEvent(
    new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', clientX: 1, clientY: 1 }),
  );
  await sleep(50);
}

/** What the reader does in the card. */
export async function inCard(what: 'pin' | 'not-it' | 'undo' | 'choose'): Promise<void> {
  if (what === 'pin') session.cardOutput(token, { type: 'pin', pinned: true });
  else if (what === 'choose') session.cardOutput(token, { type: 'choose', reference: 'p:person/kim-two' as Reference });
  else session.cardOutput(token, { type: what });
  await sleep(100);
}

/** Another level of marks, while the background says nothing more. */
export function level(marks: PageSettings['marks']): void {
  failures = Number.POSITIVE_INFINITY;
  session.applySettings({ ...SETTINGS, marks });
}

export async function wait(ms: number): Promise<void> {
  await sleep(ms);
}

/** What was handed to the frame since the last look, and whether the card is visible. */
export function card(): { kinds: string[]; visible: boolean } {
  const host = document.documentElement.lastElementChild as HTMLElement;
  const kinds = delivered.slice(drawn);
  drawn = delivered.length;
  return { kinds, visible: host.localName === 'div' && host.style.visibility === 'visible' };
}

/** Of each request to read the text: how many blocks came, and the beginnings of all of them as the background has them. */
export function asked(): { blocks: number[]; order: string[]; day: string | null } {
  return {
    blocks: requests.map(({ blocks }) => blocks.length),
    order: [...known].sort(([a], [b]) => a - b).map(([, text]) => text.trim().split(' ').slice(0, 2).join(' ')),
    day: requests.at(-1)?.asOf?.day ?? null,
  };
}

export function readAsOf(day: string): void {
  session.again({ day, origin: 'reader' });
}
