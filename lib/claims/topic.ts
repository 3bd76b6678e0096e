/** What a phrase about time is about: the words, names, countries and offices around it. */
import type { Reference } from '../model/ids';
import type { ClaimLanguage } from './claim';
import type { CountryFinder, CountryPlace } from './countries';
import { comparedWith, destinationOf, originOf } from './direction';
import type { Expression } from './expression';
import { clauseOf, type KindPlace, kindsIn, weighKinds } from './kind-places';
import { type OfficeClass, type OfficePlace, officesIn } from './office-classes';
import type { ClaimMention, ClaimRecord } from './record';
import { sentenceAround, sentenceEnds, type TextSpan } from './sentences';
import { CALLED_OFF, type ClaimKind, DESTINATIONS, REPORTED, THREE_WAY, TWO_WAY } from './tables/kinds';
import { wordsOf } from './words';

export interface Topic {
  readonly language: ClaimLanguage;
  readonly sentence: TextSpan;
  readonly clause: TextSpan;
  /** Kinds of events with how near their words stand, 0 to 1. */
  readonly kinds: ReadonlyMap<ClaimKind, number>;
  readonly offices: ReadonlySet<OfficeClass>;
  /** The offices stand in the phrase or its clause. */
  readonly areOfficesNear: boolean;
  /** Persons, organisations and whatever else is named in the sentence, but places. */
  readonly named: ReadonlySet<Reference>;
  /** Those of them that the clause names. */
  readonly clauseNamed: ReadonlySet<Reference>;
  readonly persons: ReadonlySet<Reference>;
  /** Countries of the persons. */
  readonly homes: ReadonlySet<Reference>;
  readonly places: ReadonlySet<Reference>;
  /** Where the phrase itself says that it was: "the first talks in Tokyo". */
  readonly at: ReadonlySet<Reference>;
  readonly countries: ReadonlySet<Reference>;
  /** Where a visit came from and led; `null` when the text does not say. */
  readonly from: Reference | null;
  readonly to: Reference | null;
  readonly clauseWords: ReadonlySet<string>;
  readonly sentenceWords: ReadonlySet<string>;
  readonly isReported: boolean;
  readonly isCalledOff: boolean;
  readonly isThreeWay: boolean;
  readonly isTwoWay: boolean;
  /** A place among several destinations is told, not how often there was a visit. */
  readonly isOfDestinations: boolean;
  /** The phrase itself names an office: "the first visit by a defense chief". */
  readonly isOfOffice: boolean;
  /** Countries with which a first is compared: "before the United States". */
  readonly comparedWith: readonly Reference[];
}

const QUOTES = /“[^”]{0,600}”|"[^"]{0,600}"|「[^」]{0,400}」|‘[^’]{12,400}’/g;
const SPEECH = /[,.。、]|다$|た$/;

/** What all topics of a block share. */
export interface TopicSource {
  readonly text: string;
  readonly language: ClaimLanguage;
  readonly mentions: readonly ClaimMention[];
  readonly record: ClaimRecord;
  readonly countries: readonly CountryPlace[];
  readonly offices: readonly OfficePlace[];
  readonly sentenceEnds: readonly number[];
  /** Somebody's words. */
  readonly speech: readonly TextSpan[];
}

export function toTopicSource(
  text: string,
  language: ClaimLanguage,
  mentions: readonly ClaimMention[],
  record: ClaimRecord,
  finder: CountryFinder,
): TopicSource {
  return {
    text,
    language,
    mentions,
    record,
    countries: finder.find(text, mentions),
    offices: officesIn(text),
    sentenceEnds: sentenceEnds(text),
    speech: [...text.matchAll(QUOTES)]
      .filter(([quote]) => SPEECH.test(quote))
      .map(({ 0: quote, index }) => ({ start: index, end: index + quote.length })),
  };
}

/** The text with speech blanked, unless the phrase stands in it: what was said is another matter. */
function withoutSpeech({ text, speech }: TopicSource, at: TextSpan): string {
  let plain = text;
  for (const { start, end } of speech) {
    if (start <= at.start && at.end <= end) continue;
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end);
  }
  return plain;
}

export function readTopic(expression: Expression, source: TopicSource): Topic {
  const { text, language, record } = source;
  const sentence = sentenceAround(source.sentenceEnds, expression);
  const plain = withoutSpeech(source, expression);
  const inside = (span: TextSpan, of: TextSpan) => span.start >= of.start && span.end <= of.end;
  const kindPlaces = kindsIn(plain, sentence, language);
  const clause = clauseOf(plain, sentence, language, expression, kindPlaces);
  const here = source.mentions.filter((mention) => inside(mention, sentence));
  const countries = source.countries.filter((place) => inside(place, sentence));
  const offices = source.offices.filter((office) => inside(office, sentence));
  const entities = here.flatMap(({ entity }) => (entity ? (record.entity(entity) ?? []) : []));
  const persons = entities.filter(({ type }) => type === 'person');
  const within = offices.filter((office) => inside(office, expression));
  const near = within.length > 0 ? within : offices.filter((office) => inside(office, clause));
  const kinds = weighKinds(kindPlaces, clause, expression, language);
  const to = destinationOf(plain, kindPlaces, countries, expression);
  const own = plain.slice(clause.start, clause.end);
  return {
    language,
    sentence,
    clause,
    kinds,
    offices: new Set((near.length > 0 ? near : offices).map(({ office }) => office)),
    areOfficesNear: near.length > 0,
    named: new Set(entities.filter(({ type }) => type !== 'place').map(({ reference }) => reference)),
    clauseNamed: new Set(here.flatMap((mention) => (mention.entity && inside(mention, clause) ? mention.entity : []))),
    persons: new Set(persons.map(({ reference }) => reference)),
    homes: new Set(persons.flatMap(({ country }) => country ?? [])),
    places: new Set(entities.filter(({ type }) => type === 'place').map(({ reference }) => reference)),
    at: new Set(
      here.flatMap((mention) => (mention.entity && isWhere(text, mention, expression) ? mention.entity : [])),
    ),
    countries: new Set(countries.map(({ country }) => country)),
    from: originOf(
      text,
      within.length > 0 ? within : offices,
      countries,
      to,
      new Set(persons.flatMap(({ country }) => country ?? [])),
    ),
    to,
    clauseWords: wordsOf(own, language),
    sentenceWords: wordsOf(plain.slice(sentence.start, sentence.end), language),
    isReported: isReported(plain, clause, expression, kindPlaces, language),
    isCalledOff: CALLED_OFF[language].test(plain.slice(sentence.start, sentence.end)),
    isThreeWay: THREE_WAY.test(text.slice(sentence.start, sentence.end)),
    isTwoWay: TWO_WAY.test(text.slice(sentence.start, sentence.end)),
    isOfDestinations: DESTINATIONS.test(plain.slice(clause.start, clause.end)),
    isOfOffice: within.length > 0,
    comparedWith: expression.count ? comparedWith(text, sentence, expression, countries) : [],
  };
}

/** True where the day is that of somebody's words: "told Yonhap on Monday that", "8日発表した". */
function isReported(
  text: string,
  clause: TextSpan,
  at: Expression,
  kinds: readonly KindPlace[],
  language: ClaimLanguage,
): boolean {
  if (at.count) return false;
  const reports = REPORTED[language];
  if (language === 'en') {
    const before = text.slice(Math.max(clause.start, at.start - 60), at.start);
    if (reports.test(before)) {
      const from = at.start - before.length;
      const verb = before.search(
        /\b(?:said|told|says|added|wrote|quoted|reported|according|tweeted|posted|remarked|commented|stressed|noted|insisted|claimed)\b/i,
      );
      return (
        !kinds.some(({ start }) => start > from + verb && start < at.start) ||
        !/\b(?:that|which|who)\b/.test(before.slice(verb))
      );
    }
    return (
      reports.test(text.slice(at.end, at.end + 14)) && /^\s*(?:said|told|says|wrote|reported)/i.test(text.slice(at.end))
    );
  }
  const after = text.slice(at.end, at.end + 14);
  return reports.test(after) && !kinds.some(({ start, end }) => start >= at.end && end <= at.end + 14);
}

/** True for a name of a count's phrase that says where: "in Tokyo", 東京での, 도쿄에서, 在东京. */
const isWhere = (text: string, name: TextSpan, at: Expression): boolean =>
  at.count !== null &&
  name.start >= at.start &&
  name.end <= at.end + 1 &&
  (/(?:\b(?:in|at) |在)$/.test(text.slice(Math.max(0, name.start - 4), name.start)) ||
    /^(?:で|에서)/.test(text.slice(name.end)));
