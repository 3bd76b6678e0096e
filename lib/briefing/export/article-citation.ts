/** The article itself as a citation, with the record that it was read with. */
import type { BriefingModel, SourceModel } from '../view-models';
import type { Words } from '../words';
import { type CslItem, sourceItem } from './csl';
import { markdownInline, markdownLine, markdownLink } from './markdown-text';
import type { CitedArticle } from './outline-briefing';
import { plainText } from './plain-text';
import { citedAddress } from './web-address';

export interface ArticleCitation {
  readonly plain: string;
  readonly markdown: string;
  readonly csl: readonly CslItem[];
}

export function citeArticle(model: BriefingModel, own: CitedArticle, words: Words): ArticleCitation {
  const { title, siteName, host, asOf, packs } = model;
  const article: SourceModel = {
    title,
    publisher: siteName || host,
    kind: 'news',
    url: citedAddress(own.url),
    archived: null,
    published: own.asOf.origin === 'none' ? null : own.asOf.day,
    lang: null,
  };
  const background = words.t('citeBackground', {
    date: words.date(asOf.day),
    packs: new Intl.ListFormat(words.lang).format(
      packs.map((pack) => words.t('citePack', { pack: plainText(pack.title.text), version: plainText(pack.version) })),
    ),
  });
  const date = article.published === null ? '' : words.date(article.published);
  const listed = (parts: readonly string[]) => parts.filter((part) => part !== '').join(', ');
  const publisher = plainText(article.publisher);
  return {
    plain: `${listed([publisher, words.t('quoted', { text: plainText(title) }), date, article.url ?? ''])}. ${background}`,
    markdown: markdownLine(
      `${listed([markdownInline(publisher), words.t('quoted', { text: markdownLink(title, article.url) }), markdownInline(date)])}. ${markdownInline(background)}`,
    ),
    csl: [{ ...sourceItem(article, article.url ?? publisher), note: background }],
  };
}
