/** A Wikibase on loopback: Wikidata-shaped data in a real SPARQL engine behind HTTP, which may fail as servers do. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Store } from 'oxigraph';

const PREFIXES = `
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix s: <http://www.wikidata.org/entity/statement/> .
@prefix v: <http://www.wikidata.org/value/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix p: <http://www.wikidata.org/prop/> .
@prefix ps: <http://www.wikidata.org/prop/statement/> .
@prefix psv: <http://www.wikidata.org/prop/statement/value/> .
@prefix pq: <http://www.wikidata.org/prop/qualifier/> .
@prefix pqv: <http://www.wikidata.org/prop/qualifier/value/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;

/** Precision of a point in time: 9 a year, 10 a month, 11 a day. */
type Time = readonly [iso: string, precision: number];

let nodes = 0;
function timeNode([iso, precision]: Time): { name: string; turtle: string } {
  const name = `v:t${nodes++}`;
  return {
    name,
    turtle: `${name} wikibase:timeValue "${iso}T00:00:00Z"^^xsd:dateTime ; wikibase:timePrecision "${precision}"^^xsd:integer .\n`,
  };
}

const quoted = (texts: Readonly<Record<string, string>>): string =>
  Object.entries(texts)
    .map(([lang, text]) => `${JSON.stringify(text)}@${lang}`)
    .join(', ');

export function item(
  id: string,
  labels: Readonly<Record<string, string>>,
  aliases: Readonly<Record<string, string>> = {},
): string {
  const also = Object.keys(aliases).length > 0 ? ` ; skos:altLabel ${quoted(aliases)}` : '';
  return `wd:${id} rdfs:label ${quoted(labels)}${also} .\n`;
}

interface Statement {
  readonly value?: string;
  readonly time?: Time;
  readonly rank?: 'Normal' | 'Preferred' | 'Deprecated';
  readonly qualifiers?: Readonly<Record<string, string | Time>>;
}

/** A statement with its rank and qualifiers, and the direct claim where it is of best rank. */
export function claim(
  id: string,
  property: string,
  { value, time, rank = 'Normal', qualifiers = {} }: Statement,
): string {
  const name = `s:${id}-${nodes++}`;
  let turtle = `wd:${id} p:${property} ${name} . ${name} wikibase:rank wikibase:${rank}Rank .\n`;
  if (rank !== 'Deprecated') turtle += `${name} a wikibase:BestRank .\n`;
  if (value) {
    turtle += `${name} ps:${property} wd:${value} .\n`;
    if (rank !== 'Deprecated') turtle += `wd:${id} wdt:${property} wd:${value} .\n`;
  }
  if (time) {
    const node = timeNode(time);
    turtle += `${node.turtle}${name} psv:${property} ${node.name} .\n`;
  }
  for (const [qualifier, meaning] of Object.entries(qualifiers)) {
    if (typeof meaning === 'string') turtle += `${name} pq:${qualifier} wd:${meaning} .\n`;
    else {
      const node = timeNode(meaning);
      turtle += `${node.turtle}${name} pqv:${qualifier} ${node.name} .\n`;
    }
  }
  return turtle;
}

/** An answer that the server gives once instead of the right one. */
export interface Stumble {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Wikibase {
  readonly endpoint: string;
  /** Queries that were answered. */
  readonly queries: readonly string[];
  /** Requests, with those that stumbled. */
  readonly requests: () => number;
  stumble(answer: Stumble): void;
  close(): Promise<void>;
}

export async function startWikibase(turtle: string): Promise<Wikibase> {
  const store = new Store();
  store.load(PREFIXES + turtle, { format: 'text/turtle' });
  const queries: string[] = [];
  const stumbles: Stumble[] = [];
  let requests = 0;
  const server: Server = createServer((request, response) => {
    requests++;
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const stumble = stumbles.shift();
      if (stumble) {
        response.writeHead(stumble.status, stumble.headers).end(stumble.body ?? '');
        return;
      }
      const query = new URLSearchParams(Buffer.concat(pieces).toString('utf8')).get('query') ?? '';
      try {
        const results = store.query(query, { results_format: 'json' }) as string;
        queries.push(query);
        response.writeHead(200, { 'content-type': 'application/sparql-results+json' }).end(results);
      } catch (error) {
        response.writeHead(400).end(String(error));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`,
    queries,
    requests: () => requests,
    stumble: (answer) => {
      stumbles.push(answer);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
