import { describe, expect, it } from 'vitest';
import { isOfAddress, type PageState } from '../../../lib/services/page-state';

const state: PageState = {
  page: 'p1',
  status: 'ready',
  article: { url: 'https://news.example/a?b=1', host: 'news.example', title: 'A', siteName: 'News', lang: 'en' },
  asOf: { day: '2025-09-08', origin: 'json-ld' },
  blocks: [],
  mentions: [],
  private: false,
};

describe('what is known of a tab', () => {
  it.each([
    ['https://news.example/a?b=1', true],
    ['https://news.example/a?b=1#comments', true],
    ['https://news.example/a', false],
    ['https://news.example/b', false],
    ['https://other.example/a?b=1', false],
    ['chrome://settings', false],
    [null, false],
  ])('holds at %s: %s', (url, holds) => {
    expect(isOfAddress(state, url)).toBe(holds);
  });

  it('holds at an address that was cut to fit a message', () => {
    const url = `https://news.example/${'a'.repeat(3_000)}`;
    const cut = { ...state, article: { ...state.article, url: url.slice(0, 2_000) } };
    expect(isOfAddress(cut, url)).toBe(true);
  });
});
