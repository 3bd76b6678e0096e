/** How the panel reads: as of which day, beside which names, in which language. What a search and an entity's page are built for. */
import { type ArticleContext, buildArticleContext } from '../briefing/article-context';
import type { Facts } from '../briefing/facts';
import type { AsOf } from '../model/article';
import type { Reference } from '../model/ids';
import type { InterfaceLanguage } from '../model/localized';
import { dayOf } from './article-facts';

export interface Reading {
  /** Of the article in front; `null` where there is none: as of today. */
  readonly asOf: AsOf | null;
  /** Who and what the article names, `MAX_BESIDE` (`lib/text/limits`) at most. */
  readonly beside: readonly Reference[];
  readonly lang: InterfaceLanguage;
}

/** The day that is read as of; `today` in the reader's own calendar. */
export const asOfReading = ({ asOf }: Reading, today: string): AsOf => asOf ?? { day: today, origin: 'none' };

/** What the builders need to know of a reading. */
export const contextOf = (facts: Facts, named: ReadonlySet<Reference>, asOf: AsOf, { lang }: Reading): ArticleContext =>
  buildArticleContext(facts, named, asOf, dayOf(asOf), lang);
