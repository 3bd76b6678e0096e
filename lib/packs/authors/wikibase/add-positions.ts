/** Positions held, as roles; their posts are made afterwards. */

import { toEdtf } from '../../wikibase-time';
import type { PositionRecipe } from './recipe';
import type { Work } from './work';

/** Adds the positions of items that are entities by now. Posts stand as addresses until all are known. */
export async function addPositions(items: readonly string[], recipe: PositionRecipe, work: Work): Promise<void> {
  const { drafts, wanted, notes, source } = work;
  const { coverageTo } = work.recipe.header;
  const seen = new Set<string>();
  for (const answer of await work.ask(work.queries.positions(items, recipe))) {
    const { item, statement, post, of } = answer;
    const draft = drafts.get(item?.value ?? '');
    if (!draft || !statement || !post || seen.has(statement.value)) continue;
    // Two values of one qualifier make two answers: the first counts.
    seen.add(statement.value);
    const from = toEdtf(answer.start?.value, answer.startPrecision?.value);
    const to = toEdtf(answer.end?.value, answer.endPrecision?.value);
    const isCurrent = answer.end === undefined && recipe.open === 'current' && draft.record.died === undefined;
    if (from === null && to === null) {
      notes.push(`${item?.value} held ${post.value} on no known day: left out`);
      continue;
    }
    if ((from ?? to ?? '') > coverageTo || (to ?? '') > coverageTo) {
      notes.push(`${item?.value} holds ${post.value} beyond the pack's coverageTo: left out`);
      continue;
    }
    wanted.set(post.value, 'post');
    if (of) wanted.set(of.value, wanted.get(of.value) ?? 'organisation');
    const role = {
      post: post.value,
      ...(of ? { of: of.value } : {}),
      ...(from === null ? {} : { from }),
      ...(to !== null ? { to } : isCurrent ? { to: '..', asOf: coverageTo } : {}),
      sources: [source],
    };
    draft.record.roles = [...((draft.record.roles ?? []) as object[]), role];
  }
}
