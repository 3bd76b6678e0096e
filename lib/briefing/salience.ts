/** How much a name matters in its article: `UX.md` 5, Cast. */
import type { BlockKind } from '../model/article';
import type { EntityType, PlaceKind } from '../model/pack';

/** An occurrence, where it stands. `at` is its place in the article's text, 0 to 1. */
export interface Occurrence {
  readonly at: number;
  readonly kind: BlockKind;
}

const NEWS_AGENCY_WEIGHT = 0.2;
/** Named in every paragraph, a country still stands below everybody who is named once: nobody looks it up. */
const COUNTRY_WEIGHT = 0.1;
const LEAD = 0.1;

/** How much a kind of thing counts: `UX.md` 5, tuned. */
export function typeWeight(type: EntityType | 'event', placeKind: PlaceKind | null, isNewsAgency: boolean): number {
  if (isNewsAgency) return NEWS_AGENCY_WEIGHT;
  if (type === 'person') return 1;
  if (type !== 'place') return 0.8;
  return placeKind === 'country' || placeKind === 'capital' || placeKind === 'region' ? COUNTRY_WEIGHT : 0.4;
}

/** Captions do not count. */
export function salience(weight: number, occurrences: readonly Occurrence[], inOwnEvent: boolean): number {
  const counted = occurrences.filter(({ kind }) => kind !== 'caption' && kind !== 'credit');
  const inHeadline = occurrences.some(({ kind }) => kind === 'headline');
  const inLead = counted.some(({ at }) => at <= LEAD);
  return weight * ((inHeadline ? 3 : 0) + (inLead ? 3 : 0) + (inOwnEvent ? 4 : 0) + Math.log2(1 + counted.length));
}
