/** What an article says of time, held against the record: read once its names are answered, for its text is needed. */
import { toClaimRecord } from '../briefing/claim-record';
import type { Claim } from '../claims/claim';
import { datedExpressions, needsOf, readClaims } from '../claims/read-claims';
import type { AsOf, Mention, TextBlock } from '../model/article';
import type { Reference } from '../model/ids';
import { dayOf } from './article-facts';
import { gatherFacts } from './gather-facts';
import type { Knowledge } from './knowledge';
import { namedIn } from './page-state';
import { runInSlices, type Slices } from './slices';

/** An article with its names. */
export interface ReadArticle {
  readonly blocks: readonly TextBlock[];
  readonly lang: string;
  readonly mentions: readonly Mention[];
  readonly asOf: AsOf;
}

/** Claims in order of reading; none for an article without a date of its own, whose "last December" points nowhere. */
export async function readArticleClaims(
  knowledge: Knowledge,
  { blocks, lang, mentions, asOf }: ReadArticle,
  slices: Slices,
): Promise<readonly Claim[]> {
  if (asOf.origin === 'none') return [];
  const day = dayOf(asOf);
  const expressions = await runInSlices(datedExpressions(blocks, lang, day), { slices });
  if (expressions.length === 0) return [];
  const named = namedIn(mentions);
  const facts = await gatherFacts(knowledge, named, day, [], needsOf(expressions));
  await slices.pause();
  const record = toClaimRecord(facts, named);
  await slices.pause();
  return runInSlices(readClaims(expressions, mentions, record, day), { slices });
}

/** Records by which claims are shown: the events they refer to, and the countries they compare with. */
export const shownIn = (claims: readonly Claim[]): Reference[] =>
  claims.flatMap(({ events, missing }) => [...events, ...(missing?.what === 'comparison' ? missing.with : [])]);
