/** What is shown of an article that the panel is held on, whatever its tab does. */
import { describe, expect, it } from 'vitest';
import type { Reference } from '../../../lib/model/ids';
import { describeTab } from '../../../lib/services/describe-tab';
import { type HeldArticle, heldState, isOpenAt } from '../../../lib/services/hold-article';
import type { PageState } from '../../../lib/services/page-state';
import { anEntity, buildKnowledge, ref } from '../../support/build-facts';

const URL = 'https://news.example/a?id=7';

const stateOf = (url: string, title: string, day = '2025-09-08'): PageState => ({
  page: 'p',
  status: 'ready',
  article: { url, host: 'news.example', title, siteName: 'News', lang: 'en' },
  asOf: { day, origin: 'json-ld' },
  blocks: [{ id: 0, length: 40, kind: 'text', section: 0 }],
  mentions: [
    {
      block: 0,
      start: 0,
      end: 7,
      surface: 'Gen Ito',
      entity: ref('person/gen-ito') as Reference,
      evidence: [],
      rivals: [],
      paint: true,
    },
  ],
  private: false,
});
const held: HeldArticle = { tabId: 1, windowId: 2, url: URL, title: 'Talks', state: stateOf(URL, 'Talks') };

describe('what is known of a held article', () => {
  it.each([
    ['its tab’s, while that shows it', stateOf(URL, 'Talks', '2025-09-09'), '2025-09-09'],
    ['what was kept, when its tab shows another', stateOf('https://news.example/b', 'Others'), '2025-09-08'],
    ['what was kept, when its tab is closed', null, '2025-09-08'],
  ])('is %s', (_, live, day) => {
    const state = heldState(held, live);
    expect(state?.article.title).toBe('Talks');
    expect(state?.asOf.day).toBe(day);
  });

  it('is nothing in a private window once the tab has gone elsewhere', () => {
    expect(heldState({ ...held, state: null }, stateOf('https://news.example/b', 'Others'))).toBeNull();
  });

  it.each([
    [URL, true],
    [`${URL}#part`, true],
    ['https://news.example/a?id=8', false],
    [null, false],
  ])('at %s: is open %s', (url, expected) => {
    expect(isOpenAt(held, url)).toBe(expected);
  });

  it('makes a briefing as if the tab were still there', async () => {
    const knowledge = await buildKnowledge([anEntity('person/gen-ito')]);
    const status = await describeTab(
      {
        url: held.url,
        state: heldState(held, null),
        isOwn: false,
        siteOn: true,
        hasAccess: true,
        lang: 'en',
        knowledgeFailed: false,
        installing: null,
      },
      knowledge,
    );
    expect(status).toMatchObject({
      state: 'ready',
      briefing: { title: 'Talks', cast: [{ name: { text: 'Gen Ito' } }] },
    });
  });
});
