/** What popup and panel show of a tab, state by state. */
import { describe, expect, it } from 'vitest';
import type { PageStatus } from '../../../lib/briefing/view-models';
import { describeTab, type TabFacts } from '../../../lib/services/describe-tab';
import type { PageState } from '../../../lib/services/page-state';
import { anEntity, buildKnowledge, ref } from '../../support/build-facts';

const asOf = { day: '2025-09-08', origin: 'json-ld' } as const;
const article = { url: 'https://news.example/a', host: 'news.example', title: 'A', siteName: 'News', lang: 'en' };
const mention = {
  block: 0,
  start: 0,
  end: 7,
  surface: 'Gen Ito',
  entity: ref('person/gen-ito'),
  evidence: [],
  rivals: [],
  paint: true,
};
const state: PageState = {
  page: 'p1',
  status: 'ready',
  article,
  asOf,
  blocks: [{ id: 0, length: 20, kind: 'text', section: 0 }],
  mentions: [mention],
  private: false,
};
const tab: TabFacts = {
  url: 'https://news.example/a',
  state,
  isOwn: false,
  siteOn: true,
  hasAccess: true,
  lang: 'en',
  knowledgeFailed: false,
  installing: null,
};
const host = 'news.example';

const knowledge = await buildKnowledge([anEntity('person/gen-ito')]);

describe('a tab', () => {
  it.each<[what: string, tab: TabFacts, status: PageStatus]>([
    ['of the browser’s own pages', { ...tab, url: 'chrome://settings', state: null }, { state: 'unreadable' }],
    ['whose address is not to be seen', { ...tab, url: null }, { state: 'unseen' }],
    ['of a file', { ...tab, url: 'file:///a.html', state: null }, { state: 'unreadable' }],
    ['whose site is off', { ...tab, siteOn: false }, { state: 'off', host, isAllowed: true }],
    [
      'whose site is off and may not be read',
      { ...tab, siteOn: false, hasAccess: false },
      { state: 'off', host, isAllowed: false },
    ],
    ['that may not be read', { ...tab, hasAccess: false, state: null }, { state: 'no-access', host }],
    ['that nothing has come from yet', { ...tab, state: null }, { state: 'reading', host }],
    ['without an article', { ...tab, state: { ...state, status: 'not-article' } }, { state: 'not-article', host }],
    [
      'that names nobody',
      { ...tab, state: { ...state, mentions: [] } },
      { state: 'empty', host, asOf, packs: 1, coverageTo: '2026-10-06' },
    ],
    [
      'of our own, whatever its switch',
      { ...tab, url: null, isOwn: true, siteOn: false, state: null },
      { state: 'reading', host: '' },
    ],
  ])('%s', async (_, facts, status) => {
    expect(await describeTab(facts, knowledge)).toEqual(status);
  });

  it('says what is still being installed beside what is known already', async () => {
    const installing = { done: 62_000, total: 90_000 };
    expect(await describeTab({ ...tab, state: null, installing }, knowledge)).toEqual({
      state: 'reading',
      host,
      installing,
    });
    expect(await describeTab({ ...tab, installing }, knowledge)).toMatchObject({ state: 'ready', installing });
    expect(await describeTab({ ...tab, siteOn: false, installing }, knowledge)).toEqual({
      state: 'off',
      host,
      isAllowed: true,
    });
  });

  it('is waited for while packs are being installed', async () => {
    expect(await describeTab(tab, null)).toEqual({ state: 'installing', host, done: 0, total: 0 });
  });

  it('has its briefing', async () => {
    const status = await describeTab(tab, knowledge);
    expect(status).toMatchObject({ state: 'ready', host, briefing: { title: 'A', host, asOf, names: 1 } });
    expect(status.state === 'ready' && status.briefing.cast.map(({ name }) => name.text)).toEqual(['Gen Ito']);
  });

  it('says so when the packs could not be installed', async () => {
    expect(await describeTab({ ...tab, knowledgeFailed: true }, null)).toEqual({ state: 'failed', host });
  });

  it('that named only what is no longer known has no names', async () => {
    const gone = { ...mention, entity: ref('person/nobody') };
    expect(await describeTab({ ...tab, state: { ...state, mentions: [gone] } }, knowledge)).toMatchObject({
      state: 'empty',
      host,
    });
  });
});
