/** Reads the claims of a text as the terminal and the background do: recognition, facts, record, claims. */
import { toClaimRecord } from '../../lib/briefing/claim-record';
import type { Claim } from '../../lib/claims/claim';
import { datedExpressions, needsOf, readClaims } from '../../lib/claims/read-claims';
import type { TextBlock } from '../../lib/model/article';
import { parseReference } from '../../lib/model/ids';
import { resolve } from '../../lib/recognition/resolve';
import { gatherFacts } from '../../lib/services/gather-facts';
import type { Knowledge } from '../../lib/services/knowledge';
import { namedIn } from '../../lib/services/page-state';
import { parseEdtf } from '../../lib/text/edtf';

export async function claimsOf(
  knowledge: Knowledge,
  blocks: readonly TextBlock[],
  { day, lang }: { day: string; lang: string },
): Promise<Claim[]> {
  const asOf = parseEdtf(day)?.first;
  if (asOf === undefined) throw new Error(`${day} is not a day`);
  const mentions = resolve(knowledge.index, blocks, { asOfDay: asOf });
  const named = namedIn(mentions);
  const expressions = datedExpressions(blocks, lang, asOf);
  const facts = await gatherFacts(knowledge, named, asOf, [], needsOf(expressions));
  return readClaims(expressions, mentions, toClaimRecord(facts, named), asOf);
}

/** One block of running text. */
export const aBlock = (text: string, id = 0): TextBlock => ({ id, text, kind: 'text', section: 0 });

/** `event/x` of a stored reference. */
export const shortId = (reference: string): string => parseReference(reference)?.id ?? reference;
