/** Members of the US Congress with state, district and terms; presidents and vice presidents. */
import { lastDay, latest, readIso } from './dates';
import { createDraft, type Draft } from './draft';
import { add, belongsTo, type Country, type Gathering, personOf } from './gathering';
import type { CongressInput, CongressTerm, WorldInputs } from './inputs';
import { postOf, titleOf } from './offices';
import { addPersonNames, findPerson } from './people';
import { SOURCES } from './sources';

const SOURCE = 'us-congress';
const POSTS: Readonly<Record<string, string>> = {
  rep: 'United States representative',
  sen: 'United States senator',
  prez: 'President',
  viceprez: 'Vice President',
};

export function readCongress(gathering: Gathering, { congress, executive }: WorldInputs): void {
  const country = gathering.countries.get('US');
  if (!country) return;
  const members = [...congress, ...executive];
  const asOf =
    latest(
      members.flatMap(({ terms }) => terms.flatMap(({ start, end }) => [start, end])),
      SOURCES[SOURCE].published,
    ) ?? SOURCES[SOURCE].published;
  for (const member of members) {
    const person = personFor(gathering, member, country);
    const { first, last, official_full: official, nickname, suffix } = member.name;
    const full = [first, last].join(' ');
    for (const text of [official, full, nickname ? `${nickname} ${last}` : null])
      if (text) addPersonNames(person, text, 'en', 'US');
    // The official name with its suffix stays the label where nothing else is known.
    person.label.en ??= official ?? [full, suffix].filter(Boolean).join(' ');
    const born = readIso(member.bio?.birthday);
    if (born) person.born ??= born;
    belongsTo(gathering, person, country);
    for (const term of member.terms) addTerm(gathering, person, term, country, asOf);
    gathering.tally.took(SOURCE, 'persons');
  }
}

/** Who bears the family name and began in such an office on the day of a term: "Bill Clinton" is "William Clinton". */
function inSameOffice(people: Iterable<Draft>, family: string, terms: readonly CongressTerm[]): Draft | null {
  const starts = new Set(terms.map(({ start }) => start));
  for (const person of people) {
    const isNamed = person.names.some(({ kind, text }) => kind === 'family' && text === family);
    if (
      isNamed &&
      person.roles.some(({ from, post }) => starts.has(from ?? '') && /-(?:vice-)?president$/.test(post?.slug ?? ''))
    )
      return person;
  }
  return null;
}

function personFor(gathering: Gathering, { id, name, terms }: CongressInput, country: Country): Draft {
  const label = name.official_full ?? `${name.first} ${name.last}`;
  if (id.wikidata) return personOf(gathering, id.wikidata, label, SOURCE);
  const people = gathering.peopleOf.get(country.code) ?? new Set<Draft>();
  const known = inSameOffice(people, name.last, terms) ?? findPerson(people, label, name.last);
  if (known) {
    known.sources.add(SOURCE);
    return known;
  }
  return add(
    gathering,
    createDraft({ type: 'person', slug: '', tag: 'us', label: { en: label }, source: SOURCE, prominence: 0.15 }),
  );
}

function addTerm(gathering: Gathering, person: Draft, term: CongressTerm, country: Country, asOf: string): void {
  const { tally } = gathering;
  const position = Object.hasOwn(POSTS, term.type) ? POSTS[term.type] : undefined;
  const [from, end] = [readIso(term.start), readIso(term.end)];
  if (!position || !from || !end) {
    tally.left(SOURCE, 'terms without dates', term.type);
    return;
  }
  const post = postOf(gathering, position, country, SOURCE);
  const isOver = lastDay(end) <= lastDay(asOf);
  const interval = isOver ? { from, to: end } : { from, to: '..', asOf };
  const isSeat = term.type === 'rep' || term.type === 'sen';
  // The Wikidata extract tells of the same seats, less exactly.
  const overlapping = person.roles.findIndex(
    (role) =>
      role.post === post &&
      role.source === 'us-cabinet' &&
      role.from !== undefined &&
      role.from <= end &&
      (role.to === undefined || role.to === '..' || role.to >= from),
  );
  if (overlapping >= 0) {
    person.roles.splice(overlapping, 1);
    tally.left('us-cabinet', 'seats that the Congress list dates better');
  }
  const title = isSeat && term.state ? { en: seatTitle(term, term.state) } : titleOf(post);
  person.roles.push({ title, source: SOURCE, post, of: country.place, ...interval });
  const isPast = Number(from.slice(0, 4)) < 1945;
  const rank = { prez: isPast ? 0.45 : 0.75, viceprez: isPast ? 0.25 : 0.5, sen: 0.35, rep: 0.25 }[term.type] ?? 0.2;
  person.prominence = Math.max(person.prominence, isOver && isSeat ? rank * 0.6 : rank);
  tally.took(SOURCE, isOver ? 'terms with both ends' : `terms open on ${asOf}`);
}

const seatTitle = ({ type, district }: CongressTerm, state: string): string =>
  type === 'sen'
    ? `United States senator for ${state}`
    : `United States representative for ${state}${district ? `, district ${district}` : ''}`;
