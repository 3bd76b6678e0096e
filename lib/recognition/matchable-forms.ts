/**
 * The forms by which a record's names are looked for. Packs made by machines list what stood in texts, articles,
 * possessives and commas included; the mention is the name without them (DESIGN.md, "Recognition").
 */
import type { Name } from '../model/pack';
import { foldName } from '../text/fold';
import type { Named } from './compile-names';
import { FUNCTION_WORDS, LEGAL_FORMS, TITLES } from './tables/english';
import { isCommonWord } from './tables/english-words';

/** Letters of a script, and not only digits and signs: "9/11" and "1988-89" are dates. */
const LETTER = /\p{L}/u;
/** "D-Mass.", "R-Ohio": a legislator's party and state. */
const PARTY_AND_STATE = /^[dr]-/;

/** A name without what is no part of it, folded; `null` when what is left is not looked for. */
function bareForm(
  { name, folded }: FoldedName,
  isThing: boolean,
  own: ReadonlySet<string>,
  full: ReadonlySet<string>,
): string | null {
  let form = folded;
  if (!LETTER.test(form)) return null;
  // An office is called by all of its title: "President of Russia".
  if (name.lang !== 'en' || name.caseSensitive || name.kind === 'title') return form;
  // "The Hague" keeps its article, "The New York Times" is found without.
  if (form.startsWith('the ')) {
    const rest = form.slice('the '.length);
    if (rest.includes(' ') || (name.kind !== 'full' && own.has(rest))) form = rest;
  }
  form = form.replace(EDGES, '');
  if (name.kind !== 'full') {
    form = form.replace(/'s?$/, '').replace(MODIFIER, '');
    // "Columbus, Ohio" is two mentions; "Polands" has lost its apostrophe.
    if (form.includes(', ') || form.includes(' (') || (form.endsWith('s') && full.has(form.slice(0, -1)))) return null;
    form = withoutTitle(form);
    if (form.startsWith('the ') && isCommonWord(form.slice('the '.length))) return null;
  }
  return isThing && isNoName(form) ? null : form;
}

/** Quotation marks, commas and dashes around a name; full stops and brackets belong to it. */
const EDGES = /^[\s,;:"'\u201c\u201d*-]+|[\s,;:"\u201c\u201d*-]+$/g;
/** "Atlanta-based" */
const MODIFIER = /-(?:based|born|led|made|style|owned|backed|area|bound)$/;
const DATE = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? \d+$/;
const CONTRACTION = /'(?:ll|re|ve|d|m|t)$/;

/** Words of grammar, titles, dates: what lists made by machines hold besides names. */
const isNoName = (form: string): boolean =>
  FUNCTION_WORDS.has(form) ||
  LEGAL_FORMS.has(form) ||
  TITLES.has(form) ||
  TITLES.has(`${form}.`) ||
  PARTY_AND_STATE.test(form) ||
  DATE.test(form) ||
  CONTRACTION.test(form);

function withoutTitle(form: string): string {
  const words = form.split(' ');
  for (let count = words.length - 1; count > 0; count--) {
    if (TITLES.has(words.slice(0, count).join(' '))) return words.slice(count).join(' ');
  }
  return form;
}

/** A name with its folded text. */
export interface FoldedName {
  readonly name: Name;
  readonly folded: string;
}

/** The names of a record, family names within full ones included, each folded once for all who ask. */
export const foldNames = ({ names }: Named): readonly FoldedName[] =>
  names?.flatMap((name) => {
    const folded = { name, folded: foldName(name.text) };
    const family = familyIn(name);
    return family ? [folded, { name: family, folded: foldName(family.text) }] : [folded];
  }) ?? [];

function familyIn({ text, lang, from, to, family }: Name): Name | null {
  if (family === undefined || family === text) return null;
  return { text: family, lang, kind: 'family', ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

/**
 * Names of a record with the forms that are looked for; a form that only remains of a longer name stands once. A thing
 * of which all labels are in small letters is a common noun and has no names: "heart disease".
 */
export function matchableForms(
  record: Named,
  names: readonly FoldedName[] = foldNames(record),
): (readonly [form: string, name: Name])[] {
  const isThing = record.record === 'entity' && record.type === 'thing';
  if (isThing && names.every(({ name }) => name.kind !== 'full' || isSmall(name.text))) return [];
  const own = new Set(names.map(({ folded }) => folded));
  const full = new Set(names.filter(({ name }) => name.kind === 'full').map(({ folded }) => folded));
  const seen = new Set<string>();
  return names.flatMap((named) => {
    const form = bareForm(named, isThing, own, full);
    if (form === null) return [];
    const isOwn = form === named.folded;
    if (!isOwn && (own.has(form) || seen.has(form))) return [];
    if (!isOwn) seen.add(form);
    return [[form, named.name] as const];
  });
}

const isSmall = (text: string): boolean => /\p{Ll}/u.test(text) && !/\p{Lu}|\p{Lt}/u.test(text);
