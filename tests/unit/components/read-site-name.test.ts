/** What a reader may type for a site. */
import { describe, expect, it } from 'vitest';
import { readSiteName } from '../../../components/sites/read-site-name';
import { NEWS_SITES } from '../../../lib/settings/news-sites';

describe('what a reader types', () => {
  it.each([
    ['news.example', 'news.example'],
    [' https://www.News.Example/a?b#c ', 'www.news.example'],
    ['http://news.example:8080/', 'news.example'],
    ['新聞.example', 'xn--efvv70d.example'],
    ['', null],
    ['news', null],
    ['two words.example', null],
    ['file:///etc/passwd', null],
    ['chrome://settings', null],
    ['https://', null],
    ['*.example.com', null],
    ['[::1]', null],
  ])('“%s” is the site %s', (typed, site) => {
    expect(readSiteName(typed)).toBe(site);
  });

  it('may be any name of our list', () => {
    expect(NEWS_SITES.filter(({ site }) => readSiteName(site) !== site)).toEqual([]);
  });
});
