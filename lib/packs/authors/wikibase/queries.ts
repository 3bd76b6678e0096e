/**
 * The questions put to a Wikibase, in the terms of its RDF export (https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format):
 * `p:` leads to a statement, `ps:` to its value, `pq:` to a qualifier, `psv:` and `pqv:` to values with their precision.
 */
import type { PositionRecipe, Recipe } from './recipe';

/** What was asked for, by the names of the variables. */
export interface Answer {
  readonly [variable: string]: { readonly value: string; readonly lang?: string } | undefined;
}
/** Puts a question; throws what ends the work. */
export type Ask = (query: string) => Promise<readonly Answer[]>;

const IRI = /^https?:\/\/[^\s<>"{}|\\^`]+$/;

function prefixesOf({ base, prefixes }: Recipe): string {
  const all: Readonly<Record<string, string>> = {
    wd: `${base}entity/`,
    wdt: `${base}prop/direct/`,
    p: `${base}prop/`,
    ps: `${base}prop/statement/`,
    psv: `${base}prop/statement/value/`,
    pq: `${base}prop/qualifier/`,
    pqv: `${base}prop/qualifier/value/`,
    wikibase: 'http://wikiba.se/ontology#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    skos: 'http://www.w3.org/2004/02/skos/core#',
    ...prefixes,
  };
  return Object.entries(all)
    .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>`)
    .join('\n');
}

const valuesOf = (items: readonly string[]): string =>
  items
    .filter((item) => IRI.test(item))
    .map((item) => `<${item}>`)
    .join(' ');

/** The questions as SPARQL. */
export interface Queries {
  /** Items that a pattern binds, a page of them in a fixed order. */
  page(where: string, offset: number): string;
  /** Labels, and aliases if wanted, in the pack's languages: `?item ?kind ?text`. */
  texts(items: readonly string[], aliases: boolean): string;
  /** Dates of best rank with their precision: `?item ?property ?time ?precision`. */
  dates(items: readonly string[], properties: readonly string[]): string;
  /** Items that a property leads to, without deprecated ones: `?item ?value`. */
  links(items: readonly string[], property: string): string;
  /** Positions held: `?item ?statement ?post ?start ?startPrecision ?end ?endPrecision ?of`. */
  positions(items: readonly string[], positions: PositionRecipe): string;
}

/** The questions of a recipe, in its languages and with its prefixes. */
export function createQueries(recipe: Recipe): Queries {
  const prefixes = prefixesOf(recipe);
  const languages = recipe.header.languages.map((lang) => JSON.stringify(lang.toLowerCase())).join(', ');
  const select = (query: string) => `${prefixes}\n${query}`;
  const stands = (statement: string) => `FILTER NOT EXISTS { ${statement} wikibase:rank wikibase:DeprecatedRank }`;
  const qualifier = (property: string, name: string) =>
    `OPTIONAL { ?statement pqv:${property} [ wikibase:timeValue ?${name} ; wikibase:timePrecision ?${name}Precision ] }`;
  return {
    page: (where, offset) =>
      select(
        `SELECT DISTINCT ?item WHERE { ${where} FILTER(ISIRI(?item)) } ORDER BY ?item LIMIT ${recipe.pageSize} OFFSET ${offset}`,
      ),
    texts: (items, aliases) =>
      select(`SELECT ?item ?kind ?text WHERE {
  VALUES ?item { ${valuesOf(items)} }
  { ?item rdfs:label ?text BIND("label" AS ?kind) }${aliases ? ' UNION { ?item skos:altLabel ?text BIND("alias" AS ?kind) }' : ''}
  FILTER(LCASE(LANG(?text)) IN (${languages}))
} ORDER BY ?item ?kind ?text`),
    dates: (items, properties) =>
      select(`SELECT ?item ?property ?time ?precision WHERE {
  VALUES ?item { ${valuesOf(items)} }
  VALUES (?property ?claim ?value) { ${properties.map((id) => `("${id}" p:${id} psv:${id})`).join(' ')} }
  ?item ?claim ?statement . ?statement a wikibase:BestRank ; ?value ?node .
  ?node wikibase:timeValue ?time ; wikibase:timePrecision ?precision .
} ORDER BY ?item ?property ?time`),
    links: (items, property) =>
      select(`SELECT DISTINCT ?item ?value WHERE {
  VALUES ?item { ${valuesOf(items)} }
  ?item p:${property} ?statement . ?statement ps:${property} ?value . ${stands('?statement')} FILTER(ISIRI(?value))
} ORDER BY ?item ?value`),
    positions: (items, { property, start, end, of }) =>
      select(`SELECT ?item ?statement ?post ?start ?startPrecision ?end ?endPrecision ?of WHERE {
  VALUES ?item { ${valuesOf(items)} }
  ?item p:${property} ?statement . ?statement ps:${property} ?post . ${stands('?statement')} FILTER(ISIRI(?post))
  ${qualifier(start, 'start')}
  ${qualifier(end, 'end')}
  ${of ? `OPTIONAL { ?statement pq:${of} ?of FILTER(ISIRI(?of)) }` : ''}
} ORDER BY ?item ?start ?statement`),
  };
}
