/** What the packs call so, for a reader who says whom a name means. */

import { buildArticleContext } from '../../briefing/article-context';
import { buildCast } from '../../briefing/build-cast';
import { packOf } from '../../briefing/facts';
import type { FoundSubject } from '../../briefing/own-models';
import type { AsOf } from '../../model/article';
import type { Reference } from '../../model/ids';
import type { InterfaceLanguage } from '../../model/localized';
import { OWN_PACK } from '../../settings/own-pack';
import { dayOf } from '../article-facts';
import { nameIn } from '../brief-on';
import { gatherFacts } from '../gather-facts';
import type { JoinedKnowledge } from '../knowledge';
import { targetsCalled, toSubject } from './subjects';

/** More are looked for by a fuller name. */
const MAX_FOUND = 8;

/** Those of this name, the more prominent first, with who they were on the day. The reader's own names are not among them. */
export async function findCalled(
  knowledge: JoinedKnowledge,
  text: string,
  asOf: AsOf,
  lang: InterfaceLanguage,
): Promise<FoundSubject[]> {
  const name = nameIn(text);
  if (name === null) return [];
  const { index } = knowledge;
  const targets = [...new Set(targetsCalled(index, name))].sort((a, b) => index.prominence(b) - index.prominence(a));
  const found = await knowledge.referencesOf(targets);
  const references = targets
    .flatMap((target) => found.get(target) ?? [])
    .filter((reference) => packOf(reference) !== OWN_PACK)
    .slice(0, MAX_FOUND);
  const day = dayOf(asOf);
  const named = new Set<Reference>(references);
  const facts = await gatherFacts(knowledge, named, day);
  const context = buildArticleContext(facts, named, asOf, day, lang);
  const roles = new Map(
    buildCast(facts, new Map(references.map((reference) => [reference, []])), context).map((row) => [
      row.reference,
      row.role,
    ]),
  );
  // An event that had not happened by the day is not among them.
  return references.flatMap((reference) => {
    const subject = roles.has(reference) ? toSubject(reference, facts.record(reference)) : null;
    return subject ? [{ subject, role: roles.get(reference) ?? null }] : [];
  });
}
