/** Parties, elections and cabinets of the EU and the OECD from ParlGov, each kind of event as a series that says its reach. */
import { firstDay, readIso, yearOf } from './dates';
import { addName, createDraft, type Draft, type DraftEvent, labelOf, tidy } from './draft';
import { add, type Country, type Gathering } from './gathering';
import type { Row, WorldInputs } from './inputs';
import { toSlug } from './slugs';
import { SOURCES } from './sources';

const SOURCE = 'parlgov';

/** ParlGov's numbers of countries; its files here do not name them. */
const COUNTRIES: Readonly<Record<string, string>> = {
  '1': 'SK',
  '5': 'JP',
  '7': 'LU',
  '8': 'NL',
  '9': 'NO',
  '10': 'BG',
  '11': 'NZ',
  '15': 'LT',
  '20': 'TR',
  '21': 'DK',
  '23': 'RO',
  '26': 'IT',
  '27': 'ES',
  '29': 'CA',
  '33': 'AU',
  '34': 'IL',
  '35': 'SE',
  '37': 'IE',
  '39': 'HU',
  '40': 'CH',
  '41': 'GR',
  '43': 'FR',
  '44': 'GB',
  '51': 'CY',
  '54': 'DE',
  '55': 'LV',
  '56': 'IS',
  '59': 'AT',
  '60': 'SI',
  '62': 'HR',
  '63': 'PT',
  '64': 'BE',
  '67': 'FI',
  '68': 'CZ',
  '72': 'MT',
  '74': 'PL',
  '75': 'EE',
};

const NATIONAL = '13';
/** Longest that a parliament sits: a longer gap between two elections means that one is missing. */
const MAX_GAP_DAYS = 5.6 * 365;

export function readParlgov(gathering: Gathering, inputs: WorldInputs): void {
  const countryOf = (row: Row): Country | undefined => gathering.countries.get(COUNTRIES[row.country_id ?? ''] ?? '');
  const parties = new Map<string, Draft>();
  for (const row of inputs.parties) {
    const party = readParty(gathering, row, countryOf(row));
    if (party) parties.set(row.id ?? '', party);
  }
  const elections = inputs.elections.flatMap((row) => readElection(gathering, row, countryOf(row)) ?? []);
  const members = new Map<string, Draft[]>();
  for (const row of inputs.cabinetParties) {
    const party = parties.get(row.party_id ?? '');
    const id = row.cabinet_id ?? '';
    if (party) members.set(id, [...(members.get(id) ?? []), party]);
  }
  const cabinets = inputs.cabinets.flatMap(
    (row) => readCabinet(gathering, row, countryOf(row), members.get(row.id ?? '') ?? []) ?? [],
  );
  addSeries(gathering, elections, 'parliamentary elections', 'General elections to the national parliament');
  addSeries(gathering, cabinets, 'cabinets', 'Cabinets that took office');
}

function readParty(gathering: Gathering, row: Row, country: Country | undefined): Draft | null {
  const english = tidy((row.name_english ?? '').replace(/\(([a-z]+)\)/g, '$1'));
  if (!country || /^(?:no party|other|independent|one seat|no seat)\b/i.test(english) || english === '') {
    gathering.tally.left(SOURCE, 'parties that are none: independents, others', english);
    return null;
  }
  // "A | B": a party that changed its name; the last is what it is called.
  const names = english.split(' | ').map((name) => name.replace(/ -- .*$/, '').trim());
  const label = names.at(-1) ?? english;
  const party = createDraft({
    type: 'organisation',
    slug: toSlug(label),
    tag: country.code,
    label: { en: label },
    source: SOURCE,
    prominence: 0.18,
  });
  for (const name of names) addName(party, name.replace(/ \([^)]*\)$/, ''), 'en', name === label ? 'full' : 'former');
  for (const own of (row.name ?? '').split(' | ')) addName(party, own.split(' / ')[0], languageOf(country), 'full');
  const shorts = (row.name_short ?? '').split('|');
  shorts.forEach((short) => {
    if (/^\p{Lu}[\p{L}]*\p{Lu}[\p{L}\d-]*$/u.test(short) && short.length > 2)
      addName(party, short, languageOf(country), 'abbreviation', { caseSensitive: true, needs: 'context' });
  });
  if (/^https?:\/\/\w+\.wikipedia\.org\/wiki\/[^\s"<>\\]+$/.test(row.wikipedia ?? ''))
    party.sameAs.add(row.wikipedia ?? '');
  party.relations.push({ kind: 'part-of', to: country.place, source: SOURCE });
  gathering.tally.took(SOURCE, 'parties');
  return add(gathering, party);
}

const LANGUAGE_OF: Readonly<Record<string, string>> = {
  DE: 'de',
  AT: 'de',
  CH: 'de',
  FR: 'fr',
  BE: 'fr',
  LU: 'fr',
  ES: 'es',
  IT: 'it',
  PT: 'pt',
  NL: 'nl',
  PL: 'pl',
  SE: 'sv',
  NO: 'no',
  DK: 'da',
  FI: 'fi',
  CZ: 'cs',
  SK: 'sk',
  HU: 'hu',
  RO: 'ro',
  BG: 'bg',
  GR: 'el',
  CY: 'el',
  TR: 'tr',
  HR: 'hr',
  SI: 'sl',
  EE: 'et',
  LV: 'lv',
  LT: 'lt',
  IS: 'is',
  JP: 'ja',
  IL: 'he',
  MT: 'mt',
};
const languageOf = ({ code }: Country): string => LANGUAGE_OF[code] ?? 'en';

function readElection(gathering: Gathering, row: Row, country: Country | undefined): DraftEvent | null {
  const date = readIso(row.date);
  const isNational = row.type_id === NATIONAL;
  if (!country || !date || Number.isNaN(firstDay(date))) {
    gathering.tally.left(SOURCE, 'elections without a country or a date', row.date);
    return null;
  }
  const kind = isNational ? 'Parliamentary election' : 'European Parliament election';
  const event: DraftEvent = {
    slug: `${date}-${toSlug(labelOf(country.place))}-${isNational ? 'election' : 'european-election'}`,
    tag: row.id ?? '',
    date,
    kind: 'election',
    status: 'held',
    title: { en: `${kind} in ${country.inSentence}, ${yearOf(date)}` },
    participants: [country.place],
    places: [country.place],
    names: [],
    source: SOURCE,
  };
  for (const name of electionNames(row.wikipedia ?? '', yearOf(date))) addName(event, name, 'en', 'full');
  gathering.events.push(event);
  gathering.tally.took(SOURCE, 'elections');
  return isNational ? event : null;
}

/** "New_Zealand_general_election,_1972" and "1972_New_Zealand_general_election" say the same; both are written. */
function electionNames(address: string, year: number): string[] {
  const page = /\/wiki\/([^#?]+)/.exec(address)?.[1];
  if (!page || !address.includes('en.wikipedia')) return [];
  const title = tidy(decode(page).replaceAll('_', ' '));
  const match = /^(.+ election), (\d{4})$/.exec(title) ?? /^(?:\d{4} )(.+ election)$/.exec(title);
  return match && title.includes(`${year}`) ? [`${year} ${match[1]}`] : [];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readCabinet(
  gathering: Gathering,
  row: Row,
  country: Country | undefined,
  parties: readonly Draft[],
): DraftEvent | null {
  const date = readIso(row.start_date);
  const name = tidy(row.name ?? '');
  if (!country || !date || !name) {
    gathering.tally.left(SOURCE, 'cabinets without a country, a date or a name', name);
    return null;
  }
  const event: DraftEvent = {
    slug: `${date}-${toSlug(labelOf(country.place))}-cabinet-${toSlug(name)}`,
    tag: row.id ?? '',
    date,
    kind: 'cabinet',
    status: 'held',
    title: {
      en: `Cabinet ${name} takes office in ${country.inSentence}${row.caretaker === '1' ? ' (caretaker)' : ''}`,
    },
    participants: [country.place, ...parties.slice(0, 12)],
    places: [country.place],
    names: [],
    source: SOURCE,
  };
  gathering.events.push(event);
  gathering.tally.took(SOURCE, 'cabinets');
  return event;
}

/** A series for each country. It is complete where no two neighbours lie further apart than a parliament can sit. */
function addSeries(gathering: Gathering, events: readonly DraftEvent[], what: string, counts: string): void {
  const byCountry = new Map<Draft, DraftEvent[]>();
  for (const event of events) {
    const [country] = event.participants;
    if (country) byCountry.set(country, [...(byCountry.get(country) ?? []), event]);
  }
  for (const [country, list] of byCountry) {
    const ordered = list.toSorted((a, b) => firstDay(a.date) - firstDay(b.date));
    const first = ordered[0]?.date;
    if (!first) continue;
    const gaps = ordered
      .slice(1)
      .some((event, i) => firstDay(event.date) - firstDay(ordered[i]?.date ?? '') > MAX_GAP_DAYS);
    const [name] = [labelOf(country)];
    gathering.series.push({
      slug: `${toSlug(name)}-${toSlug(what)}`,
      title: { en: `${what[0]?.toUpperCase()}${what.slice(1)}: ${name}` },
      counts: { en: counts },
      events: ordered,
      from: first,
      to: SOURCES[SOURCE].published,
      completeness: gaps ? 'gaps' : 'complete',
      source: SOURCE,
    });
    gathering.tally.took(SOURCE, 'series');
  }
}
