/**
 * What the world pack is built from, as the terminal has read it: tables as rows of texts, the rest as parsed JSON or
 * YAML. Readers take what they need and say in the tally what they left and why.
 */

/** A line of a table by its column names; a column that is missing is undefined. */
export type Row = Readonly<Record<string, string | undefined>>;

/** One collection of the Wikidata extracts: holdings of cabinet posts, of seats, and dates of birth. */
export interface HoldingsInput {
  /** Name of the file without its ending: `france-cabinet`. */
  readonly name: string;
  readonly cabinet: readonly Row[];
  readonly legislature: readonly Row[];
  readonly births: readonly Row[];
}

export interface PoliticianInput {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  readonly src: readonly string[];
  readonly born?: string;
}

export interface CityInput {
  readonly NAME: string;
  readonly NAMEASCII?: string | null;
  readonly FEATURECLA: string;
  readonly ISO_A2: string;
  readonly ADM0NAME: string;
  readonly ADM1NAME?: string | null;
  readonly POP_MAX: number;
  readonly wikidataid?: string | null;
  readonly [name: `NAME_${string}`]: string | null | undefined;
}

export interface DisputedInput {
  readonly ADMIN: string;
  readonly TYPE: string;
  readonly BRK_NAME: string;
  readonly NAME_ALT: string | null;
  readonly NOTE_BRK: string | null;
}

export interface CongressInput {
  readonly id: { readonly wikidata?: string; readonly bioguide?: string };
  readonly name: {
    readonly first: string;
    readonly last: string;
    readonly official_full?: string;
    readonly nickname?: string;
    readonly suffix?: string;
  };
  readonly bio?: { readonly birthday?: string };
  readonly terms: readonly CongressTerm[];
}

export interface CongressTerm {
  readonly type: string;
  readonly start: string;
  readonly end: string;
  readonly state?: string;
  readonly district?: number;
  readonly party?: string;
}

export interface EventInput {
  readonly event: string;
  readonly date: string;
  readonly label: string;
}

export interface BrandInput {
  readonly name: string;
  readonly qid: string;
  readonly names: Readonly<Record<string, string>>;
}

/** Name, acronym, date of founding, aims. */
export type OrganisationInput = readonly [
  name: string,
  acronym: string | null,
  founded: string | null,
  aims: string | null,
];

export interface ShareAlikePlaceInput {
  readonly level: 'state' | 'city';
  readonly name: string;
  readonly native: string | null;
  readonly qid: string;
  readonly country: string;
  readonly population?: number | null;
  readonly translations?: Readonly<Record<string, string>> | null;
}

/** A country or territory of the border list: codes and Wikidata item. */
export interface BorderInput {
  readonly iso1A2?: string;
  readonly wikidata?: string;
  readonly nameEn: string;
  /** Code of the country that a territory belongs to. */
  readonly country?: string;
  readonly level: string;
}

/** Names by code, for each language that is read. */
export type NamesByLanguage = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A section of the Factbook: text or more sections. */
export interface FactbookNode {
  readonly text?: string;
  readonly [section: string]: FactbookNode | string | undefined;
}

export interface LeaderOfTodayInput {
  readonly country: { readonly iso_code: string };
  readonly positions: Readonly<Record<string, LeaderPosition | null>>;
}

export interface LeaderPosition {
  readonly title_en: string | null;
  readonly title_local?: string | null;
  readonly current_holder: {
    readonly name_en: string;
    readonly name_local?: string | null;
    readonly wikidata_id: string | null;
    readonly since: string | null;
    readonly born?: string | null;
  } | null;
}

export interface WorldInputs {
  readonly factbook: Readonly<Record<string, FactbookNode>>;
  readonly organisations: readonly OrganisationInput[];
  readonly holdings: readonly HoldingsInput[];
  readonly politicians: readonly PoliticianInput[];
  readonly cities: readonly CityInput[];
  readonly disputed: readonly DisputedInput[];
  readonly parties: readonly Row[];
  readonly cabinets: readonly Row[];
  readonly cabinetParties: readonly Row[];
  readonly elections: readonly Row[];
  readonly congress: readonly CongressInput[];
  readonly executive: readonly CongressInput[];
  readonly events: readonly EventInput[];
  readonly companies: readonly Row[];
  readonly brands: readonly BrandInput[];
  readonly councillors: readonly Row[];
  /** From npm. */
  readonly borders: readonly BorderInput[];
  readonly territories: NamesByLanguage;
  /** Cities by time zone. */
  readonly exemplarCities: NamesByLanguage;
  readonly subdivisions: NamesByLanguage;
  /** English words, in small letters. */
  readonly englishWords: ReadonlySet<string>;
  /** The commonest words of other languages with an alphabet, in small letters. */
  readonly foreignWords: ReadonlySet<string>;
}

export interface ShareAlikeInputs {
  readonly places: readonly ShareAlikePlaceInput[];
  readonly demonyms: readonly {
    readonly cca2: string;
    readonly demonyms?: unknown;
    readonly altSpellings: readonly string[];
  }[];
  readonly leaders: {
    readonly snapshot_date: string;
    readonly countries: Readonly<Record<string, LeaderOfTodayInput>>;
  };
}
