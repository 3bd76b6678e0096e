/** Reading an article, from its text to marks and cards, over a small pack. */
import { describe, expect, it, vi } from 'vitest';
import { isMarkedAt } from '../../../lib/briefing/choose-marks';
import type { BlockKind, TextBlock } from '../../../lib/model/article';
import type { PackHeader, PackRecord } from '../../../lib/model/pack';
import type { Clock } from '../../../lib/services/char-budget';
import type { PageAnswer, PageCards, PageTextRequest } from '../../../lib/services/exchange';
import { installBundledPacks } from '../../../lib/services/install-packs';
import type { Knowledge } from '../../../lib/services/knowledge';
import { createPageReader, type ReadPagePorts } from '../../../lib/services/read-page';
import type { MarkLevel } from '../../../lib/settings/schema';
import { MAX_FOLLOWING_CARDS_BYTES } from '../../../lib/text/limits';
import { anEntity, anEvent, aRole, aSource, buildKnowledge, ref, took } from '../../support/build-facts';
import { aBundle, toPackFile } from '../../support/bundles';
import { installPorts } from '../../support/install-ports';
import { createMemoryPages } from '../../support/memory-pages';
import { createMemoryStore } from '../../support/memory-store';
import { openHere } from '../../support/open-here';
import { atOnce, still } from '../../support/slices';

const RECORDS: readonly PackRecord[] = [
  anEntity('place/japan', { placeKind: 'country' }),
  anEntity('place/osaka', { placeKind: 'city' }),
  anEntity('person/gen-ito', { roles: [aRole('Minister', { from: '2024-10-01', to: '2025-10-21' })] }),
  anEntity('person/min-ahn'),
  anEntity('person/kim-lee', { names: [{ text: 'Kim Lee', lang: 'en', kind: 'full' }] }),
  anEvent('talks', '2015-10-20', { participants: took('person/gen-ito', 'person/min-ahn') }),
];

const article = { url: 'https://news.example/a', host: 'news.example', title: 'A', siteName: 'News', lang: 'en' };
const asker = { tabId: 7, private: false };

const block = (id: number, text: string, kind: BlockKind = 'text', section = 0): TextBlock => ({
  id,
  text,
  kind,
  section,
});
const TEXT = [
  block(0, 'Gen Ito in Japan', 'headline'),
  block(1, `Gen Ito met Min Ahn in Osaka, Japan, and spoke of ${'many other things '.repeat(30)}.`),
  block(2, 'Gen Ito left. Min Ahn stayed.'),
];

const request = (fields: Partial<PageTextRequest> = {}): PageTextRequest => ({
  page: 'p1',
  reading: 0,
  revision: 0,
  part: 0,
  of: 1,
  article,
  asOf: { day: '2025-09-08', origin: 'json-ld' },
  blocks: TEXT,
  removed: [],
  ...fields,
});

interface Setting {
  readonly records?: readonly PackRecord[];
  readonly header?: Partial<PackHeader>;
  readonly marks?: MarkLevel;
  readonly clock?: Clock;
  readonly pause?: () => Promise<void>;
  readonly knowledge?: (known: Knowledge) => Promise<Knowledge | null>;
}

async function aReader({
  records = RECORDS,
  header,
  marks = 'first',
  knowledge,
  clock = still,
  pause = atOnce.pause,
}: Setting = {}) {
  const states = createMemoryPages();
  const sent: (PageCards & { tabId: number })[] = [];
  const known = await buildKnowledge(records, header);
  const ports: ReadPagePorts = {
    knowledge: async () => (knowledge ? knowledge(known) : known),
    states,
    settings: async () => ({ marks, lang: 'en' }),
    today: () => '2026-11-25',
    slices: { ...atOnce, pause },
    clock,
    sendCards: (tabId, cards) => void sent.push({ tabId, ...cards }),
  };
  return { reader: createPageReader(ports), restarted: () => createPageReader(ports), states, sent };
}

type Mentions = Extract<PageAnswer, { kind: 'mentions' }>;
const mentionsOf = (answer: PageAnswer): Mentions => {
  if (answer.kind !== 'mentions') throw new Error(`answered ${answer.kind}`);
  return answer;
};

/** `Gen Ito 1 painted`: what is named, in which block, how it is drawn. */
const drawn = (answer: PageAnswer): string[] =>
  mentionsOf(answer).mentions.map(
    ({ block: id, start, end, paint, answers }) =>
      `${TEXT.find((entry) => entry.id === id)?.text.slice(start, end)} ${id}${paint === 'first' ? ' painted' : answers === 'first' ? ' answers' : ''}`,
  );

/** Until the cards that follow an answer have been sent. */
const allSent = () => new Promise((done) => setImmediate(done));
const CROWD = Array.from({ length: 20 }, (_, i) => anEntity(`person/name-x${i}`));
const CROWD_TEXT = [block(0, `${CROWD.map(({ names }) => names[0]?.text).join(', ')} came.`)];

describe('reading a page', () => {
  it('answers with every mention, the first of a section painted, countries and the headline never', async () => {
    const { reader } = await aReader();
    expect(drawn(await reader.readText(request(), asker))).toEqual([
      'Gen Ito 0 answers',
      'Japan 0',
      'Gen Ito 1 painted',
      'Min Ahn 1 painted',
      'Osaka 1 painted',
      'Japan 1',
      'Gen Ito 2 answers',
      'Min Ahn 2 answers',
    ]);
  });

  it.each<[MarkLevel, number]>([
    ['quiet', 0],
    ['first', 3],
    ['all', 5],
  ])('paints at the level %s so many: %i', async (marks, count) => {
    const { reader, states } = await aReader({ marks });
    const { mentions } = mentionsOf(await reader.readText(request(), asker));
    expect(mentions.filter(({ paint }) => isMarkedAt(paint, marks))).toHaveLength(count);
    await allSent();
    expect((await states.get(asker.tabId))?.mentions.filter(({ paint }) => paint)).toHaveLength(count);
  });

  it.each<MarkLevel>(['first', 'all'])(
    'never paints what a private pack knows, at the level %s, nor sends its cards ahead',
    async (marks) => {
      const { reader, sent } = await aReader({ marks, header: { private: true } });
      const { mentions } = mentionsOf(await reader.readText(request(), asker));
      await allSent();
      expect(mentions).toHaveLength(8);
      expect(mentions.filter(({ paint, answers }) => paint || answers)).toEqual([]);
      expect(sent).toEqual([]);
      expect((await reader.card('p1', ref('person/gen-ito'), asker))?.name.text).toBe('Gen Ito');
    },
  );

  it('answers from a store as from memory', async () => {
    const text = await toPackFile('test', '1', [aSource(), ...RECORDS]);
    const store = createMemoryStore();
    await installBundledPacks(installPorts(store, await aBundle({ test: text })));
    const stored = await aReader({ knowledge: () => openHere(store) });
    const { reader } = await aReader();
    expect(await stored.reader.readText(request(), asker)).toEqual(await reader.readText(request(), asker));
    expect(await stored.reader.card('p1', ref('person/gen-ito'), asker)).not.toBeNull();
  });

  it('sends cards of what is named behind the answer, the most salient first', async () => {
    const { reader, sent } = await aReader();
    await reader.readText(request(), asker);
    expect(sent).toEqual([]);
    await allSent();
    expect(sent).toMatchObject([{ tabId: 7, page: 'p1', reading: 0 }]);
    const cards = sent[0]?.cards ?? [];
    expect(cards.map(({ name }) => name.text)).toEqual(['Gen Ito', 'Min Ahn', 'Osaka', 'Japan']);
    expect(cards[0]).toMatchObject({ position: { index: 1, of: 3 }, why: { surface: 'Gen Ito' } });
  });

  it('sends no more cards than a message should hold', async () => {
    const many = Array.from({ length: 300 }, (_, i) =>
      anEntity(`person/name-x${i}`, {
        names: [{ text: `Zabc Number${i}`, lang: 'en', kind: 'full' }],
        description: { en: 'd'.repeat(1000) },
      }),
    );
    const { reader, sent } = await aReader({ records: many });
    const blocks = many.map(({ names }, i) => block(i, `It was ${names[0]?.text} who came.`));
    expect(mentionsOf(await reader.readText(request({ blocks }), asker)).mentions).toHaveLength(300);
    await allSent();
    const cards = sent[0]?.cards ?? [];
    expect(new Set(cards.map(({ reference }) => reference)).size).toBe(cards.length);
    expect(JSON.stringify(cards).length).toBeLessThan(MAX_FOLLOWING_CARDS_BYTES + 1000);
    expect(cards.length).toBeGreaterThan(50);
  });

  it('sends the cards of the last reading only', async () => {
    const pause = () => new Promise<void>((turn) => setImmediate(turn));
    const { reader, sent } = await aReader({ records: CROWD, pause });
    await reader.readText(request({ blocks: CROWD_TEXT }), asker);
    await reader.readText(request({ reading: 1, blocks: CROWD_TEXT, asOf: null }), asker);
    await new Promise((done) => setTimeout(done, 100));
    expect(sent.map(({ reading, cards }) => [reading, cards.length])).toEqual([[1, 20]]);
  });

  it('sends no cards to a tab that was closed', async () => {
    const { reader, sent } = await aReader({ records: CROWD });
    await reader.readText(request({ blocks: CROWD_TEXT }), asker);
    await reader.forget(7);
    await allSent();
    expect(sent).toEqual([]);
  });

  it('reads as of today where the page has no date', async () => {
    const { reader, sent } = await aReader();
    const answer = mentionsOf(await reader.readText(request({ asOf: null }), asker));
    expect(answer.asOf).toEqual({ day: '2026-11-25', origin: 'none' });
    await allSent();
    expect(sent[0]?.cards[0]?.roles?.lines).toMatchObject([{ when: 'earlier', to: '2025-10-21' }]);
  });

  it('takes differences, and answers with offsets into the new text', async () => {
    const { reader } = await aReader();
    await reader.readText(request(), asker);
    const answer = await reader.readText(
      request({
        reading: 5,
        revision: 1,
        blocks: [block(2, 'Now Min Ahn stayed.'), block(3, 'Gen Ito came.')],
        removed: [1],
      }),
      asker,
    );
    expect(mentionsOf(answer).reading).toBe(5);
    expect(mentionsOf(answer).mentions.map(({ block: id, start }) => [id, start])).toEqual([
      [0, 0],
      [0, 11],
      [2, 4],
      [3, 0],
    ]);
  });

  it('wants further parts, and everything from a background that has lost the text', async () => {
    const { reader, restarted } = await aReader();
    expect(await reader.readText(request({ of: 2 }), asker)).toEqual({ kind: 'more' });
    expect(await restarted().readText(request({ revision: 1 }), asker)).toEqual({ kind: 'send-all' });
  });

  it('says that packs are being installed while nothing is known, and reads the same text afterwards', async () => {
    let isInstalled = false;
    const { reader } = await aReader({ knowledge: async (known) => (isInstalled ? known : null) });
    expect(await reader.readText(request(), asker)).toEqual({ kind: 'installing' });
    isInstalled = true;
    expect(drawn(await reader.readText(request({ revision: 1, blocks: [] }), asker))).toHaveLength(8);
  });

  it('leaves what popup and panel need, without the article’s text', async () => {
    const { reader, states } = await aReader();
    await reader.readText(request(), asker);
    const state = await states.get(7);
    expect(state).toMatchObject({ page: 'p1', status: 'ready', article, private: false });
    expect(state?.blocks.map(({ length }) => length)).toEqual(TEXT.map(({ text }) => text.length));
    expect(JSON.stringify(state)).not.toContain('many other things');
  });

  it('marks what it leaves of a private window as such', async () => {
    const { reader, states } = await aReader();
    await reader.readText(request(), { tabId: 8, private: true });
    expect((await states.get(8))?.private).toBe(true);
  });

  it('keeps two tabs apart', async () => {
    const { reader, states } = await aReader();
    await reader.readText(request(), asker);
    await reader.readText(request({ page: 'p2', blocks: [block(0, 'Kim Lee came.')] }), { ...asker, tabId: 8 });
    expect((await states.get(7))?.mentions).toHaveLength(8);
    expect((await states.get(8))?.mentions.map(({ surface }) => surface)).toEqual(['Kim Lee']);
  });

  it('does not let an older reading overtake a newer one', async () => {
    const gates: (() => void)[] = [];
    const { reader, states } = await aReader({
      knowledge: (known) => new Promise((go) => gates.push(() => go(known))),
    });
    const older = reader.readText(request(), asker);
    const newer = reader.readText(
      request({ revision: 1, blocks: [block(3, 'Kim Lee came.')], removed: [0, 1, 2] }),
      asker,
    );
    gates[1]?.();
    await newer;
    gates[0]?.();
    expect(mentionsOf(await older).reading).toBe(0);
    expect((await states.get(7))?.mentions.map(({ surface }) => surface)).toEqual(['Kim Lee']);
  });

  it('reads later what a tab sends too fast, and loses nothing of it', async () => {
    const turns: (() => void)[] = [];
    const sleep = () => new Promise<void>((turn) => turns.push(turn));
    const { reader } = await aReader({ clock: { now: () => 0, sleep } });
    const long = Array.from({ length: 100 }, (_, i) => block(i + 10, ' '.repeat(20_000)));
    for (let i = 0; i < 3; i++) await reader.readText(request({ blocks: [...TEXT, ...long] }), asker);
    const waiting = reader.readText(request({ blocks: [...TEXT, ...long] }), asker);
    // Another tab does not wait for it.
    const other = await reader.readText(request({ page: 'p2' }), { ...asker, tabId: 8 });
    expect(mentionsOf(other).mentions).toHaveLength(8);
    expect(turns).toHaveLength(1);
    turns[0]?.();
    expect(mentionsOf(await waiting).mentions).toHaveLength(8);
  });

  it('leaves nothing of a tab that was closed while it was read', async () => {
    const gates: (() => void)[] = [];
    const { reader, states } = await aReader({
      knowledge: (known) => new Promise((go) => gates.push(() => go(known))),
    });
    const reading = reader.readText(request(), asker);
    await reader.forget(7);
    gates[0]?.();
    await reading;
    expect(states.tabs()).toEqual([]);
  });
});

describe('a page that was read', () => {
  it('has its cards from a background that was restarted', async () => {
    const { reader, restarted } = await aReader();
    await reader.readText(request(), asker);
    const card = await restarted().card('p1', ref('person/gen-ito'), asker);
    expect(card).toMatchObject({ name: { text: 'Gen Ito' }, position: { index: 1, of: 3 } });
    expect(card?.roles?.lines).toMatchObject([{ when: 'since', from: '2024-10-01' }]);
  });

  it('names what else a form could have meant, though the article does not', async () => {
    const { reader, states } = await aReader();
    await reader.readText(request(), asker);
    const state = await states.get(7);
    if (!state) throw new Error('not read');
    const [first, ...rest] = state.mentions;
    const rivals = ['kim-lee', 'nobody'].map((slug) => ({
      entity: ref(`person/${slug}`),
      refusal: 'ambiguous' as const,
    }));
    const evidence = [
      { kind: 'context', with: ref('person/kim-lee') },
      { kind: 'context', with: 'unknown' },
    ];
    await states.set(7, { ...state, mentions: [{ ...first, rivals, evidence } as never, ...rest] });
    const why = (await reader.card('p1', ref('person/gen-ito'), asker))?.why;
    expect(why?.evidence).toEqual([
      { kind: 'context', with: 'Kim Lee' },
      { kind: 'context', with: '' },
    ]);
    expect(why?.rivals).toEqual([{ name: { text: 'Kim Lee', lang: 'en' }, refusal: 'ambiguous' }]);
  });

  it.each([
    ['another document', 'p2', 'person/gen-ito', 7],
    ['another tab', 'p1', 'person/gen-ito', 8],
    ['a record that is gone', 'p1', 'person/nobody', 7],
    ['an event that the page does not name', 'p1', 'event/talks', 7],
  ])('has no card for %s', async (_, page, id, tabId) => {
    const { reader } = await aReader();
    await reader.readText(request(), asker);
    expect(await reader.card(page, ref(id), { ...asker, tabId })).toBeNull();
  });

  it('has its choices with role on the day; none once the page is another', async () => {
    const { reader } = await aReader();
    await reader.readText(request(), asker);
    const references = [ref('person/gen-ito'), ref('person/min-ahn'), ref('person/nobody')];
    expect(await reader.choices('p1', references, 'Kim', asker)).toEqual({
      surface: 'Kim',
      options: [
        { reference: references[0], name: { text: 'Gen Ito', lang: 'en' }, role: { text: 'Minister', lang: 'en' } },
        { reference: references[1], name: { text: 'Min Ahn', lang: 'en' }, role: null },
      ],
    });
    expect(await reader.choices('p2', references, 'Kim', asker)).toEqual({ surface: 'Kim', options: [] });
  });

  it('gives way to “no article”, and then wants everything again', async () => {
    const { reader, states } = await aReader();
    await reader.readText(request(), asker);
    await reader.skip('p1', article, asker);
    expect(await states.get(7)).toMatchObject({ status: 'not-article', mentions: [], blocks: [] });
    expect(await reader.readText(request({ revision: 1 }), asker)).toEqual({ kind: 'send-all' });
  });

  it('is forgotten with its tab', async () => {
    const { reader, states } = await aReader();
    await reader.readText(request(), asker);
    await reader.forget(7);
    expect(states.tabs()).toEqual([]);
    expect(await reader.card('p1', ref('person/gen-ito'), asker)).toBeNull();
  });
});

describe('what an article says of time', () => {
  const TIMED = [block(0, 'Gen Ito and Min Ahn had talks on Oct. 20, 2015. Gen Ito came back this week.')];
  const settled = async () => {
    for (let turn = 0; turn < 50; turn++) await allSent();
  };
  const claimsIn = async (states: ReturnType<typeof createMemoryPages>) =>
    (await states.get(asker.tabId))?.claims?.map(({ text, events }) => [text, events]) ?? null;

  it('is known once the article has been answered', async () => {
    const { reader, states } = await aReader();
    await reader.readText(request({ blocks: TIMED }), asker);
    await settled();
    expect(await claimsIn(states)).toContainEqual(['on Oct. 20, 2015', [ref('event/talks')]]);
  });

  it('is nothing where the article has no date to count from', async () => {
    const { reader, states } = await aReader();
    await reader.readText(request({ blocks: TIMED, asOf: null }), asker);
    await settled();
    expect(await claimsIn(states)).toEqual([]);
  });

  it('is of the text as it is now', async () => {
    const { reader, states } = await aReader();
    await reader.readText(request({ blocks: TIMED }), asker);
    await reader.readText(
      request({ revision: 1, blocks: [block(0, 'Gen Ito and Min Ahn met on Nov. 2, 2015.')] }),
      asker,
    );
    await settled();
    expect((await claimsIn(states))?.map(([text]) => text)).toEqual(['on Nov. 2, 2015']);
  });

  it('costs the names nothing when it cannot be read', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let asked = 0;
    const { reader, states } = await aReader({
      knowledge: async (known) => ({
        ...known,
        // The first opening is for the names: what comes after it is lost.
        directory: async () => {
          if (asked++ > 0) throw new Error('damaged');
          return known.directory();
        },
      }),
    });
    const answer = await reader.readText(request({ blocks: TIMED }), asker);
    await settled();
    expect(mentionsOf(answer).mentions.length).toBeGreaterThan(0);
    expect(await claimsIn(states)).toBeNull();
    expect(console.error).toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});
