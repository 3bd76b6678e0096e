/** What the stores say of Sidelight, in three languages: no more than it does, and the same in each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTERFACE_LANGUAGES } from '../../../lib/model/localized';
import { NEWS_SITES } from '../../../lib/settings/news-sites';

const ROOT = join(import.meta.dirname, '../../..');
/** Limits of the Chrome Web Store; those of the other stores are wider. */
const [MAX_SUMMARY, MAX_TEXT] = [132, 16_000];
const SITES = String(NEWS_SITES.length);
const COUNTRIES = String(new Set(NEWS_SITES.map(({ country }) => country)).size);

const textOf = (lang: string): string => readFileSync(join(ROOT, `tests/store/${lang}.md`), 'utf8');
/** Beginning of each line, which says what it is. */
const shapeOf = (text: string): string[] =>
  text.split('\n').map((line) => /^(?:# |- |)/.exec(line)?.[0] + (line && '…'));

describe.each(INTERFACE_LANGUAGES)('the text of the stores in %s', (lang) => {
  const text = textOf(lang);
  const summary = text.split('\n')[2] ?? '';

  it('begins with what the browser’s list of extensions says, and is short enough', () => {
    const catalogue = JSON.parse(readFileSync(join(ROOT, `public/_locales/${lang}/messages.json`), 'utf8')) as {
      extDescription: { message: string };
    };
    expect(summary).toBe(catalogue.extDescription.message);
    expect([...summary].length).toBeLessThanOrEqual(MAX_SUMMARY);
    expect([...text].length).toBeLessThanOrEqual(MAX_TEXT);
  });

  it('says the same as the English one, part by part, and counts right', () => {
    expect(shapeOf(text)).toEqual(shapeOf(textOf('en')));
    expect(text).toContain(SITES);
    expect(text).toContain(COUNTRIES);
  });

  it('promises nothing that Sidelight does not claim to be', () => {
    expect(text).not.toMatch(
      /[!！]|\bAI\b|人工知能|인공지능|fact.?check|ファクトチェック|팩트체크|verified|unbiased|\bbest\b/i,
    );
  });
});
