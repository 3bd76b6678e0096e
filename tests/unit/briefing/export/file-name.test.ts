import { describe, expect, it } from 'vitest';
import { citeArticle } from '../../../../lib/briefing/export/article-citation';
import { briefingFileName } from '../../../../lib/briefing/export/file-name';
import type { BriefingModel } from '../../../../lib/briefing/view-models';
import { readWords } from '../../../support/read-words';

const asOf = { day: '2025-09-08', origin: 'json-ld' } as const;

describe('the name of a saved briefing', () => {
  it.each([
    ['Japan and South Korea agree', '2025-09-08 Japan and South Korea agree.md'],
    ['日韓防衛相が会談', '2025-09-08 日韓防衛相が会談.md'],
    ['../../etc/passwd', '2025-09-08 etc passwd.md'],
    ['a\u202egnp.exe\u0000', '2025-09-08 agnp.exe.md'],
    ['  ...  ', '2025-09-08 news.example.md'],
    ['CON: "x" <y>|z?*', '2025-09-08 CON x y z.md'],
    [`${'𠮷'.repeat(80)}`, `2025-09-08 ${'𠮷'.repeat(60)}.md`],
  ])('of %j is %j', (title, expected) => {
    const name = briefingFileName({ title, host: 'news.example', asOf });
    expect(name).toBe(expected);
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
  });
});

describe('the citation of an article', () => {
  const model = {
    title: 'Talks [in] Seoul',
    siteName: 'The News',
    host: 'news.example',
    asOf,
    packs: [{ id: 'visits', title: { text: 'Visits', lang: 'en' }, version: '3', coverageTo: '2026-10-06' }],
  } as unknown as BriefingModel;
  const cited = citeArticle(model, { url: 'https://news.example/a?utm_source=x', asOf }, readWords('en'));

  it('names the article, the day and the packs', () => {
    expect(cited.plain).toBe(
      'The News, “Talks [in] Seoul”, 8 Sep 2025, https://news.example/a. Background as of 8 Sep 2025 from Sidelight: Visits, version 3.',
    );
    expect(cited.markdown).toBe(
      'The News, “[Talks \\[in\\] Seoul](https://news.example/a)”, 8 Sep 2025. Background as of 8 Sep 2025 from Sidelight: Visits, version 3.',
    );
    expect(cited.csl).toEqual([
      {
        id: 'https://news.example/a',
        type: 'article-newspaper',
        title: 'Talks [in] Seoul',
        'container-title': 'The News',
        URL: 'https://news.example/a',
        issued: { 'date-parts': [[2025, 9, 8]] },
        note: 'Background as of 8 Sep 2025 from Sidelight: Visits, version 3.',
      },
    ]);
  });

  it('has no date where none was found', () => {
    const undated = citeArticle(model, { url: null, asOf: { ...asOf, origin: 'none' } }, readWords('en'));
    expect(undated.plain).toMatch(/^The News, “Talks \[in\] Seoul”\. Background/);
    expect(undated.csl[0]).not.toHaveProperty('issued');
  });
});
