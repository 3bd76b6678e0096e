/** What packs after the first say of an entity: what they add, each under its own name (DESIGN.md, "Ids"). */
import type { Reference } from '../model/ids';
import type { Localized } from '../model/localized';
import type { Entity, Ref, Role } from '../model/pack';
import { assertedDays } from '../text/asserted-days';
import { type Day, parseEdtf } from '../text/edtf';
import { foldName } from '../text/fold';
import type { ArticleContext } from './article-context';
import { describe } from './describe';
import { entityOf, type Facts, packOf, postOf, sourcesOf } from './facts';
import { daysBehind, packTitle } from './horizon';
import { roleQuestions } from './posts';
import { buildRoleBlock } from './role-block';
import type { CardModel, PackSection, RoleBlock, RoleLine } from './view-models';

/** What a pack's part says. */
type Said = Pick<CardModel, 'roles' | 'description'>;

/** The parts above, and the records they are of. */
interface Before {
  readonly said: readonly Said[];
  readonly before: readonly Reference[];
}

/** The sections below the first pack's part, in the order of packs; `first`: what that part says. */
export function buildPackSections(
  facts: Facts,
  reference: Reference,
  context: ArticleContext,
  first: Said,
): PackSection[] {
  const said: Said[] = [first];
  const sections: PackSection[] = [];
  const others = facts.othersOf(reference);
  for (const [i, other] of others.entries()) {
    const entity = entityOf(facts, other);
    if (!entity) continue;
    const roles =
      entity.type === 'person'
        ? newRoles(facts, other, entity, context, { said, before: [reference, ...others.slice(0, i)] })
        : null;
    const description = said.some((earlier) => earlier.description) ? null : describe(entity, context);
    if (!roles && !description) continue;
    said.push({ roles, description });
    sections.push({
      ...packOfRecord(facts, other, context),
      roles,
      description,
      sources: sourcesOf(facts, other, cardSources(entity, context), context.asOfDay),
    });
  }
  return sections;
}

/** Which pack a record is of, and how far that reaches. */
export function packOfRecord(
  facts: Facts,
  reference: Reference,
  { asOfDay, lang }: ArticleContext,
): Pick<CardModel, 'pack' | 'coverageTo' | 'daysBehind'> {
  const header = facts.header(packOf(reference));
  return {
    coverageTo: header.coverageTo,
    daysBehind: daysBehind(header.coverageTo, asOfDay),
    pack: { title: packTitle(header, lang), version: header.version },
  };
}

/** Sources of what the card says: of every office up to the day, the latest first, then of the entity. */
export function cardSources(entity: Entity, { asOfDay }: ArticleContext): Ref[] {
  const roles = (entity.roles ?? []).filter(
    ({ from: start, confidence }) =>
      confidence !== 'uncertain' && (parseEdtf(start ?? '')?.first ?? asOfDay) <= asOfDay,
  );
  return [...roles.reverse().flatMap(({ sources }) => sources), ...entity.sources];
}

/** The offices that no pack before asserts on the day; `null` for none. */
function newRoles(
  facts: Facts,
  reference: Reference,
  entity: Entity,
  context: ArticleContext,
  { said, before }: Before,
): RoleBlock | null {
  const held = before.flatMap((earlier) =>
    (entityOf(facts, earlier)?.roles ?? [])
      .filter((role) => isHeldOn(role, context.asOfDay))
      .map((role) => ({ post: postOf(facts, earlier, role), title: role.title })),
  );
  // One office said twice: dates may differ by what each pack knows, the reader is told those of the first.
  const isSaid = (role: Role) => {
    const post = postOf(facts, reference, role);
    return held.some((known) => (post !== null && known.post === post) || sharesTitle(known.title, role.title));
  };
  const roles = (entity.roles ?? []).filter((role) => !isSaid(role));
  const questions = roleQuestions(facts, reference, context);
  const block = buildRoleBlock({ ...entity, roles }, context.asOfDay, context.lang, questions);
  if (!block) return null;
  // Where an earlier pack has told of offices, only those of the day are news.
  const isTold = said.some(({ roles }) => (roles?.lines.length ?? 0) > 0);
  const lines = isTold ? block.lines.filter(isOfDay) : block.lines;
  if (lines.length === 0) return null;
  return { lines, now: said.some(({ roles }) => roles?.now) ? null : block.now };
}

function isHeldOn(role: Role, day: Day): boolean {
  const { from, to } = assertedDays(role);
  return role.confidence !== 'uncertain' && from <= day && day <= to;
}

const isOfDay = ({ when }: RoleLine): boolean => when === 'since' || when === 'starts' || when === 'ends';

const textsOf = (title: Localized): string[] =>
  Object.values(title).map((value) => foldName(typeof value === 'string' ? value : (value?.text ?? '')));

/** Equal in one language at least: packs translate titles, each in its own words. */
function sharesTitle(a: Localized, b: Localized): boolean {
  const texts = new Set(textsOf(a));
  return textsOf(b).some((text) => texts.has(text));
}
