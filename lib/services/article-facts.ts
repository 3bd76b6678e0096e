/** The facts of an article and what it is about: what every card, cast and timeline is built from. */
import { type ArticleContext, buildArticleContext } from '../briefing/article-context';
import type { Facts } from '../briefing/facts';
import type { AsOf } from '../model/article';
import type { Reference } from '../model/ids';
import type { InterfaceLanguage } from '../model/localized';
import { parseEdtf } from '../text/edtf';
import { gatherFacts } from './gather-facts';
import type { Knowledge } from './knowledge';

export interface ArticleFacts {
  readonly facts: Facts;
  readonly context: ArticleContext;
}

/** Day number of an as-of date; its schema has seen to it that there is one. */
export const dayOf = ({ day }: AsOf): number => parseEdtf(day)?.first ?? 0;

export async function gatherArticle(
  knowledge: Knowledge,
  named: ReadonlySet<Reference>,
  asOf: AsOf,
  lang: InterfaceLanguage,
): Promise<ArticleFacts> {
  const asOfDay = dayOf(asOf);
  const facts = await gatherFacts(knowledge.index, knowledge.headers, knowledge, named, asOfDay);
  return { facts, context: buildArticleContext(facts, named, asOf, asOfDay, lang) };
}
