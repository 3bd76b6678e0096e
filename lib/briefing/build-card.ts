/** The card at a name, as of the article's date. */
import type { Mention } from '../model/article';
import type { Reference } from '../model/ids';
import { pickText } from '../model/localized';
import type { Account, Entity, PackEvent, Ref } from '../model/pack';
import { parseEdtf, partRelativeTo } from '../text/edtf';
import type { ArticleContext } from './article-context';
import { buildBehindRows } from './behind-rows';
import { entityOf, eventOf, type Facts, from, packOf, sourcesOf } from './facts';
import { articleForm, nativeName, readerName, readingOf } from './names';
import { buildOffices } from './offices';
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
  const header = facts.header(packOf(reference));
  return {
    reference,
    asOf: context.asOf,
    why: mention && toWhy(facts, mention, context),
    position: mention?.position ?? null,
    coverageTo: header.coverageTo,
    pack: { title: pickText(header.title, context.lang) ?? { text: header.id, lang: 'en' }, version: header.version },
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
    mention && !form && label.lang === mention.articleLang && isWhole(label.text, mention.surface)
      ? { ...label, text: mention.surface }
      : label;
  const native = nativeName(facts, reference, name);
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
    roles:
      entity.type === 'person'
        ? buildRoleBlock(entity, context.asOfDay, context.lang, roleQuestions(facts, reference, context))
        : null,
    description: pickText(entity.description, context.lang),
    offices: buildOffices(facts, reference, context),
    accounts: toAccounts(facts, reference, entity.accounts ?? [], context),
    behind: buildBehindRows(facts, reference, context),
    sources: sourcesOf(facts, reference, cardSources(entity, context)),
  };
}

const isWhole = (label: string, surface: string): boolean => label.split(/\s+/).length === surface.split(/\s+/).length;
const isPart = (whole: string, part: string): boolean => whole.toLowerCase().includes(part.toLowerCase());

/** Sources of what the card says: of the roles asserted up to the day first, then of the entity. */
function cardSources(entity: Entity, { asOfDay }: ArticleContext): Ref[] {
  const roles = (entity.roles ?? []).filter((role) => (parseEdtf(role.from ?? '')?.first ?? asOfDay) <= asOfDay);
  const latest = roles.at(-1);
  return [...(latest?.sources ?? []), ...entity.sources];
}

function eventCard(
  facts: Facts,
  reference: Reference,
  event: PackEvent,
  context: ArticleContext,
  mention: CardMention | null,
): CardModel {
  const place = (event.places ?? [])[0];
  const placeEntity = place ? entityOf(facts, from(reference, place)) : null;
  const isLater =
    partRelativeTo(
      parseEdtf(event.date) ?? { first: 0, last: 0, precision: 'day', approximate: false, interval: false },
      context.asOfDay,
    ) === 'since';
  const title = readerName(event.title, context.lang);
  return {
    ...shared(facts, reference, context, mention),
    type: 'event',
    name: title,
    native: null,
    reading: null,
    articleForm: mention ? { text: mention.surface, lang: mention.articleLang } : null,
    date: event.date,
    place: placeEntity ? readerName(placeEntity.label, context.lang) : null,
    roles: null,
    description: isLater ? null : pickText(event.summary, context.lang),
    offices: null,
    accounts: isLater ? [] : toAccounts(facts, reference, event.accounts ?? [], context),
    behind: [],
    sources: sourcesOf(facts, reference, event.sources),
  };
}

function toAccounts(
  facts: Facts,
  reference: Reference,
  accounts: readonly Account[],
  context: ArticleContext,
): AccountModel[] {
  return accounts
    .filter(({ date }) => !date || (parseEdtf(date)?.first ?? 0) <= context.asOfDay)
    .map((account) => {
      const party = entityOf(facts, from(reference, account.by));
      return {
        by: party ? readerName(party.label, context.lang) : { text: account.by, lang: 'en' },
        text: pickText(account.text, context.lang) ?? { text: '', lang: context.lang },
        sources: sourcesOf(facts, reference, account.sources),
      };
    });
}

function toWhy(facts: Facts, mention: CardMention, context: ArticleContext): WhyModel {
  return {
    surface: mention.surface,
    // What recognition knows is the country's reference; a reader is told its name.
    evidence: mention.evidence.map((evidence) =>
      evidence.kind === 'context' && evidence.with !== ''
        ? { ...evidence, with: nameOf(facts, evidence.with as Reference, context.lang).text }
        : evidence,
    ),
    rivals: mention.rivals.map(({ entity, refusal }) => ({ name: nameOf(facts, entity, context.lang), refusal })),
  };
}

function nameOf(facts: Facts, reference: Reference, lang: string) {
  const record = entityOf(facts, reference);
  if (record) return readerName(record.label, lang);
  const event = eventOf(facts, reference);
  return event ? readerName(event.title, lang) : { text: reference, lang: 'en' };
}

/** "Which one?": name, and role on the day, of each candidate. */
export function buildChoice(
  facts: Facts,
  references: readonly Reference[],
  surface: string,
  context: ArticleContext,
): ChoiceModel {
  return {
    surface,
    options: references.map((reference) => ({
      reference,
      name: nameOf(facts, reference, context.lang),
      ...whoOnDay(facts, reference, context),
    })),
  };
}
