/** Heads of state and government from the Factbook, as its last edition has them: "President Emmanuel MACRON (since …)". */

import { countryByGec, textAt } from './countries';
import { firstDay, lastDay, latest, readSince } from './dates';
import { createDraft, type Draft } from './draft';
import { add, belongsTo, type Country, type Gathering } from './gathering';
import type { WorldInputs } from './inputs';
import { postOf, titleOf } from './offices';
import { addPersonNames, findPerson } from './people';
import { readPersonName } from './person-names';
import { SOURCES } from './sources';

const SOURCE = 'factbook';

/** Titles before a leader's name, longest first; the second is what the office is called. */
const TITLES: readonly (readonly [text: string, position: string, capacity?: 'acting' | 'interim'])[] = [
  ['Sultan and Prime Minister', 'Sultan'],
  ['Crown Prince and Prime Minister', 'Prime Minister'],
  ['Prime Minister and Foreign Minister', 'Prime Minister'],
  ['Prime Minister and Co-Vice President', 'Prime Minister'],
  ['Prime Minister Crown Prince', 'Prime Minister'],
  ['President of the Swiss Confederation', 'President'],
  ['President, Presidential Council,', 'President'],
  ['President of the Government of Spain', 'Prime Minister'],
  ['President of Council of Ministers', 'President of the Council of Ministers'],
  ['Presidential Leadership Council Chairperson', 'Chairperson of the Presidential Leadership Council'],
  ['Transitional President', 'President', 'interim'],
  ['Transition President', 'President', 'interim'],
  ['Interim President', 'President', 'interim'],
  ['Acting President', 'President', 'acting'],
  ['GNU Interim Prime Minister', 'Prime Minister', 'interim'],
  ['Transition Prime Minister', 'Prime Minister', 'interim'],
  ['Interim Prime Minister', 'Prime Minister', 'interim'],
  ['Acting Prime Minister', 'Prime Minister', 'acting'],
  ['Caretaker Prime Minister', 'Prime Minister', 'acting'],
  ['CNSP Prime Minister', 'Prime Minister'],
  ['Vice President', 'Vice President'],
  ['Prime Minister', 'Prime Minister'],
  ['Supreme Leader', 'Supreme Leader'],
  ["Supreme People's Assembly President", "President of the Supreme People's Assembly"],
  ['Federal Chancellor', 'Chancellor'],
  ['Chancellor', 'Chancellor'],
  ['President', 'President'],
  ['Premier', 'Premier'],
  ['Chief Minister', 'Chief Minister'],
  ['Chief Executive', 'Chief Executive'],
  ['Grand Duke', 'Grand Duke'],
  ['Emperor', 'Emperor'],
  ['King', 'King'],
  ['Queen', 'Queen'],
  ['Prince', 'Prince'],
  ['Pope', 'Pope'],
  ['Amir', 'Amir'],
  ['Minister of State', 'Minister of State'],
  ['Governor-General', 'Governor-General'],
  ['Governor', 'Governor'],
  ['Sovereign Council Chair and Commander-in-Chief of the Sudanese Armed Forces', 'Chair of the Sovereign Council'],
  ['Chairman, Presidential Council', 'Chairman of the Presidential Council'],
  ['Chairman of the Presidency', 'Chairman of the Presidency'],
  ['State Affairs Commission President', 'Supreme Leader'],
  ['Taoiseach', 'Taoiseach'],
];

/** Ranks and courtesies between the title and the name. */
const RANK = /^(?:(?:Sr|Gen|Col|Capt|Dr|Maj|Sir|Dame)\.?|General|Colonel|Ratu) /;

export function readLeaders(gathering: Gathering, { factbook }: WorldInputs): void {
  const texts = Object.values(factbook).flatMap((node) => leaderTexts(node).map(([, text]) => text));
  const asOf =
    latest(
      texts.flatMap((text) => sinceDates(text)),
      SOURCES[SOURCE].published,
    ) ?? SOURCES[SOURCE].published;
  for (const [gec, node] of Object.entries(factbook)) {
    const country = countryByGec(gathering, gec);
    if (!country) continue;
    for (const [branch, text] of leaderTexts(node)) readLeader(gathering, country, branch, text, asOf);
  }
}

const leaderTexts = (node: WorldInputs['factbook'][string]): [string, string][] =>
  ['chief of state', 'head of government'].map((branch) => [
    branch,
    textAt(node, 'Government', 'Executive branch', branch),
  ]);

const sinceDates = (text: string): string[] =>
  [...text.matchAll(/\((?:since )?[^)]*\d{4}[^)]*\)/g)].flatMap(([part]) => readSince(part) ?? []);

function readLeader(gathering: Gathering, country: Country, branch: string, text: string, asOf: string): void {
  const { tally } = gathering;
  // A monarch's representative, a note, a second name: the first is the office.
  const first = text.split(/[;]|, represented by/)[0]?.trim() ?? '';
  if (!first || /^none$/i.test(first)) return;
  const from = readSince(first);
  const body = first
    .replace(/\((?:since|\d).*$/, '')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const title = TITLES.find(([known]) => body.startsWith(`${known} `));
  if (!title || !from) {
    tally.left(
      SOURCE,
      title ? 'leaders without a "since"' : 'leaders with a title that is not known',
      `${country.code}: ${first.slice(0, 60)}`,
    );
    return;
  }
  const monarchElsewhere = country.place.placeKind !== 'country' && branch === 'chief of state';
  if (monarchElsewhere) return;
  let name = body.slice(title[0].length).trim();
  // "King HARALD V of Norway"
  name = name.replace(/ of [A-Z][a-z]+$/, '');
  while (RANK.test(name)) name = name.replace(RANK, '');
  const person = leaderOf(gathering, country, name);
  if (!person) {
    tally.left(SOURCE, 'leaders whose name is not one', `${country.code}: ${name}`);
    return;
  }
  const post = postOf(gathering, title[1], country, SOURCE);
  if (post.relations.every(({ kind }) => kind !== 'head-of') && title[1] !== 'Vice President')
    post.relations.unshift({ kind: 'head-of', to: country.place, source: SOURCE });
  const of = country.place.placeKind === 'country' ? { of: country.place } : {};
  const role = {
    title: titleOf(post),
    source: SOURCE,
    post,
    ...of,
    from,
    to: '..',
    asOf,
    ...(title[2] ? { capacity: title[2] } : {}),
  } as const;
  // The extracts of 2022 tell of the same term: what is later is better.
  const older = person.roles.findIndex(
    (known) => known.post === post && known.source !== SOURCE && isSameTerm(known.from, known.to, from),
  );
  if (older >= 0) person.roles.splice(older, 1);
  if (!person.roles.some((known) => known.post === post && known.source === SOURCE)) person.roles.push(role);
  person.prominence = Math.max(person.prominence, 0.9 * country.place.prominence);
  belongsTo(gathering, person, country);
  person.sources.add(SOURCE);
  tally.took(SOURCE, `leaders, as of ${asOf}`);
}

/** An open term that began within two months of the other. */
const isSameTerm = (from: string | undefined, to: string | undefined, since: string): boolean =>
  from !== undefined &&
  (to === undefined || to === '..') &&
  Math.abs(firstDay(from) - firstDay(since)) < 62 &&
  lastDay(from) >= 0;

/** One monarch of several realms is one person; others are looked for among the politicians of the country. */
function leaderOf(gathering: Gathering, country: Country, written: string): Draft | null {
  const names = capitalNames(written);
  if (!names) return null;
  const { full, family, short } = names;
  const isMonarch = / [IVX]+$/.test(full);
  const key = `${full}|${isMonarch ? '' : country.code}`;
  const known = gathering.leaders.get(key) ?? findPerson(gathering.peopleOf.get(country.code) ?? [], full, family);
  const person =
    known ??
    add(
      gathering,
      createDraft({
        type: 'person',
        slug: '',
        tag: country.code,
        label: { en: full },
        source: SOURCE,
        prominence: 0.5,
      }),
    );
  gathering.leaders.set(key, person);
  gathering.tally.took(
    SOURCE,
    known?.qid ? 'leaders joined with a Wikidata item' : 'leaders without a Wikidata item',
    1,
  );
  addPersonNames(person, full, 'en', family ? '' : 'ID');
  if (short) addPersonNames(person, short, 'en', 'ID');
  if (family && !person.names.some(({ kind, text }) => kind === 'family' && text === family)) {
    const wrong = person.names.findIndex(({ kind, lang }) => kind === 'family' && lang === 'en');
    // The capitals say what the last word only suggests.
    if (!known && wrong >= 0) person.names.splice(wrong, 1);
    person.names.push({ text: family, lang: 'en', kind: 'family' });
  }
  return person;
}

/** What a name in the Factbook's capitals says: the whole, the family name, and what a ruler is called by. */
function capitalNames(written: string): { full: string; family: string | null; short: string | null } | null {
  const words = written
    .replace(/,? Jr\.?$/, '')
    .split(' ')
    .filter(Boolean);
  const isCapital = (word: string) => /\p{Lu}[\p{Lu}'’-]+$/u.test(word) && !/^[IVX]+$/.test(word);
  const alone = words.length === 1 && isCapital(words[0] ?? '') ? normal(words[0] ?? '') : null;
  // "Emperor NARUHITO": a ruler's one name.
  if (alone) return { full: alone, family: null, short: null };
  const read = readPersonName(written, 'none');
  const run = words.map((word, i) => ({ word, i })).filter(({ word }) => isCapital(word));
  if (run.length === 0 || !read) return read ? { full: read.full, family: null, short: null } : null;
  const capitals = words.slice(run[0]?.i ?? 0, (run.at(-1)?.i ?? 0) + 1);
  const family = normal(capitals.join(' '));
  const isNumbered = /^[IVX]+$/.test(words.at(-1) ?? '');
  if (isNumbered) return { full: read.full, family: null, short: null };
  if (words.length === capitals.length)
    return { full: read.full, family: capitals.length === 1 ? family : null, short: null };
  return {
    full: read.full,
    family: capitals.length <= 3 && !/ bin /i.test(family) ? family : null,
    short: / bin /i.test(family) ? family : null,
  };
}

/** In ordinary letters; an Arabic article is small: "el-Sisi". */
const normal = (text: string): string =>
  (readPersonName(`X ${text}`, 'none')?.full.slice(2) ?? text).replace(/^(?:Al|El)-/, (article) =>
    article.toLowerCase(),
  );
