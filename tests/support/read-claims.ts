/** Reads the claims of a text as the terminal and the background do: recognition, facts, record, claims. */
import type { Claim } from '../../lib/claims/claim';
import type { TextBlock } from '../../lib/model/article';
import { parseReference } from '../../lib/model/ids';
import { resolve } from '../../lib/recognition/resolve';
import { readArticleClaims } from '../../lib/services/article-claims';
import type { Knowledge } from '../../lib/services/knowledge';
import { parseEdtf } from '../../lib/text/edtf';
import { atOnce } from './slices';

export async function claimsOf(
  knowledge: Knowledge,
  blocks: readonly TextBlock[],
  { day, lang }: { day: string; lang: string },
): Promise<Claim[]> {
  const asOf = parseEdtf(day)?.first;
  if (asOf === undefined) throw new Error(`${day} is not a day`);
  const mentions = resolve(knowledge.index, blocks, { asOfDay: asOf });
  const article = { blocks, lang, mentions, asOf: { day, origin: 'json-ld' } as const };
  return [...(await readArticleClaims(knowledge, article, atOnce))];
}

/** One block of running text. */
export const aBlock = (text: string, id = 0): TextBlock => ({ id, text, kind: 'text', section: 0 });

/** `event/x` of a stored reference. */
export const shortId = (reference: string): string => parseReference(reference)?.id ?? reference;
