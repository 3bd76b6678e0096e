/** What is the reader's own: kept, shown, applied; in private windows kept by nobody. */
import { describe, expect, it, vi } from 'vitest';
import type { Mention } from '../../../../lib/model/article';
import type { Reference } from '../../../../lib/model/ids';
import type { OwnTable, Pin, RecordSubject, Rule } from '../../../../lib/model/own';
import { describeEntity } from '../../../../lib/services/entity-page';
import { findCalled } from '../../../../lib/services/own/find-called';
import { createOwn } from '../../../../lib/services/own/keep-own';
import type { OwnRecords } from '../../../../lib/services/own/ports';
import { createPrivateRecords } from '../../../../lib/services/own/private-records';
import { findSubject, subjectOf, toSubject } from '../../../../lib/services/own/subjects';
import type { PageState } from '../../../../lib/services/page-state';
import { createPageReader } from '../../../../lib/services/read-page';
import { readOwn } from '../../../../lib/settings/own-schemas';
import { anEntity, anEvent, aRole, buildKnowledge, ref } from '../../../support/build-facts';
import { createMemoryArea, createMemoryOwn } from '../../../support/memory-own';
import { createMemoryPages } from '../../../support/memory-pages';
import { atOnce, still } from '../../../support/slices';

const ADDRESS = 'https://www.wikidata.org/entity/Q900000001';
const ITO = ref('person/gen-ito');
const KIM = ref('person/ara-kim');
const knowledge = await buildKnowledge([
  anEntity('person/gen-ito', { sameAs: [ADDRESS], label: { en: 'Gen Ito', ja: { text: '伊藤元', auto: true } } }),
  anEntity('person/ara-kim', { roles: [aRole('Minister', { from: '2020-01-01', to: '2026-01-01' })] }),
  anEvent('talks', '2025-09-08', { names: [{ text: 'Harbour Talks', lang: 'en', kind: 'full' }] }),
]);
const [ito, kim] = (await Promise.all([ITO, KIM].map((one) => subjectOf(knowledge, one)))) as [
  RecordSubject,
  RecordSubject,
];

const USUAL = { private: false };
const PRIVATE = { private: true };
const TEXT = 'Gen Ito met Ara Kim. Itochan is what friends call him.';
const ARTICLE = { url: 'https://news.example/a', host: 'news.example', title: 'Talks', siteName: 'News', lang: 'en' };

function setUp(stored: OwnRecords = createMemoryOwn()) {
  const changed: OwnTable[] = [];
  const area = createMemoryArea();
  const own = createOwn({
    stored,
    inPrivate: createPrivateRecords(stored, area),
    changed: (table) => changed.push(table),
    patience: () => new Promise(() => undefined),
  });
  const read: PageState[] = [];
  const states = createMemoryPages();
  const reader = createPageReader({
    knowledge: async () => knowledge,
    states,
    settings: async () => ({ marks: 'all', lang: 'en' }),
    today: () => '2026-11-25',
    sendCards: () => undefined,
    slices: atOnce,
    clock: still,
    own: { ...own, read: (_, state) => read.push(state) },
  });
  const recognise = async (window = USUAL, text = TEXT) => {
    const answer = await reader.readText(
      {
        page: 'p',
        reading: 0,
        revision: 0,
        part: 0,
        of: 1,
        article: ARTICLE,
        asOf: { day: '2025-09-08', origin: 'meta' },
        blocks: [{ id: 0, text, kind: 'text', section: 0 }],
        removed: [],
      },
      { tabId: 1, ...window },
    );
    if (answer.kind !== 'mentions') throw new Error(answer.kind);
    return answer.mentions.map(
      ({ start, end, entity, candidates, paint, answers }) =>
        `${text.slice(start, end)} = ${entity ?? candidates?.join(' or ')}${paint ? ' painted' : ''}${answers ? ' answers' : ''}`,
    );
  };
  return { own, stored, changed, recognise, read, area };
}

const pin: Pin = { subject: ito, at: 5 };
const everywhere: Rule = { form: null, subject: ito, scope: { kind: 'everywhere' }, instead: null, at: 1 };

describe('what is stored of a record', () => {
  it('is its reference, its type, the names that sources show, and where else it is described', () => {
    expect(ito).toEqual({ kind: 'record', reference: ITO, type: 'person', name: { en: 'Gen Ito' }, sameAs: [ADDRESS] });
  });

  it('has names in the languages of the interface first, and not in too many', () => {
    const others = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`x-${String.fromCharCode(97 + i)}`, 'Ito']),
    );
    const subject = toSubject(
      ITO,
      anEntity('person/gen-ito', { label: { ...others, ko: '이토', ja: '伊藤', en: 'Ito' } }),
    );
    expect(
      Object.keys(subject?.name ?? {})
        .slice(0, 3)
        .sort(),
    ).toEqual(['en', 'ja', 'ko']);
    expect(readOwn('pins', { subject, at: 1 })).not.toBeNull();
  });

  it('has the date of an event', async () => {
    expect(await subjectOf(knowledge, ref('event/talks'))).toMatchObject({ type: 'event', date: '2025-09-08' });
    expect(readOwn('pins', { subject: { ...ito, type: 'event', date: 'some day' }, at: 1 })).toBeNull();
  });

  it('is nothing of what no pack knows', async () => {
    expect(await subjectOf(knowledge, ref('person/nobody'))).toBeNull();
    expect(await subjectOf(knowledge, ref('source/gazette'))).toBeNull();
  });

  it.each<[what: string, subject: RecordSubject, found: Reference | null]>([
    ['by its reference', ito, ITO],
    ['by name and address, under another reference', { ...ito, reference: 'old:person/ito' as Reference }, ITO],
    ['not by name alone', { ...ito, reference: 'old:person/ito' as Reference, sameAs: [] }, null],
    ['not by another’s address', { ...ito, reference: 'old:person/ito' as Reference, sameAs: [`${ADDRESS}0`] }, null],
  ])('is found again %s', async (_, subject, found) => {
    expect(await findSubject(knowledge, subject)).toBe(found);
  });

  it('is found by what it is called, with who that was on the day', async () => {
    const found = await findCalled(knowledge, 'ara Kim,', { day: '2025-09-08', origin: 'meta' }, 'en');
    expect(found.map(({ subject, role }) => [subject.reference, role?.text])).toEqual([[KIM, 'Minister']]);
    expect(await findCalled(knowledge, 'Harbour Talks', { day: '2025-09-01', origin: 'meta' }, 'en')).toEqual([]);
    expect(await findCalled(knowledge, 'Nobody Known', { day: '2025-09-08', origin: 'meta' }, 'en')).toEqual([]);
  });
});

describe('the reader’s own records', () => {
  it('are shown, the latest first, and told of', async () => {
    const { own, changed } = setUp();
    await own.put('pins', pin, USUAL);
    await own.put('pins', { subject: kim, at: 9 }, USUAL);
    const id = await own.put('notes', { subject: ito, text: 'Ask.', at: 7 }, USUAL);
    const shown = await own.show(null, null, USUAL);
    expect(shown.pins.map(({ id: pinned }) => pinned)).toEqual([KIM, ITO]);
    expect(shown.notes.map(({ value }) => value.text)).toEqual(['Ask.']);
    await own.remove('notes', id, USUAL);
    expect((await own.show(null, null, USUAL)).notes).toEqual([]);
    expect(changed).toEqual(['pins', 'pins', 'notes', 'notes']);
  });

  it('are known under the reference of today', async () => {
    const { own, recognise, read } = setUp();
    await own.put('pins', { subject: { ...ito, reference: 'old:person/ito' as Reference }, at: 1 }, USUAL);
    await recognise();
    const shown = await own.show(read[0] as PageState, knowledge, USUAL);
    expect(shown.storedAs).toEqual({ [ITO]: 'old:person/ito' });
    expect(shown.article).toEqual({ kind: 'article', ...ARTICLE, day: '2025-09-08' });
  });
});

describe('rules and names in an article', () => {
  it('change nothing where there are none', async () => {
    expect(await setUp().recognise()).toEqual([`Gen Ito = ${ITO} painted answers`, `Ara Kim = ${KIM} painted answers`]);
  });

  it('take effect at the next reading', async () => {
    const { own, recognise } = setUp();
    await recognise();
    const id = await own.put('rules', everywhere, USUAL);
    expect(await recognise()).toEqual([`Ara Kim = ${KIM} painted answers`]);
    await own.remove('rules', id, USUAL);
    expect(await recognise()).toHaveLength(2);
  });

  it('correct a name to what the packs know today', async () => {
    const { own, recognise } = setUp();
    await own.put(
      'rules',
      { ...everywhere, subject: kim, instead: { ...ito, reference: 'old:person/ito' as Reference } },
      USUAL,
    );
    expect(await recognise()).toEqual([`Gen Ito = ${ITO} painted answers`, `Ara Kim = ${ITO} painted answers`]);
  });

  it('never let a page see a name of the reader’s, be it for somebody who is marked elsewhere', async () => {
    const { own, recognise } = setUp();
    await own.put('names', { text: 'Itochan', means: ito, at: 1 }, USUAL);
    await own.put('names', { text: 'Ara', means: { kind: 'own', title: 'My sister', sentence: '' }, at: 1 }, USUAL);
    expect(await recognise(USUAL, `${TEXT} Ara laughed.`)).toEqual([
      `Gen Ito = ${ITO} painted answers`,
      `Ara Kim = ${KIM} painted answers`,
      `Itochan = ${ITO}`,
      expect.stringMatching(/^Ara = my-names:topic\/n-[0-9a-f]{16}$/),
    ]);
  });

  it('are left out where they cannot be read', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const stored = createMemoryOwn();
    let isBroken = true;
    const { own, recognise } = setUp({
      ...stored,
      list: (table) => (isBroken ? Promise.reject(new Error('unreachable')) : stored.list(table)),
    });
    await stored.put('rules', 'r', everywhere);
    expect(await recognise()).toHaveLength(2);
    expect(warned).toHaveBeenCalled();
    warned.mockRestore();
    isBroken = false;
    own.reset();
    expect(await recognise()).toHaveLength(1);
  });
});

describe('the page of a name of the reader’s', () => {
  it('says what they wrote, of no pack and of no day; it goes with the name', async () => {
    const { own, recognise, read } = setUp();
    const means = { kind: 'own', title: 'My sister', sentence: 'Lives in Porto.' } as const;
    const id = await own.put('names', { text: 'Ara', means, at: 1 }, USUAL);
    await recognise(USUAL, 'Ara laughed.');
    const reference = read[0]?.mentions[0]?.entity as Reference;
    const page = async () => {
      const known = await own.join(knowledge, USUAL);
      return describeEntity(known, { reference, asOf: null, beside: [ITO], lang: 'en' }, '2026-11-25');
    };
    const shown = await page();
    expect(shown).toMatchObject({ packs: [], isPrivate: true, isLater: false, lanes: [], events: null });
    expect([shown?.card.name.text, shown?.card.description?.text]).toEqual(['My sister', 'Lives in Porto.']);
    await own.remove('names', id, USUAL);
    expect(await page()).toBeNull();
  });
});

describe('records that are slow to come', () => {
  /** Names and rules that come when they are let; articles wait until their patience is over. */
  function slow(stored: OwnRecords = createMemoryOwn()) {
    const changed: OwnTable[] = [];
    const arriving = Promise.withResolvers<void>();
    const patience = Promise.withResolvers<void>();
    const waits = vi.fn(() => patience.promise);
    const own = createOwn({
      stored: { ...stored, list: (table) => arriving.promise.then(() => stored.list(table)) },
      inPrivate: stored,
      changed: (table) => changed.push(table),
      patience: waits,
    });
    const read = async () => {
      await own.join(knowledge, USUAL);
      const ruled = await own.rule([mention], ARTICLE, knowledge, USUAL);
      await own.isOwnName(knowledge, USUAL);
      return ruled.length;
    };
    return { own, stored, changed, arrive: arriving.resolve, giveUp: patience.resolve, waits, read };
  }
  const mention: Mention = {
    block: 0,
    start: 0,
    end: 7,
    surface: 'Gen Ito',
    entity: ITO,
    score: 1,
    evidence: [{ kind: 'full-name' }],
    rivals: [],
  };

  it('are waited for a little, and that once, whatever is wanted of them', async () => {
    const { own, stored, changed, arrive, waits, read } = slow();
    await stored.put('rules', 'r', everywhere);
    own.prepare();
    expect(waits).not.toHaveBeenCalled();
    const reading = read();
    arrive();
    expect(await reading).toBe(0);
    expect(waits).toHaveBeenCalledTimes(1);
    // They were there in time: there is nothing to be read again.
    expect(changed).toEqual([]);
  });

  it('let articles be read without them, and again once they are there', async () => {
    const { stored, changed, arrive, giveUp, waits, read } = slow();
    await stored.put('rules', 'r', everywhere);
    giveUp();
    expect(await read()).toBe(1);
    expect(await read()).toBe(1);
    expect(waits).toHaveBeenCalledTimes(1);
    expect(changed).toEqual([]);
    arrive();
    await vi.waitFor(() => expect(changed).toEqual(['rules']));
    expect(await read()).toBe(0);
  });

  it('have nothing read again where there are none', async () => {
    const { own, changed, arrive, giveUp, read } = slow();
    giveUp();
    expect(await read()).toBe(1);
    arrive();
    await own.reread();
    expect(changed).toEqual(['pins']);
  });
});

describe('records that have come by another way', () => {
  it('have articles read again where names or rules are others, and only there', async () => {
    const { own, stored, changed, recognise } = setUp();
    expect(await recognise()).toHaveLength(2);
    await stored.put('pins', ITO, pin);
    await own.reread();
    await stored.put('rules', 'r', everywhere);
    await own.reread();
    await own.reread();
    expect(changed).toEqual(['pins', 'rules', 'pins']);
    expect(await recognise()).toHaveLength(1);
  });
});

describe('in a private window', () => {
  it('everything works, and nothing is stored', async () => {
    const { own, stored, recognise, area } = setUp();
    await own.put('pins', pin, USUAL);
    await own.put('pins', { subject: kim, at: 9 }, PRIVATE);
    await own.remove('pins', ITO, PRIVATE);
    await own.put('rules', everywhere, PRIVATE);
    expect((await own.show(null, null, PRIVATE)).pins.map(({ id }) => id)).toEqual([KIM]);
    expect(await recognise(PRIVATE)).toEqual([`Ara Kim = ${KIM} painted answers`]);
    expect((await own.show(null, null, USUAL)).pins.map(({ id }) => id)).toEqual([ITO]);
    expect(await recognise()).toHaveLength(2);
    expect(await stored.list('rules')).toEqual([]);
    // The last private window closes.
    await area.write({});
    own.reset();
    expect((await own.show(null, null, PRIVATE)).pins.map(({ id }) => id)).toEqual([ITO]);
    expect(await recognise(PRIVATE)).toHaveLength(2);
  });

  it('changes that are made at once are all kept', async () => {
    const { own } = setUp();
    await Promise.all([
      own.put('pins', pin, PRIVATE),
      own.put('pins', { subject: kim, at: 9 }, PRIVATE),
      own.put('notes', { subject: kim, text: 'x', at: 9 }, PRIVATE),
    ]);
    const shown = await own.show(null, null, PRIVATE);
    expect([shown.pins.length, shown.notes.length]).toEqual([2, 1]);
  });
});
