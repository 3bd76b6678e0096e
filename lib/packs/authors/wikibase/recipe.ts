/** Recipes: which items of a Wikibase become a pack, and which of its properties mean what. */
import * as v from 'valibot';
import { ENTITY_TYPES, PLACE_KINDS, SOURCE_KINDS } from '../../../model/pack';

const property = v.pipe(v.string(), v.regex(/^P\d{1,9}$/, 'is not a property such as P39'));
const word = v.pipe(v.string(), v.regex(/^[a-z-]{2,40}$/, 'is not a word of small letters'));
/** A group graph pattern that binds `?item`; the author's own query text. */
const where = v.pipe(v.string(), v.includes('?item', 'does not speak of ?item'));
const iri = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s<>"{}|\\^`]+$/, 'is not the beginning of an address'));

const positions = v.strictObject({
  property,
  start: v.optional(property, 'P580'),
  end: v.optional(property, 'P582'),
  of: v.optional(property),
  /**
   * What a position without an end means: `unknown` asserts its first day only; `current` that it was still held on the
   * day of the query, which is right only for sets that are well kept.
   */
  open: v.optional(v.picklist(['unknown', 'current']), 'unknown'),
});

const entities = v.strictObject({
  type: v.picklist(ENTITY_TYPES),
  placeKind: v.optional(v.picklist(PLACE_KINDS)),
  where,
  aliases: v.optional(v.boolean(), true),
  born: v.optional(property),
  died: v.optional(property),
  founded: v.optional(property),
  dissolved: v.optional(property),
  /** Property whose items' labels are family names. */
  family: v.optional(property),
  positions: v.optional(positions),
});

const events = v.strictObject({
  kind: word,
  where,
  aliases: v.optional(v.boolean(), false),
  date: v.optional(property, 'P585'),
  start: v.optional(property, 'P580'),
  end: v.optional(property, 'P582'),
  participants: v.optional(property),
  places: v.optional(property),
});

const RECIPE = v.strictObject({
  /** Fields of the pack's header, without `record` and `format`. */
  header: v.looseObject({
    languages: v.pipe(v.array(v.string()), v.minLength(1, 'is empty')),
    coverageTo: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day such as 2026-10-06')),
  }),
  /** The source that every fact of the pack rests on: the data set itself. */
  source: v.looseObject({
    title: v.string(),
    publisher: v.string(),
    kind: v.optional(v.picklist(SOURCE_KINDS), 'dataset'),
  }),
  /** Where the Wikibase's own terms begin; Wikidata's unless given. */
  base: v.optional(iri, 'http://www.wikidata.org/'),
  /** Further prefixes for `where`. */
  prefixes: v.optional(v.record(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*$/i, 'is not a prefix')), iri), {}),
  entities: v.optional(v.array(entities), []),
  events: v.optional(v.array(events), []),
  /** Items asked for at once. */
  pageSize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)), 200),
});

/** A recipe with its defaults filled in. */
export type Recipe = v.InferOutput<typeof RECIPE>;
/** One kind of items that become entities. */
export type EntityRecipe = Recipe['entities'][number];
/** One kind of items that become events. */
export type EventRecipe = Recipe['events'][number];
/** How positions held are written down. */
export type PositionRecipe = v.InferOutput<typeof positions>;

/** Reads a recipe, or says what is wrong with it. */
export function parseRecipe(value: unknown): { recipe: Recipe } | { problems: readonly string[] } {
  const parsed = v.safeParse(RECIPE, value);
  if (parsed.success) return { recipe: parsed.output };
  return {
    problems: parsed.issues.map((issue) => {
      const message = issue.message.startsWith('Invalid')
        ? `is ${issue.received}, expected ${issue.expected}`
        : issue.message;
      return `"${v.getDotPath(issue) ?? ''}" ${message}`;
    }),
  };
}
