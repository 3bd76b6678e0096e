/**
 * The format as JSON Schema (draft 2020-12), made from the schemas that the checker runs. A JSON Schema knows one line:
 * what must hold between records, and what texts may know, only `pack check` says.
 */
import { type ConversionConfig, type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { LINE_SCHEMAS } from '../packs/schema';

type LineKind = keyof typeof LINE_SCHEMAS;

const DATE = '^\\d{4}(-\\d{2}(-\\d{2})?)?[~?%]?(/\\d{4}(-\\d{2}(-\\d{2})?)?[~?%]?)?$';
const LINK = '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#@:"<>\\\\\\[\\]]+(:\\d+)?([/?#][^\\s"<>\\\\]*)?$';

/** What rules that are code look like as patterns; the checker is stricter. */
const PATTERNS: Readonly<Record<string, JsonSchema>> = { check: { pattern: DATE }, raw_check: { pattern: LINK } };

const config: ConversionConfig = {
  target: 'draft-2020-12',
  typeMode: 'input',
  errorMode: 'ignore',
  overrideAction: ({ valibotAction, jsonSchema }) => {
    const { type, requirement } = valibotAction as { type: string; requirement?: { name?: string } };
    const pattern = type === 'raw_check' || requirement?.name === 'isDate' ? PATTERNS[type] : undefined;
    return pattern && { ...jsonSchema, ...pattern };
  },
};

const TITLES: Readonly<Record<LineKind, string>> = {
  header: 'The first line of a pack',
  source: 'A source that facts rest on',
  entity: 'A person, organisation, place or other thing that can be named in text',
  event: 'Something dated',
  series: 'Events of one kind that can be counted',
  timeline: 'A titled selection of events',
  withdrawn: 'A record that was taken back',
  end: 'The last line of a pack',
};

/** Meaning of fields whose names do not say it, by record. */
const MEANINGS: Readonly<Partial<Record<LineKind, Readonly<Record<string, string>>>>> = {
  header: {
    languages: 'Languages of the texts, as BCP 47 tags. The first is the language of columns that name none.',
    coverageTo: 'The day on which the record ends: nothing later is asserted.',
    uses: 'Ids of other packs that this one refers to.',
    needs: 'Features without which the pack must be refused. None is defined yet.',
    private: 'True: its names are never marked in a page.',
    updateUrl: 'Where newer versions are fetched from, by https.',
  },
  source: { quote: 'At most 25 words.', archived: 'Address of a copy in a web archive.' },
  entity: {
    names: 'Every written form, with its language; what is found in articles.',
    description: 'Nothing that changes with time: no office, and no year but that of birth or founding.',
    prominence: '0 to 1: how well known; decides between candidates that are otherwise alike.',
    sameAs: 'Addresses that identify the entity elsewhere, such as http://www.wikidata.org/entity/Q1.',
    replaces: 'Older ids of this pack that lead here.',
    accounts: 'What the parties say where they disagree: two or more, each with its own sources.',
    placeKind: 'Countries and capitals are recognised and not painted.',
  },
  event: {
    planned: 'The date for which it was planned, where that is another one.',
    title: 'Nothing later than the event.',
    summary: 'Nothing later than the event, and only what all parties accept.',
    replacedBy: 'The event that was held instead of what was put off or called off.',
  },
  series: {
    counts: 'What is counted, in words.',
    coverage: 'For which years the series knows how much.',
  },
  timeline: { events: 'By list …', rule: '… or by rule.' },
  end: { records: 'Number of the lines before this one.', sha256: 'SHA-256 of their bytes, line feeds included.' },
};

/** Files of `public/schemas` by name, as they are written. */
export function jsonSchemaFiles(): ReadonlyMap<string, string> {
  const kinds = Object.keys(LINE_SCHEMAS) as LineKind[];
  return new Map(kinds.map((kind) => [`${kind}.json`, `${JSON.stringify(toSchema(kind), null, 2)}\n`]));
}

function toSchema(kind: LineKind): JsonSchema {
  const schema = toJsonSchema(LINE_SCHEMAS[kind], config);
  for (const [field, description] of Object.entries(MEANINGS[kind] ?? {})) {
    const property = schema.properties?.[field];
    if (typeof property !== 'object') throw new Error(`${kind} has no field "${field}" to describe`);
    property.description = description;
  }
  return { ...schema, title: TITLES[kind] };
}
