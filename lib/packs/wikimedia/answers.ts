/**
 * What Wikimedia answers, read with a schema: the fields that are used, and nothing else, ever. Whatever does not fit is
 * no answer.
 */
import * as v from 'valibot';

/** Items of Wikidata. */
const ITEM = /^Q[1-9]\d{0,14}$/;
const item = v.pipe(v.string(), v.regex(ITEM));

/** True for the number of an item. */
export const isItem = (text: string): boolean => ITEM.test(text);

/** PHP writes a map without entries as a list. */
const mapOf = <T extends v.GenericSchema>(schema: T) =>
  v.pipe(
    v.optional(v.union([v.record(v.string(), schema), v.tuple([])]), {}),
    v.transform((map): Readonly<Record<string, v.InferOutput<T>>> => (Array.isArray(map) ? {} : map)),
  );

const term = v.object({ language: v.string(), value: v.string() });
const terms = mapOf(term);

/** What the servers answer, with status 200, where something is wrong. */
const ERROR = v.object({ error: v.object({ code: v.string() }) });

/** The code of an error that the Action API answers with, such as `maxlag`; `null` for an answer. */
export function apiError(answer: unknown): string | null {
  const parsed = v.safeParse(ERROR, answer);
  return parsed.success ? parsed.output.error.code : null;
}

export const SEARCH = v.object({
  search: v.array(
    v.object({
      id: item,
      label: v.optional(v.string()),
      description: v.optional(v.string()),
      display: v.optional(
        v.object({
          label: v.optional(term),
          description: v.optional(term),
        }),
      ),
      match: v.object({ type: v.string(), text: v.string() }),
    }),
  ),
});

/** A value of a statement or of its qualifier; `novalue`: there is none, `somevalue`: there is one, unknown. */
const snak = v.object({
  snaktype: v.picklist(['value', 'novalue', 'somevalue']),
  datavalue: v.optional(v.object({ type: v.string(), value: v.unknown() })),
});
export type Snak = v.InferOutput<typeof snak>;

const statement = v.object({
  mainsnak: snak,
  rank: v.picklist(['preferred', 'normal', 'deprecated']),
  qualifiers: mapOf(v.array(snak)),
});
export type Statement = v.InferOutput<typeof statement>;

const entity = v.object({
  id: item,
  missing: v.optional(v.unknown()),
  labels: terms,
  descriptions: terms,
  aliases: mapOf(v.array(term)),
  claims: mapOf(v.array(statement)),
  sitelinks: mapOf(v.object({ title: v.string() })),
});
export type WikidataItem = v.InferOutput<typeof entity>;

export const ITEM_ANSWER = v.object({ entities: v.record(v.string(), entity) });

export const LABELS = v.object({
  entities: v.record(v.string(), v.object({ id: item, labels: terms })),
});

/** https://en.wikipedia.org/api/rest_v1/#/Page_content/get_page_summary__title_ */
export const SUMMARY = v.object({
  type: v.picklist(['standard', 'disambiguation', 'no-extract', 'mainpage']),
  title: v.string(),
  lang: v.string(),
  extract: v.string(),
  wikibase_item: v.optional(item),
  content_urls: v.object({ desktop: v.object({ page: v.string() }) }),
});
export type Summary = v.InferOutput<typeof SUMMARY>;
