import { describe, expect, it } from 'vitest';
import { type Localized, pickText } from '../../../lib/model/localized';

const THREE: Localized = { en: 'Japan', ja: '日本', ko: { text: '일본', auto: true } };

describe('pickText', () => {
  it.each<[string, Localized | undefined, string, unknown]>([
    ["the reader's language", THREE, 'ja', { text: '日本', lang: 'ja' }],
    ['an unverified text, and says so', THREE, 'ko', { text: '일본', lang: 'ko', auto: true }],
    ['English for want of it', THREE, 'fr', { text: 'Japan', lang: 'en', fallback: true }],
    [
      'the first there is for want of English',
      { ja: '日本', ko: '일본' },
      'fr',
      { text: '日本', lang: 'ja', fallback: true },
    ],
    [
      'a fallback that is unverified',
      { ja: { text: '日本', auto: true } },
      'en',
      { text: '日本', lang: 'ja', fallback: true, auto: true },
    ],
    ['English for an English reader without calling it a fallback', THREE, 'en', { text: 'Japan', lang: 'en' }],
    ['nothing of nothing', {}, 'en', null],
    ['nothing of an absent text', undefined, 'en', null],
  ])('picks %s', (_, value, lang, shown) => expect(pickText(value, lang)).toEqual(shown));

  it('is not deceived by what every object inherits', () => {
    expect(pickText({ en: 'Japan' }, 'constructor')).toEqual({ text: 'Japan', lang: 'en', fallback: true });
  });
});
