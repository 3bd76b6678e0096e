/**
 * "Brief me on …": the entities of the packs that are called so; where no pack knows the name, and the reader has agreed
 * to look-ups, what Wikidata and Wikipedia say. Nothing but such a request looks anything up.
 */
import { buildArticleContext } from '../briefing/article-context';
import { buildCard } from '../briefing/build-card';
import { buildLookUp } from '../briefing/build-look-up';
import type { BriefAnswer, BriefProblem } from '../briefing/look-up-models';
import type { CardModel } from '../briefing/view-models';
import type { AsOf } from '../model/article';
import type { Reference } from '../model/ids';
import type { InterfaceLanguage, LanguageTag, ShownText } from '../model/localized';
import { MAX_NAME_CHARS } from '../packs/limits';
import type { DatedText } from '../packs/wikimedia/looked-up';
import { foldName, sameForm } from '../text/fold';
import { dayOf } from './article-facts';
import { gatherFacts } from './gather-facts';
import type { JoinedKnowledge } from './knowledge';
import { LookUpError } from './look-ups/look-up-error';
import type { LookUps } from './look-ups/look-ups';
import { targetsCalled } from './own/subjects';

export interface BriefRequest {
  /** What the reader selected or typed. */
  readonly text: string;
  /** The item chosen among several that are called so. */
  readonly item: string | null;
  /** Of the article in front; `null` where there is none. */
  readonly asOf: AsOf | null;
  readonly articleLang: LanguageTag | null;
  readonly lang: InterfaceLanguage;
  readonly isPrivate: boolean;
}

interface BriefPorts {
  readonly knowledge: () => Promise<JoinedKnowledge | null>;
  readonly lookUps: LookUps;
  /** `2026-11-25`, in the reader's own calendar. */
  readonly today: () => string;
}

/** Entities of one name that are shown: who has more namesakes is looked for by a fuller name. */
const MAX_KNOWN = 5;
const EDGES = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu;
const POSSESSIVE = /['’]s?$/u;

/** The name in a selection, which often has a comma or a possessive too many; `null` when there is none. */
export function nameIn(selection: string): string | null {
  const name = selection.replace(/\s+/g, ' ').trim().replace(POSSESSIVE, '').replace(EDGES, '').replace(POSSESSIVE, '');
  return name.length > MAX_NAME_CHARS || foldName(name) === '' ? null : name;
}

/** No consent, no connection, nobody who waits: nothing has gone wrong. */
const EXPECTED: ReadonlySet<BriefProblem | 'off' | 'aborted'> = new Set(['off', 'offline', 'aborted']);

export async function briefOn(request: BriefRequest, ports: BriefPorts, signal: AbortSignal): Promise<BriefAnswer> {
  const name = nameIn(request.text);
  if (name === null) return failed('no-name');
  if (request.item === null) {
    const cards = await knownCards(name, request, ports);
    if (cards.length > 0) return { state: 'known', cards };
  }
  try {
    return await lookUp(name, request, ports, signal);
  } catch (error) {
    if (!(error instanceof LookUpError)) throw error;
    if (!EXPECTED.has(error.problem)) console.warn('Sidelight: nothing was looked up', error);
    return error.problem === 'off' ? { state: 'off' } : failed(error.problem, error.until);
  }
}

const failed = (problem: BriefProblem, until: number | null = null): BriefAnswer => ({
  state: 'failed',
  problem,
  until,
});

/** Cards of what the packs call so, as of the article's day, or of today. */
async function knownCards(name: string, request: BriefRequest, { knowledge, today }: BriefPorts): Promise<CardModel[]> {
  const known = await knowledge();
  if (!known) return [];
  const targets = new Set(targetsCalled(known.index, name));
  const references = [...(await known.referencesOf(targets)).values()].slice(0, MAX_KNOWN);
  if (references.length === 0) return [];
  const asOf: AsOf = request.asOf ?? { day: today(), origin: 'none' };
  const day = dayOf(asOf);
  const named = new Set<Reference>(references);
  const facts = await gatherFacts(known, named, day);
  const context = buildArticleContext(facts, named, asOf, day, request.lang);
  return references.flatMap((reference) => buildCard(facts, reference, context, null) ?? []);
}

async function lookUp(
  name: string,
  { item, asOf, articleLang, lang, isPrivate }: BriefRequest,
  { lookUps, today }: BriefPorts,
  signal: AbortSignal,
): Promise<BriefAnswer> {
  const read = async (chosen: string): Promise<BriefAnswer> => {
    const answer = await lookUps.read(chosen, { lang, isPrivate }, signal);
    if (!answer) return failed('nothing');
    const { found, withoutSummary } = answer;
    return {
      state: 'found',
      model: buildLookUp(found, { asOf, today: today(), isWithoutSummary: withoutSummary !== null }),
    };
  };
  if (item !== null) return read(item);
  const hits = await lookUps.search({ name, lang, articleLang, isPrivate }, signal);
  // With two of the same name, or none of exactly this one, the reader is asked.
  const exact = hits.filter(({ matched, label }) => sameForm(matched, name) || sameForm(label.text, name));
  const [only] = exact;
  if (only && exact.length === 1) return read(only.item);
  const offered = exact.length > 0 ? exact : hits;
  if (offered.length === 0) return failed('nothing');
  const shown = (text: DatedText): ShownText => (text.lang === lang ? text : { ...text, fallback: true });
  return {
    state: 'choice',
    options: offered.map(({ item: id, label, description }) => ({
      item: id,
      name: shown(label),
      description: description && shown(description),
    })),
  };
}
