/** The facts of an article and what it is about: what every card, cast and timeline is built from. */
import { type ArticleContext, buildArticleContext } from '../briefing/article-context';
import type { Facts } from '../briefing/facts';
import type { AsOf, Mention } from '../model/article';
import type { Reference } from '../model/ids';
import type { InterfaceLanguage } from '../model/localized';
import { parseEdtf } from '../text/edtf';
import { gatherFacts } from './gather-facts';
import type { Knowledge } from './knowledge';
import { namedIn } from './page-state';

export interface ArticleFacts {
  readonly facts: Facts;
  readonly context: ArticleContext;
}

type NamingMention = Pick<Mention, 'entity' | 'candidates' | 'rivals' | 'evidence'>;

/** Day number of an as-of date; its schema has seen to it that there is one. */
export const dayOf = ({ day }: AsOf): number => parseEdtf(day)?.first ?? 0;

/** What "why this?" names besides: what the form could have meant, and what spoke for the choice. */
const witnessesOf = ({ rivals, evidence }: NamingMention): Reference[] => [
  ...rivals.map(({ entity }) => entity),
  ...evidence.flatMap((reason) => (reason.kind === 'context' ? [reason.with as Reference] : [])),
];

/** Facts on everything the mentions name, and on what else their forms could have meant; `others`: of further records. */
export async function gatherArticle(
  knowledge: Omit<Knowledge, 'index'>,
  mentions: readonly NamingMention[],
  asOf: AsOf,
  lang: InterfaceLanguage,
  others: readonly Reference[] = [],
): Promise<ArticleFacts> {
  const asOfDay = dayOf(asOf);
  const named = namedIn(mentions);
  const facts = await gatherFacts(knowledge, named, asOfDay, [...mentions.flatMap(witnessesOf), ...others]);
  return { facts, context: buildArticleContext(facts, named, asOf, asOfDay, lang) };
}
