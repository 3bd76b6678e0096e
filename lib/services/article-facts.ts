/** The facts of an article and what it is about: what every card, cast and timeline is built from. */
import { type ArticleContext, buildArticleContext } from '../briefing/article-context';
import type { Facts } from '../briefing/facts';
import { readDates } from '../briefing/timeline-events';
import type { AsOf, Mention } from '../model/article';
import type { Reference } from '../model/ids';
import type { InterfaceLanguage } from '../model/localized';
import { parseEdtf } from '../text/edtf';
import { gatherFacts } from './gather-facts';
import type { Knowledge } from './knowledge';
import { namedIn } from './page-state';
import { IN_ONE_GO, runInSlices, type Slices } from './slices';

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

interface GatherOptions {
  /** Further records of which there are to be facts. */
  readonly others?: readonly Reference[];
  /** Where others wait for their turn. */
  readonly slices?: Slices;
}

/** Facts on everything the mentions name, and on what else their forms could have meant. */
export async function gatherArticle(
  knowledge: Omit<Knowledge, 'index'>,
  mentions: readonly NamingMention[],
  asOf: AsOf,
  lang: InterfaceLanguage,
  { others = [], slices = IN_ONE_GO }: GatherOptions = {},
): Promise<ArticleFacts> {
  const asOfDay = dayOf(asOf);
  const named = namedIn(mentions);
  const wanted = [...mentions.flatMap(witnessesOf), ...others];
  const facts = await gatherFacts(knowledge, named, asOfDay, wanted, {}, slices.pause);
  await slices.pause();
  await runInSlices(readDates(facts), { slices });
  return { facts, context: buildArticleContext(facts, named, asOf, asOfDay, lang) };
}
