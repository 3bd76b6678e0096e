/** Names that need no evidence beyond their own form. */
import type { NameFacts } from './name-index';
import { TRAIT_FIRST_PART, TRAIT_LAST_PART } from './name-traits';

/** True for a word that is a part of a person's longer name, by its traits. */
export const isPartOfName = (traits: number): boolean => (traits & (TRAIT_LAST_PART | TRAIT_FIRST_PART)) !== 0;

/** True for a name that counts by itself: full, short and former names and abbreviations that ask for nothing. */
export function standsAlone(index: NameFacts, name: number): boolean {
  if (index.needsContext(name) || index.needsTitle(name) || isPartOfName(index.traits(name))) return false;
  const kind = index.kind(name);
  return kind === 'full' || kind === 'former' || kind === 'short' || kind === 'abbreviation';
}
