/**
 * The view of what a look-up found. It is read on the article's day like everything else: what began later is apart, and
 * texts that are much younger than the article are shown only when asked for.
 */
import type { AsOf } from '../model/article';
import { type LanguageTag, pickText, type ShownText } from '../model/localized';
import type { EdtfText, Entity, Role, Source } from '../model/pack';
import type { DatedText, LookedUp } from '../packs/wikimedia/looked-up';
import { parseEdtf } from '../text/edtf';
import type { LifeDate, LookUpModel, LookUpSource, PositionLine } from './look-up-models';
import { readerName } from './names';
import { buildRoleBlock } from './role-block';

/** An article of the last weeks hides nothing of today's texts: its reader knows of these weeks. */
const RECENT_DAYS = 31;
/** Beyond, other names tell a reader nothing. */
const MAX_OTHER_NAMES = 6;

const LICENSES: Readonly<Record<string, LookUpSource['license']>> = {
  'CC-BY-SA-4.0': { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'CC0-1.0': { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
};

/** When it is read: `asOf` of the article, `null` where there is none; `today` in the reader's calendar. */
export interface LookUpReading {
  readonly asOf: AsOf | null;
  readonly today: string;
  /** Wikipedia's part is missing, and should not be. */
  readonly isWithoutSummary: boolean;
}

const dayOf = (date: EdtfText): number => parseEdtf(date)?.first ?? 0;

export function buildLookUp(found: LookedUp, reading: LookUpReading): LookUpModel {
  const { entity, lang, retrieved } = found;
  const asOf: AsOf = reading.asOf ?? { day: retrieved, origin: 'none' };
  const day = dayOf(asOf.day);
  const own = readerName(entity.label, lang);
  // Known in another script alone: better than no name.
  const name = own.text === '' ? (pickText(entity.label, lang) ?? own) : own;
  const roles = (entity.roles ?? []).toReversed();
  const isLater = ({ from, to }: Role) => (parseEdtf(from ?? to ?? '')?.first ?? 0) > day;
  const lines = (some: readonly Role[], until: number) => some.map((role) => toLine(role, until, lang));
  return {
    type: entity.type,
    name,
    otherNames: otherNames(entity, name, lang),
    asOf,
    retrieved,
    isToday: retrieved === reading.today,
    life: lifeOf(entity, day),
    roles: rolesOn(entity, day, lang),
    positions: lines(
      roles.filter((role) => !isLater(role)),
      day,
    ),
    later: lines(roles.filter(isLater), Number.POSITIVE_INFINITY),
    short: shown(found.short, lang),
    summary: shown(found.summary, lang),
    textsAreLater: dayOf(retrieved) - day > RECENT_DAYS,
    isWithoutSummary: reading.isWithoutSummary,
    sources: found.sources.map((source) => toSource(source, retrieved)),
  };
}

const shown = (text: DatedText | null, lang: LanguageTag): ShownText | null =>
  text && (text.lang === lang ? text : { ...text, fallback: true });

/** Without the line about today: the list of positions says it, when it is asked for. */
function rolesOn(entity: Entity, day: number, lang: LanguageTag): LookUpModel['roles'] {
  const block = buildRoleBlock(entity, day, lang);
  return block && { ...block, now: null };
}

/** Forms in the reader's language first, then the names in the others. */
function otherNames(entity: Entity, name: ShownText, lang: LanguageTag): ShownText[] {
  const others = entity.names
    .filter(({ text }) => text !== name.text)
    .map(({ text, lang: of }) => ({ text, lang: of }));
  const own = others.filter((other) => other.lang === lang);
  const labels = new Set(Object.values(entity.label));
  const foreign = others.filter((other) => other.lang !== lang && labels.has(other.text));
  return [...foreign, ...own].slice(0, MAX_OTHER_NAMES);
}

function lifeOf(entity: Entity, day: number): LifeDate[] {
  const kinds = ['born', 'founded', 'died', 'dissolved'] as const;
  return kinds.flatMap((kind) => {
    const date = entity[kind];
    return date !== undefined && (parseEdtf(date)?.last ?? 0) <= day ? [{ kind, date }] : [];
  });
}

function toLine(role: Role, until: number, lang: LanguageTag): PositionLine {
  const end = role.to === undefined || role.to === '..' ? null : parseEdtf(role.to);
  const isStill = role.to === '..' && role.asOf !== undefined && dayOf(role.asOf) <= until;
  return {
    title: pickText(role.title, lang) ?? { text: '', lang },
    from: role.from ?? null,
    to: end && end.last <= until ? (role.to ?? null) : null,
    stillOn: isStill ? (role.asOf ?? null) : null,
    hasUnknownEnd: role.to === undefined,
  };
}

const toSource = ({ publisher, title, url, license = '' }: Source, retrieved: EdtfText): LookUpSource => ({
  publisher: publisher === 'Wikipedia' ? 'Wikipedia' : 'Wikidata',
  title,
  url: url ?? null,
  license: LICENSES[license] ?? { name: license, url: '' },
  isExcerpt: publisher === 'Wikipedia',
  retrieved,
});
