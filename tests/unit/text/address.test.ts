import { describe, expect, it } from 'vitest';
import { readableHost } from '../../../lib/text/address';

describe('the host of an address', () => {
  it.each([
    ['https://www.News.Example/a?b#c', 'www.news.example'],
    ['http://news.example', 'news.example'],
    ['https://news.example:8443/a', 'news.example'],
    ['https://user:word@news.example/a', 'news.example'],
    ['https://news.example?@evil.example/', 'news.example'],
    ['https://[::1]/a', '[::1]'],
    ['about:blank', null],
    ['moz-extension://x/popup.html', null],
    ['view-source:https://news.example/', null],
    ['javascript:https://news.example/', null],
    ['', null],
    [null, null],
  ])('of %s is %s', (url, expected) => {
    expect(readableHost(url)).toBe(expected);
  });
});
