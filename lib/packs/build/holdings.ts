/**
 * Holdings of offices and seats from the Wikidata extracts. Nobody is in office by omission: an end that is not
 * recorded is unknown, unless the extract itself shows that the office was still held on its last day.
 */

import { firstDay, lastDay, latest, readIso, yearOf } from './dates';
import { type Draft, tidy } from './draft';
import { belongsTo, type Country, type Gathering, hasLabel, personOf } from './gathering';
import type { HoldingsInput, Row, WorldInputs } from './inputs';
import { officeOf, postOf, titleOf } from './offices';
import { addPersonNames } from './people';
import { toSlug } from './slugs';
import { isSourceKey, SOURCES, type SourceKey } from './sources';

const COUNTRIES: Readonly<Record<string, string>> = {
  'australia-cabinet': 'AU',
  'brazil-ministers': 'BR',
  'canada-cabinet': 'CA',
  'china-ministers': 'CN',
  'france-cabinet': 'FR',
  'india-ministers': 'IN',
  'iran-ministers': 'IR',
  'israel-ministers': 'IL',
  'japan-ministers': 'JP',
  'russia-cabinet': 'RU',
  'south-korea-ministers': 'KR',
  taiwan: 'TW',
  'turkey-ministers': 'TR',
  'ukraine-cabinet': 'UA',
  'united-kingdom-cabinet': 'GB',
  'us-cabinet': 'US',
};

/** Offices that end with death or abdication: a term of decades is no mistake. */
const FOR_LIFE =
  /House of Lords|^monarch$|^Emperor$|^King$|Supreme Leader|Justice|Judge|judge|Pope|Sultan|Guardian Council/;
/** Longest that a lesser office without a recorded end is believed to last. */
const MAX_OPEN_YEARS = 5;
/** Longest term that ends on the day of death: beyond, the extract put the death for an end that is not recorded. */
const MAX_YEARS_TO_DEATH = 6;
const DAYS_A_YEAR = 365.25;

interface Holding {
  readonly position: string;
  readonly person: Draft;
  readonly from: string;
  /** Recorded and believed. */
  readonly to: string | null;
  /** Why there is no end: none recorded, or later than the extract. */
  readonly open: boolean;
  /** Died before the extract ends. */
  readonly dead: boolean;
}

export function readHoldings(gathering: Gathering, { holdings }: WorldInputs): void {
  for (const input of holdings) {
    if (!isSourceKey(input.name) || input.cabinet.length + input.legislature.length === 0) {
      gathering.tally.left('every-politician-scrapers', 'empty or unknown files', input.name);
      continue;
    }
    readExtract(gathering, input, input.name);
  }
}

function readExtract(gathering: Gathering, input: HoldingsInput, source: SourceKey): void {
  const country = gathering.countries.get(COUNTRIES[source] ?? '') ?? null;
  const bound = SOURCES[source].published;
  const days = [...input.cabinet, ...input.legislature].flatMap(({ start, end }) => [start ?? '', end ?? '']);
  // The latest day that the extract knows of: it was not made before.
  const asOf = latest(days, bound) ?? bound;
  const births = new Map(input.births.map((row) => [row.id ?? '', row]));
  for (const [kind, rows] of [
    ['cabinet', input.cabinet],
    ['seat', input.legislature],
  ] as const) {
    const holdings = rows.flatMap((row) => readHolding(gathering, row, { source, country, asOf, births }) ?? []);
    const isCurrent = kind === 'cabinet' ? lastInOffice(holdings, asOf) : sinceRenewal(holdings, asOf);
    for (const holding of holdings) addRole(gathering, holding, { source, country, asOf, isCurrent, kind });
  }
  gathering.tally.note(source, `knows of nothing after ${asOf}`);
}

interface Extract {
  readonly source: SourceKey;
  readonly country: Country | null;
  readonly asOf: string;
  readonly births: ReadonlyMap<string, Row>;
}

function readHolding(gathering: Gathering, row: Row, { source, country, asOf, births }: Extract): Holding | null {
  const { tally } = gathering;
  const [position, label, qid] = [tidy(row.position ?? ''), tidy(row.person ?? ''), row.personID ?? ''];
  const from = readIso(row.start);
  const end = readIso(row.end);
  const refuse = (why: string): null => {
    tally.left(source, why, `${label}, ${position}`);
    return null;
  };
  if (!/^Q\d+$/.test(qid) || !position) return refuse('holdings without a person or a position');
  if (/^Q\d+$/.test(label) || !label) return refuse('holdings of persons without a name');
  if (/^First Lady|spouse of/i.test(position)) return refuse('positions that are no office');
  if (!from) return refuse('holdings without a beginning');
  if (end && lastDay(end) < firstDay(from)) return refuse('holdings that end before they begin');
  if (firstDay(from) > lastDay(asOf)) return refuse('holdings that begin after the extract');
  const bio = births.get(qid);
  const born = readIso(row.DOB || bio?.dob);
  const died = readIso(row.DOD || bio?.dod);
  if (born && yearOf(from) - yearOf(born) < 15 && !FOR_LIFE.test(position))
    return refuse('holdings that begin in childhood');
  if (born && yearOf(from) - yearOf(born) > 100) return refuse('holdings that begin after a hundred years of life');
  if (died && firstDay(from) > lastDay(died)) return refuse('holdings that begin after death');

  const person = personOf(gathering, qid, label, source);
  if (!hasLabel(person)) person.label = { en: label };
  addPersonNames(person, label, 'en', country?.code ?? '');
  if (born) person.born ??= born;
  if (died) person.died ??= died;
  if (row.enwiki || bio?.enwiki) person.prominence = Math.max(person.prominence, 0.12);
  if (country) belongsTo(gathering, person, country);
  const years = end ? (lastDay(end) - firstDay(from)) / DAYS_A_YEAR : 0;
  const isDeath = end !== null && end === died && years > MAX_YEARS_TO_DEATH && !FOR_LIFE.test(position);
  if (isDeath)
    tally.left(
      source,
      'ends that are the day of death after a long term: taken as not recorded',
      `${label}, ${position}`,
    );
  const isPlanned = end !== null && lastDay(end) > lastDay(asOf);
  const to = end && !isDeath && !isPlanned ? end : null;
  return { position, person, from, to, open: to === null, dead: died !== null && lastDay(died) <= lastDay(asOf) };
}

/** Of an office that one person holds: the last to begin, if nobody followed and it is not too long ago. */
function lastInOffice(holdings: readonly Holding[], asOf: string): (holding: Holding) => boolean {
  const lastStart = new Map<string, number>();
  for (const { position, from } of holdings)
    lastStart.set(position, Math.max(lastStart.get(position) ?? -Infinity, firstDay(from)));
  return ({ position, from, dead }) => {
    if (dead || firstDay(from) !== lastStart.get(position)) return false;
    const years = (firstDay(asOf) - firstDay(from)) / DAYS_A_YEAR;
    return years <= MAX_OPEN_YEARS || officeOf(position) !== undefined || FOR_LIFE.test(position);
  };
}

/** Part of all holdings of a seat that begin on the day of a general renewal. */
const RENEWAL_SHARE = 0.04;

/** Of a chamber: those that began with its latest general renewal or after. */
function sinceRenewal(holdings: readonly Holding[], asOf: string): (holding: Holding) => boolean {
  const starts = new Map<string, Map<number, number>>();
  const totals = new Map<string, number>();
  for (const { position, from } of holdings) {
    const days = starts.get(position) ?? new Map<number, number>();
    days.set(firstDay(from), (days.get(firstDay(from)) ?? 0) + 1);
    starts.set(position, days);
    totals.set(position, (totals.get(position) ?? 0) + 1);
  }
  const renewals = new Map<string, number>();
  for (const [position, days] of starts) {
    const least = Math.max(5, (totals.get(position) ?? 0) * RENEWAL_SHARE);
    for (const [day, count] of days)
      if (count >= least) renewals.set(position, Math.max(renewals.get(position) ?? -Infinity, day));
  }
  return ({ position, from, dead }) => {
    if (dead) return false;
    if (/House of Lords/.test(position)) return true;
    const renewal = renewals.get(position) ?? Number.POSITIVE_INFINITY;
    const years = (firstDay(asOf) - firstDay(from)) / DAYS_A_YEAR;
    return years <= MAX_OPEN_YEARS && firstDay(from) >= renewal;
  };
}

interface RoleContext {
  readonly source: SourceKey;
  readonly country: Country | null;
  readonly asOf: string;
  readonly isCurrent: (holding: Holding) => boolean;
  readonly kind: 'cabinet' | 'seat';
}

function addRole(
  gathering: Gathering,
  holding: Holding,
  { source, country, asOf, isCurrent, kind }: RoleContext,
): void {
  const { position, person, from, to, open } = holding;
  const post = postOf(gathering, position, country, source);
  const organisation = country ? null : organisationIn(gathering, position);
  const of = country?.place ?? organisation;
  const isHeld = open && isCurrent(holding);
  // A year that goes on after the extract is not vouched for to its end.
  const unknown = lastDay(from) > lastDay(asOf) ? { from, asOf } : { from };
  const interval: { from: string; to?: string; asOf?: string } = to
    ? { from, to }
    : isHeld
      ? { from, to: '..', asOf }
      : unknown;
  const isKnown = person.roles.some(
    (role) => role.post === post && role.from === from && (role.to ?? '') === (interval.to ?? ''),
  );
  if (isKnown) {
    gathering.tally.left(source, 'holdings that are there already', position);
    return;
  }
  person.roles.push({ title: titleOf(post), source, post, ...(of ? { of } : {}), ...interval });
  const office = country ? officeOf(position) : undefined;
  const weight = office
    ? office.rank * 0.8 * (country?.place.prominence ?? 0.5)
    : kind === 'cabinet'
      ? 0.22
      : isNational(position)
        ? 0.12
        : 0.06;
  person.prominence = Math.max(person.prominence, weight);
  gathering.tally.took(
    source,
    to
      ? 'holdings with both ends'
      : isHeld
        ? 'holdings open on the last day of the extract'
        : 'holdings whose end is not known',
  );
}

const isNational = (position: string): boolean =>
  !/\b(?:State|Regional|Legislative Assembly|Prefectural|state|Council of)\b/.test(position);

function organisationIn({ organisations }: Gathering, position: string): Draft | null {
  const name = / of the ([A-Z].+)$/.exec(position)?.[1] ?? '';
  return organisations.get(toSlug(name.replace(/ General Assembly$/, ''))) ?? null;
}
