/** Heads of state and government of some thirty countries on the day of the share-alike snapshot. */
import { readIso } from './dates';
import { addName, createDraft, type Draft, labelOf, tidy } from './draft';
import type { Country, Gathering } from './gathering';
import type { LeaderPosition, ShareAlikeInputs } from './inputs';
import { findPost } from './offices';
import { addPersonNames, findPerson } from './people';
import type { Tally } from './tally';

const SOURCE = 'world-leaders';

export function readLeadersOfToday(
  { snapshot_date: asOf, countries }: ShareAlikeInputs['leaders'],
  world: Gathering,
  tally: Tally,
): Draft[] {
  const people = new Map<string, Draft>();
  for (const { country: named, positions } of Object.values(countries)) {
    const country = world.countries.get(named.iso_code);
    for (const position of Object.values(positions)) {
      if (!country || !position?.current_holder?.wikidata_id) {
        tally.left(SOURCE, 'positions without a holder who has a Wikidata item', named.iso_code);
        continue;
      }
      readPosition(position, position.current_holder, country, { asOf, world, people, tally });
    }
  }
  return [...people.values()];
}

interface LeaderContext {
  readonly asOf: string;
  readonly world: Gathering;
  readonly people: Map<string, Draft>;
  readonly tally: Tally;
}

function readPosition(
  position: LeaderPosition,
  holder: NonNullable<LeaderPosition['current_holder']>,
  country: Country,
  { asOf, world, people, tally }: LeaderContext,
): void {
  const qid = holder.wikidata_id ?? '';
  const label = tidy(holder.name_en);
  // The same person in the world pack: by item, or by name where that pack knows no item.
  const known = world.people.get(qid) ?? findPerson(world.peopleOf.get(country.code) ?? [], label, null);
  const person =
    people.get(qid) ??
    createDraft({
      type: 'person',
      slug: '',
      tag: country.code,
      label: { en: known ? labelOf(known) : label },
      source: SOURCE,
      qid,
      prominence: 0.85 * country.place.prominence,
    });
  people.set(qid, person);
  const bare: Draft = { ...person, names: [] };
  addPersonNames(bare, label, 'en', country.code);
  if (holder.name_local) addPersonNames(bare, holder.name_local, languageOf(holder.name_local, country), country.code);
  const said = new Set((known?.names ?? []).map(({ text }) => text));
  for (const { text, lang, kind, needs } of bare.names)
    if (!said.has(text)) addName(person, text, lang, kind, needs ? { needs } : {});
  const title = tidy(position.title_en ?? '');
  const since = holder.since ?? '';
  // The first of January mostly means that only the year is known.
  const from = readIso(since.endsWith('-01-01') ? since.slice(0, 4) : since);
  const post = findPost(world, title, country);
  const born = readIso(holder.born ?? '');
  if (born) person.born = born;
  // Who is head of state and of government at once is listed twice, in one office.
  if (post && person.roles.some((role) => role.post === post && role.from === from)) {
    tally.left(SOURCE, 'offices that are listed twice', `${country.code} ${title}`);
    return;
  }
  person.roles.push({
    title: post ? post.label : { en: `${title} of ${country.inSentence}` },
    source: SOURCE,
    ...(post ? { post } : {}),
    ...(country.place.placeKind === 'country' ? { of: country.place } : {}),
    ...(from ? { from } : {}),
    to: '..',
    asOf,
  });
  tally.took(SOURCE, known ? 'leaders joined with the world pack' : 'leaders');
}

function languageOf(name: string, { code }: Country): string {
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(name) || code === 'JP') return 'ja';
  if (/\p{sc=Hangul}/u.test(name)) return 'ko';
  if (/\p{sc=Han}/u.test(name)) return code === 'TW' ? 'zh-Hant' : 'zh-Hans';
  if (/\p{sc=Cyrillic}/u.test(name)) return 'ru';
  return /\p{sc=Arabic}/u.test(name) ? 'ar' : 'en';
}
