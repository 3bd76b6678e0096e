/** The card at a name, as of the article's date. */
import type { Evidence, Mention } from '../model/article';
import type { Reference } from '../model/ids';
import { pickText, type ShownText } from '../model/localized';
import type { Account, Entity, PackEvent } from '../model/pack';
import { parseEdtf } from '../text/edtf';
import type { ArticleContext } from './article-context';
import { buildBehindRows } from './behind-rows';
import { describe } from './describe';
import { entityOf, eventOf, type Facts, from, isLater, sourcesOf } from './facts';
import { articleForm, nativeName, readerName, readingOf } from './names';
import { buildOffices } from './offices';
import { buildPackSections, cardSources, packOfRecord } from './pack-sections';
import { roleQuestions, whoOnDay } from './posts';
import { buildRoleBlock } from './role-block';
import type { AccountModel, CardModel, ChoiceModel, WhyModel } from './view-models';

/** What is known of the mention the card stands at. */
export interface CardMention extends Pick<Mention, 'surface' | 'evidence' | 'rivals'> {
  readonly articleLang: string;
  readonly position: CardModel['position'];
}

/** Builds a card; `null` when the record is gone. Nothing in it is later than the as-of date but the Now-line. */
export function buildCard(
  facts: Facts,
  reference: Reference,
  context: ArticleContext,
  mention: CardMention | null,
): CardModel | null {
  const entity = entityOf(facts, reference);
  if (entity) return entityCard(facts, reference, entity, context, mention);
  const event = eventOf(facts, reference);
  return event ? eventCard(facts, reference, event, context, mention) : null;
}

function shared(facts: Facts, reference: Reference, context: ArticleContext, mention: CardMention | null) {
  return {
    reference,
    asOf: context.asOf,
    why: mention && toWhy(facts, mention, context),
    position: mention?.position ?? null,
    ...packOfRecord(facts, reference, context),
  };
}

function entityCard(
  facts: Facts,
  reference: Reference,
  entity: Entity,
  context: ArticleContext,
  mention: CardMention | null,
): CardModel {
  const label = readerName(entity.label, context.lang);
  const form = mention ? articleForm(label, mention.surface, mention.articleLang) : null;
  // "Lee Jae Myung" of the article and "Lee Jae-myung" of the record are one name to a reader: the article's is shown.
  const name =
    mention?.surface && !form && label.lang === mention.articleLang ? { ...label, text: mention.surface } : label;
  const native = nativeName(facts, reference, name);
  const roles =
    entity.type === 'person'
      ? buildRoleBlock(entity, context.asOfDay, context.lang, roleQuestions(facts, reference, context))
      : null;
  const description = describe(entity, context);
  return {
    ...shared(facts, reference, context, mention),
    type: entity.type,
    name,
    native,
    reading: readingOf(entity, native, context.lang),
    // A part of the shown name ("Nakatani") is no form that a reader has to be told.
    articleForm: form && !isPart(name.text, form.text) && form.text !== native?.text ? form : null,
    date: null,
    place: null,
    roles,
    description,
    offices: buildOffices(facts, reference, context),
    accounts: toAccounts(facts, reference, entity.accounts ?? [], context),
    behind: buildBehindRows(facts, reference, context),
    sources: sourcesOf(facts, reference, cardSources(entity, context), context.asOfDay),
    others: buildPackSections(facts, reference, context, { roles, description }),
  };
}

const isPart = (whole: string, part: string): boolean => whole.toLowerCase().includes(part.toLowerCase());

/** Of an event that is still to come nothing is said but its name: where and when it was held is hindsight. */
function eventCard(
  facts: Facts,
  reference: Reference,
  event: PackEvent,
  context: ArticleContext,
  mention: CardMention | null,
): CardModel {
  const isToCome = isLater(facts, reference, context.asOfDay);
  const place = (event.places ?? [])[0];
  const placeEntity = place && !isToCome ? entityOf(facts, from(reference, place)) : null;
  const surface = mention ? { text: mention.surface, lang: mention.articleLang } : null;
  return {
    ...shared(facts, reference, context, mention),
    type: 'event',
    name: isToCome && surface ? surface : readerName(event.title, context.lang),
    native: null,
    reading: null,
    articleForm: isToCome ? null : surface,
    date: isToCome ? null : event.date,
    place: placeEntity ? readerName(placeEntity.label, context.lang) : null,
    roles: null,
    description: isToCome ? null : pickText(event.summary, context.lang),
    offices: null,
    accounts: isToCome ? [] : toAccounts(facts, reference, event.accounts ?? [], context),
    behind: [],
    sources: isToCome ? [] : sourcesOf(facts, reference, event.sources, context.asOfDay),
    others: [],
  };
}

/** Accounts given up to the day; none while only one party has spoken, for the other's room would be empty. */
function toAccounts(
  facts: Facts,
  reference: Reference,
  accounts: readonly Account[],
  context: ArticleContext,
): AccountModel[] {
  const given = accounts.filter(({ date }) => !date || (parseEdtf(date)?.last ?? 0) <= context.asOfDay);
  if (new Set(given.map(({ by }) => by)).size < 2) return [];
  return given.map((account) => {
    const party = entityOf(facts, from(reference, account.by));
    return {
      by: party ? readerName(party.label, context.lang) : { text: account.by, lang: 'en' },
      text: pickText(account.text, context.lang) ?? { text: '', lang: context.lang },
      sources: sourcesOf(facts, reference, account.sources, context.asOfDay),
    };
  });
}

function toWhy(facts: Facts, mention: CardMention, context: ArticleContext): WhyModel {
  return {
    surface: mention.surface,
    evidence: mention.evidence.map((evidence) => nameWitness(facts, evidence, context)),
    rivals: mention.rivals.flatMap(({ entity, refusal }) => {
      const name = nameOf(facts, entity, context.lang);
      return name ? [{ name, refusal }] : [];
    }),
  };
}

/** What recognition names as context is a reference; a reader is told its name. */
function nameWitness(facts: Facts, evidence: Evidence, { lang }: ArticleContext): Evidence {
  if (evidence.kind !== 'context') return evidence;
  return { ...evidence, with: nameOf(facts, evidence.with as Reference, lang)?.text ?? '' };
}

function nameOf(facts: Facts, reference: Reference, lang: string): ShownText | null {
  const record = entityOf(facts, reference);
  if (record) return readerName(record.label, lang);
  const event = eventOf(facts, reference);
  return event && readerName(event.title, lang);
}

/** "Which one?": name, and role on the day, of each candidate that is known. */
export function buildChoice(
  facts: Facts,
  references: readonly Reference[],
  surface: string,
  context: ArticleContext,
): ChoiceModel {
  return {
    surface,
    options: references.flatMap((reference) => {
      const name = nameOf(facts, reference, context.lang);
      return name ? [{ reference, name, ...whoOnDay(facts, reference, context) }] : [];
    }),
  };
}
