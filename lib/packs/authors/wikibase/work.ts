/** What the parts of a build share: the recipe, who is asked, and the records so far. */

import type { Draft } from '../draft';
import { slugOf } from '../slug';
import type { Ask, Queries } from './queries';
import type { Recipe } from './recipe';

/** One build. */
export interface Work {
  readonly recipe: Recipe;
  readonly ask: Ask;
  readonly queries: Queries;
  readonly source: string;
  /** Records by the address of their item, in the order of the pack. */
  readonly drafts: Map<string, Draft>;
  /** Items that records refer to, with the type they get unless a recipe makes them. */
  readonly wanted: Map<string, 'post' | 'organisation' | 'place' | 'thing'>;
  readonly notes: string[];
}

/** The name of an item within its Wikibase, as a part of an id: `q42`. */
export const localName = (item: string): string => slugOf(item.replace(/^.*[/#]/, '')) || 'item';
