/** History: off until switched on, no longer than wanted, never of private windows; and the erasure of everything. */
import { describe, expect, it } from 'vitest';
import { eraseEverything, resumeErasure } from '../../../../lib/services/own/erase';
import { createHistory } from '../../../../lib/services/own/keep-history';
import { type HistoryChoice, NO_HISTORY } from '../../../../lib/services/own/ports';
import type { PageState } from '../../../../lib/services/page-state';
import { anEntity, buildKnowledge, ref } from '../../../support/build-facts';
import { createMemoryHistory } from '../../../support/memory-own';

const DAY = 24 * 60 * 60 * 1000;
const knowledge = await buildKnowledge([anEntity('person/gen-ito'), anEntity('person/ara-kim')]);

function setUp(choice: Partial<HistoryChoice> = {}) {
  let now = 100 * DAY;
  let chosen: HistoryChoice = { ...NO_HISTORY, ...choice };
  const alarms: boolean[] = [];
  const history = createHistory({
    store: createMemoryHistory(),
    choice: async () => chosen,
    async setChoice(next) {
      chosen = next;
    },
    knowledge: async () => knowledge,
    lang: async () => 'en',
    now: () => now,
    async setAlarm(isWanted) {
      alarms.push(isWanted);
    },
  });
  return {
    history,
    alarms,
    pass(ms: number) {
      now += ms;
    },
    urls: async () => (await history.show()).entries.map(({ article }) => article.url),
  };
}

const state = (path: string, fields: Partial<PageState> = {}): PageState => ({
  page: 'p',
  status: 'ready',
  article: {
    url: `https://news.example/${path}`,
    host: 'news.example',
    title: `Title ${path}`,
    siteName: 'News',
    lang: 'en',
  },
  asOf: { day: '2025-09-08', origin: 'meta' },
  blocks: [{ id: 0, length: 40, kind: 'text', section: 0 }],
  mentions: ['person/ara-kim', 'person/gen-ito', 'person/gen-ito'].map((id, i) => ({
    block: 0,
    start: i * 10,
    end: i * 10 + 7,
    surface: id,
    entity: ref(id),
    evidence: [],
    rivals: [],
    paint: true,
  })),
  private: false,
  ...fields,
});

describe('history', () => {
  it('is off until it is switched on', async () => {
    const { history, urls } = setUp();
    expect(await history.note(1, state('a'))).toBe(false);
    expect(await urls()).toEqual([]);
    await history.choose({ isOn: true, days: 30 });
    expect(await history.note(1, state('a'))).toBe(true);
    expect(await history.show()).toEqual({
      isOn: true,
      days: 30,
      count: 1,
      entries: [
        {
          article: {
            kind: 'article',
            url: 'https://news.example/a',
            host: 'news.example',
            title: 'Title a',
            siteName: 'News',
            lang: 'en',
            day: '2025-09-08',
          },
          at: 100 * DAY,
          names: ['Ara Kim', 'Gen Ito'],
        },
      ],
    });
  });

  it.each<[what: string, fields: Partial<PageState>]>([
    ['a private window', { private: true }],
    ['what is no article', { status: 'not-article' }],
    ['an address that is none of the web', { article: { ...state('a').article, url: 'file:///home/a.html' } }],
  ])('keeps nothing of %s', async (_, fields) => {
    const { history, urls } = setUp({ isOn: true });
    expect(await history.note(1, state('a', fields))).toBe(false);
    expect(await urls()).toEqual([]);
  });

  it('has an article once, with when it was read last', async () => {
    const { history, pass, urls } = setUp({ isOn: true });
    await history.note(1, state('a'));
    await history.note(1, state('b'));
    pass(DAY);
    await history.note(2, state('a'));
    expect(await urls()).toEqual(['https://news.example/a', 'https://news.example/b']);
    // The page changes while it is read.
    expect(await history.note(2, state('a'))).toBe(false);
  });

  it.each<[days: HistoryChoice['days'], left: number]>([
    [7, 0],
    [30, 1],
    [90, 2],
    [0, 3],
  ])('forgets after %s days, when it is looked at', async (days, left) => {
    const { history, pass, urls } = setUp({ isOn: true, days: 0 });
    await history.note(1, state('a'));
    pass(70 * DAY);
    await history.note(1, state('b'));
    pass(20 * DAY);
    await history.note(1, state('c'));
    pass(10 * DAY + 1);
    await history.choose({ isOn: true, days });
    expect(await urls()).toHaveLength(left);
  });

  it('forgets by the alarm too, which is set where there is something to forget', async () => {
    const { history, alarms, pass, urls } = setUp();
    await history.prune();
    await history.choose({ isOn: true, days: 7 });
    await history.note(1, state('a'));
    await history.choose({ isOn: false, days: 7 });
    await history.prune();
    expect(alarms).toEqual([false, true, true, true]);
    pass(8 * DAY);
    await history.prune();
    expect(await urls()).toEqual([]);
  });

  it('forgets one article, or all, and writes down what is read after', async () => {
    const { history, urls } = setUp({ isOn: true });
    for (const path of ['a', 'b', 'c']) await history.note(1, state(path));
    await history.forget('https://news.example/b');
    expect(await urls()).toHaveLength(2);
    await history.forget(null);
    expect(await urls()).toEqual([]);
    await history.note(1, state('c'));
    expect(await urls()).toHaveLength(1);
  });

  it('ends with the switch, also while names are being looked for', async () => {
    const { history, urls } = setUp({ isOn: true });
    const noting = history.note(1, state('a'));
    await history.choose({ isOn: false, days: 30 });
    expect(await noting).toBe(false);
    expect(await urls()).toEqual([]);
  });
});

describe('the erasure of everything', () => {
  /** Three stores, and a browser that dies in a step. */
  function erasure(diesIn: number) {
    const kept = { begun: false, alone: false, stores: [true, true, true], erased: 0 };
    let step = 0;
    const ports = {
      hasBegun: async () => kept.begun,
      async begin() {
        kept.begun = true;
      },
      async end() {
        kept.begun = false;
      },
      async alone(steps: () => Promise<void>) {
        kept.alone = true;
        await steps().finally(() => {
          kept.alone = false;
        });
      },
      steps: [0, 1, 2].map((store) => async () => {
        step += 1;
        if (step === diesIn || !kept.alone) throw new Error('killed');
        kept.stores[store] = false;
      }),
      erased: () => {
        kept.erased += 1;
      },
    };
    return { kept, ports };
  }

  it.each([1, 2, 3])('that dies in step %i goes on at the next start', async (diesIn) => {
    const { kept, ports } = erasure(diesIn);
    await expect(eraseEverything(ports)).rejects.toThrow('killed');
    expect(kept).toMatchObject({ begun: true, erased: 0 });
    await resumeErasure(ports);
    expect(kept).toEqual({ begun: false, alone: false, stores: [false, false, false], erased: 1 });
  });

  it('does nothing at a start where none has begun', async () => {
    const { kept, ports } = erasure(9);
    await resumeErasure(ports);
    expect(kept).toEqual({ begun: false, alone: false, stores: [true, true, true], erased: 0 });
  });
});
