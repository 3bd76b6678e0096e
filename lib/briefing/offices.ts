/** For a country or capital: who leads it on the day, and who holds the posts that the article is about. */
import type { Reference } from '../model/ids';
import type { ArticleContext } from './article-context';
import { entityOf, type Facts, postOf } from './facts';
import { countryOf, readerName } from './names';
import { leadsCountry } from './posts';
import { roleOnDay } from './role-block';
import type { CardModel, OfficeHolder } from './view-models';

/** The leading offices first, then those of the article; `null` where there is nothing to name. */
export function buildOffices(facts: Facts, reference: Reference, context: ArticleContext): CardModel['offices'] {
  const { placeKind } = entityOf(facts, reference) ?? {};
  if (placeKind !== 'country' && placeKind !== 'capital') return null;
  const country = countryOf(facts, reference);
  const countryEntity = country && entityOf(facts, country);
  if (!country || !countryEntity) return null;
  const holders = facts
    .holders(country)
    .filter(({ post }) => leadsCountry(facts, post) || context.posts.has(post))
    .sort((a, b) => Number(leadsCountry(facts, b.post)) - Number(leadsCountry(facts, a.post)))
    .map(({ post, holder }) => toHolder(facts, post, holder, context))
    .filter((entry) => entry !== null);
  return holders.length > 0 ? { country: readerName(countryEntity.label, context.lang), holders } : null;
}

function toHolder(facts: Facts, post: Reference, holder: Reference, context: ArticleContext): OfficeHolder | null {
  const person = entityOf(facts, holder);
  if (!person) return null;
  // Somebody may hold two offices on one day, by several packs: the title is that of this post.
  for (const record of [holder, ...facts.othersOf(holder)]) {
    const same = entityOf(facts, record);
    const roles = same?.roles?.filter((role) => postOf(facts, record, role) === post) ?? [];
    const office = same && roleOnDay({ ...same, roles }, context.asOfDay, context.lang);
    if (!office) continue;
    const { title, ...capacity } = office;
    return { office: title, ...capacity, holder: readerName(person.label, context.lang), reference: holder };
  }
  return null;
}
