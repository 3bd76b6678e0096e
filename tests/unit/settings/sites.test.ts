/** Sites: which one a host belongs to. */
import { describe, expect, it } from 'vitest';
import { NEWS_SITES } from '../../../lib/settings/news-sites';
import { LISTED_PATTERNS, listedSite, patternOf, siteOf } from '../../../lib/settings/sites';

describe('the list', () => {
  it('names at least 300 sites of 40 countries, each once, and none below another', () => {
    expect(NEWS_SITES.length).toBeGreaterThanOrEqual(300);
    expect(new Set(NEWS_SITES.map(({ country }) => country)).size).toBeGreaterThanOrEqual(40);
    expect(new Set(LISTED_PATTERNS).size).toBe(NEWS_SITES.length);
    expect(NEWS_SITES.filter(({ site }) => listedSite(site) !== site)).toEqual([]);
    expect(NEWS_SITES.filter(({ site }) => listedSite(site.slice(site.indexOf('.') + 1)) !== null)).toEqual([]);
  });

  it.each([
    ['en', 200],
    ['ja', 30],
    ['ko', 40],
    ['zh', 40],
  ])('has enough in %s', (wanted, least) => {
    expect(NEWS_SITES.filter(({ language }) => language === wanted).length).toBeGreaterThanOrEqual(least);
  });

  it('has countries and languages that readers can be told of', () => {
    const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    expect(NEWS_SITES.filter(({ country }) => !regions.of(country))).toEqual([]);
    expect(NEWS_SITES.filter(({ language }) => !languages.of(language))).toEqual([]);
  });

  it('has no name as wide as what countries give out, and no portal with its readers’ mail', () => {
    expect(NEWS_SITES.filter(({ site }) => /^(?:co|com|or|ne|go|org|net|gov)\.\w\w$/.test(site))).toEqual([]);
    for (const portal of [
      'yahoo.co.jp',
      'naver.com',
      'daum.net',
      'qq.com',
      '163.com',
      'sina.com.cn',
      'uol.com.br',
      'globo.com',
    ])
      expect(listedSite(`mail.${portal}`), portal).toBeNull();
  });

  it.each([
    ['www.japantimes.co.jp', 'japantimes.co.jp'],
    ['en.yna.co.kr', 'yna.co.kr'],
    ['apnews.com', 'apnews.com'],
    ['hosted.apnews.com', 'apnews.com'],
    ['notapnews.com', null],
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
