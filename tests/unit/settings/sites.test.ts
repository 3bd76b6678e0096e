/** Sites: which one a host belongs to. */
import { describe, expect, it } from 'vitest';
import { NEWS_SITES } from '../../../lib/settings/news-sites';
import { LISTED_NAMES, listedSite, patternOf, siteOf } from '../../../lib/settings/sites';

describe('the list', () => {
  it('has a name for every pattern of the manifest, each once, and knows its own names', () => {
    expect(LISTED_NAMES).toHaveLength(NEWS_SITES.length);
    expect(new Set(LISTED_NAMES).size).toBe(NEWS_SITES.length);
    expect(LISTED_NAMES.filter((name) => listedSite(name) !== name)).toEqual([]);
  });

  it.each([
    ['www.japantimes.co.jp', 'japantimes.co.jp'],
    ['en.yna.co.kr', 'yna.co.kr'],
    ['apnews.com', 'apnews.com'],
    ['hosted.apnews.com', null],
    ['evil-japantimes.co.jp', null],
    ['co.jp', null],
    ['news.example', null],
  ])('%s belongs to %s', (host, site) => {
    expect(listedSite(host)).toBe(site);
    expect(siteOf(host)).toBe(site ?? host);
  });

  it('asks for a site of the reader’s own and for nothing above or below it', () => {
    expect(patternOf('news.example')).toBe('*://news.example/*');
    expect(patternOf('japantimes.co.jp')).toBe('*://*.japantimes.co.jp/*');
  });
});
