/** All that an entity's record says of offices, as times in them: one lane for each office, in order of time. */
import type { Reference } from '../model/ids';
import { pickText } from '../model/localized';
import type { Role } from '../model/pack';
import { assertedDays } from '../text/asserted-days';
import { type Day, parseEdtf, partRelativeTo } from '../text/edtf';
import { foldName } from '../text/fold';
import type { ArticleContext } from './article-context';
import type { RoleAxis, RoleBar, RoleLane } from './entity-models';
import { entityOf, type Facts, packOf, postOf, sourcesOf } from './facts';

/** What the reader opens as later may name its sources in full. */
const FOREVER = Number.POSITIVE_INFINITY;

/**
 * Lanes in the order in which they begin. What a later pack says of an office for a time that an earlier one has told of
 * is left out. Uncertain roles are not shown.
 */
export function buildRoleLanes(facts: Facts, reference: Reference, context: ArticleContext): RoleLane[] {
  const lanes = new Map<string, { bar: RoleBar; owner: Reference }[]>();
  for (const owner of [reference, ...facts.othersOf(reference)]) {
    for (const role of entityOf(facts, owner)?.roles ?? []) {
      const bar = toBar(facts, owner, role, context);
      if (!bar) continue;
      const key = postOf(facts, owner, role) ?? foldName(bar.title.text);
      const own = lanes.get(key) ?? [];
      const isTold = own.some(
        (told) => told.owner !== owner && told.bar.firstDay <= bar.lastDay && bar.firstDay <= told.bar.lastDay,
      );
      if (!isTold) lanes.set(key, [...own, { bar, owner }]);
    }
  }
  return [...lanes]
    .map(([key, own]) => ({ key, bars: own.map(({ bar }) => bar).sort((a, b) => a.firstDay - b.firstDay) }))
    .sort((a, b) => (a.bars[0]?.firstDay ?? 0) - (b.bars[0]?.firstDay ?? 0));
}

function toBar(facts: Facts, owner: Reference, role: Role, { asOfDay, lang }: ArticleContext): RoleBar | null {
  const { from: firstDay, to: lastDay } = assertedDays(role);
  const title = pickText(role.title, lang);
  if (role.confidence === 'uncertain' || !title || firstDay > lastDay) return null;
  const part = partOf(role, firstDay, lastDay, asOfDay);
  return {
    title,
    capacity: role.capacity ?? 'full',
    firstDay,
    lastDay,
    part,
    from: role.from ?? null,
    to: role.to === undefined || role.to === '..' ? null : role.to,
    isOpen: role.to === '..',
    doubt: role.confidence && role.confidence !== 'verified' ? role.confidence : null,
    sources: sourcesOf(facts, owner, role.sources, part === 'since' ? FOREVER : asOfDay),
  };
}

/** A coarse date that contains the day may lie after it: nothing that may be later is told unasked. */
function partOf(role: Role, firstDay: Day, lastDay: Day, day: Day): RoleBar['part'] {
  const began = parseEdtf(role.from ?? role.asOf ?? '');
  if (firstDay > day || (began && partRelativeTo(began, day) === 'since')) return 'since';
  return lastDay > day || (lastDay === day && role.to === '..') ? 'current' : 'past';
}

/** From the first day in any office to the end of the record. */
export function roleAxis(
  facts: Facts,
  reference: Reference,
  lanes: readonly RoleLane[],
  { asOfDay }: ArticleContext,
): RoleAxis {
  const ends = [reference, ...facts.othersOf(reference)].map(
    (owner) => parseEdtf(facts.header(packOf(owner)).coverageTo)?.last ?? asOfDay,
  );
  const days = lanes.flatMap(({ bars }) => bars.map(({ firstDay }) => firstDay));
  return { firstDay: Math.min(asOfDay, ...days), asOfDay, lastDay: Math.max(asOfDay, ...ends) };
}
