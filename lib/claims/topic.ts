/** What a phrase about time is about: the words, names, countries and offices around it. */
import type { Reference } from '../model/ids';
import type { ClaimLanguage } from './claim';
import type { CountryFinder, CountryPlace } from './countries';
import type { Expression } from './expression';
import { type OfficeClass, type OfficePlace, officesIn } from './office-classes';
import type { ClaimMention, ClaimRecord } from './record';
import { clausesOf, sentenceAround, sentenceEnds, type TextSpan } from './sentences';
import { CALLED_OFF, type ClaimKind, KIND_WORDS, REPORTED, THREE_WAY } from './tables/kinds';
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
  readonly persons: ReadonlySet<Reference>;
  /** Countries of the persons. */
  readonly homes: ReadonlySet<Reference>;
  readonly places: ReadonlySet<Reference>;
  readonly countries: ReadonlySet<Reference>;
  /** Where a visit came from and led; `null` when the text does not say. */
  readonly from: Reference | null;
  readonly to: Reference | null;
  readonly clauseWords: ReadonlySet<string>;
  readonly sentenceWords: ReadonlySet<string>;
  readonly isReported: boolean;
  readonly isCalledOff: boolean;
  readonly isThreeWay: boolean;
  /** Countries with which a first is compared: "before the United States". */
  readonly comparedWith: readonly Reference[];
}

interface KindPlace extends TextSpan {
  readonly kind: ClaimKind;
}

/** A kind's word elsewhere in the sentence says less than one in the clause. */
const FAR_KIND = 0.4;
/** Another kind's word of the clause that stands farther from the phrase. */
const SECOND_KIND = 0.6;

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
    persons: new Set(persons.map(({ reference }) => reference)),
    homes: new Set(persons.flatMap(({ country }) => country ?? [])),
    places: new Set(entities.filter(({ type }) => type === 'place').map(({ reference }) => reference)),
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
    comparedWith: expression.count ? comparedWith(text, sentence, expression, countries) : [],
  };
}

/** Words of kinds in a sentence; one that stands inside another's is not counted. */
function kindsIn(text: string, { start, end }: TextSpan, language: ClaimLanguage): KindPlace[] {
  const part = text.slice(start, end);
  const all = (Object.keys(KIND_WORDS[language]) as ClaimKind[]).flatMap((kind) =>
    [...KIND_WORDS[language][kind][Symbol.matchAll](part)].map(
      ({ 0: word, index }): KindPlace => ({
        kind,
        start: start + index,
        end: start + index + word.length,
      }),
    ),
  );
  return all
    .filter(
      (one) =>
        !all.some(
          (other) =>
            other !== one &&
            other.start <= one.start &&
            one.end <= other.end &&
            other.end - other.start > one.end - one.start,
        ),
    )
    .sort((a, b) => a.start - b.start);
}

/** The clause of the phrase, with the next or the one before where it tells of nothing itself. */
function clauseOf(
  text: string,
  sentence: TextSpan,
  language: ClaimLanguage,
  at: Expression,
  kinds: readonly KindPlace[],
): TextSpan {
  const clauses = clausesOf(text, sentence, language);
  const first = Math.max(
    0,
    clauses.findIndex(({ end }) => end > at.start),
  );
  const last = Math.max(
    first,
    clauses.findIndex(({ end }) => end >= at.end),
  );
  let start = clauses[first]?.start ?? sentence.start;
  let end = clauses[last]?.end ?? sentence.end;
  const tells = () => kinds.some((kind) => kind.start >= start && kind.end <= end);
  const forward = () => {
    for (let i = last + 1; i < clauses.length && i <= last + 2 && !tells(); i++) end = clauses[i]?.end ?? end;
  };
  const back = () => {
    for (let i = first - 1; i >= 0 && i >= first - 2 && !tells(); i--) start = clauses[i]?.start ?? start;
  };
  // "Since the ministry was established in 2007" is a clause of its own matter.
  if (
    language === 'en' &&
    /\bsince\s+$/i.test(text.slice(sentence.start, start)) &&
    at.start - start > 8 &&
    !/\b(?:did|last)\b/.test(text.slice(start, end))
  )
    return { start, end };
  // A count stands behind what it counts: "his visit, the first in a decade, ended on Tuesday".
  if (at.count && language === 'en') {
    back();
    forward();
  } else {
    forward();
    back();
  }
  return { start, end };
}

function weighKinds(
  all: readonly KindPlace[],
  clause: TextSpan,
  at: Expression,
  language: ClaimLanguage,
): ReadonlyMap<ClaimKind, number> {
  const kinds = new Map<ClaimKind, number>();
  const add = (kind: ClaimKind, weight: number) => kinds.set(kind, Math.max(weight, kinds.get(kind) ?? 0));
  // "Since taking office" bounds the count and is not what it counts.
  const isBounded = at.count !== null && at.count.limit.kind !== 'ever';
  const places = all.filter(
    ({ kind, start }) =>
      !(isBounded && kind === 'leadership-change' && start < at.end) &&
      // 国交正常化後初めて: since when, and not what.
      !(
        at.count &&
        language !== 'en' &&
        (kind === 'agreement' || kind === 'leadership-change') &&
        start >= at.start &&
        start < at.end
      ),
  );
  const own = places.filter(({ start, end }) => start >= at.start && end <= at.end);
  if (own.length > 0) {
    // "The June election", "the first visit … in a decade": the phrase has its own noun.
    const noun = own[0] as KindPlace;
    add(noun.kind, 1);
    if (!at.count) for (const { kind } of own) add(kind, 1);
    return kinds;
  }
  // Nouns follow what counts them where no spaces part words: 10年ぶりの訪問, 10년 만에 방문.
  const distance = ({ start, end }: TextSpan): number =>
    start >= at.end ? start - at.end : (at.start - end) * (at.count && language !== 'en' ? 2 : 1) + (at.count ? 1 : 0);
  const near = places
    .filter(({ start, end }) => start >= clause.start && end <= clause.end)
    .sort((a, b) => distance(a) - distance(b));
  near.forEach(({ kind }, i) => {
    add(kind, i === 0 ? 1 : SECOND_KIND);
  });
  // A count is of one kind of thing.
  if (at.count) {
    const nearest = near[0] ?? [...places].sort((a, b) => distance(a) - distance(b))[0];
    return new Map(nearest ? [[nearest.kind, 1]] : []);
  }
  for (const { kind } of places) add(kind, FAR_KIND);
  return kinds;
}

/** Where a visit led: after or before its word, by the language's order. */
function destinationOf(
  text: string,
  kinds: readonly KindPlace[],
  countries: readonly CountryPlace[],
  at: TextSpan,
): Reference | null {
  const visits = kinds
    .filter(({ kind }) => kind === 'visit')
    .sort((a, b) => Math.abs(a.start - at.start) - Math.abs(b.start - at.start));
  for (const visit of visits) {
    const compound = countries.find(
      ({ isDestination, start, end }) => isDestination && start <= visit.start && visit.end <= end + 1,
    );
    if (compound) return compound.country;
    for (const { start, end, country } of countries) {
      if (start >= visit.end && /^\s*(?:了)?(?:(?:to|in|of|at)\s+)?(?:the\s+)?$/i.test(text.slice(visit.end, start)))
        return country;
      if (
        end <= visit.start &&
        /^(?:[をへにの은을를에]|への|公式|国賓|として|공식|국빈|전격|를|\s)*(?:[^\s、。,.]{0,6}ぶりに?)?$/.test(
          text.slice(end, visit.start),
        )
      )
        return country;
    }
  }
  return countries.find(({ isDestination }) => isDestination)?.country ?? null;
}

/** Whose visit it is: the country of the office named, else the one country of the persons named that is not visited. */
function originOf(
  text: string,
  offices: readonly OfficePlace[],
  countries: readonly CountryPlace[],
  to: Reference | null,
  homes: ReadonlySet<Reference>,
): Reference | null {
  const owners = offices.flatMap((office) =>
    countries.filter(({ start, end, isLetter }) =>
      isLetter
        ? false
        : end <= office.start
          ? /^(?:['’]s?)?\s?(?:の|的)?\s?(?:then-)?$/.test(text.slice(end, office.start))
          : start >= office.end && /^ of (?:the )?$/.test(text.slice(office.end, start)),
    ),
  );
  const others = new Set(owners.map(({ country }) => country).filter((country) => country !== to));
  if (others.size === 1) return [...others][0] ?? null;
  if (others.size > 1) return null;
  const away = [...homes].filter((country) => country !== to);
  return to !== null && away.length === 1 ? (away[0] ?? null) : null;
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

/** "Before the United States", 米国より先に, 미국보다 먼저. */
function comparedWith(
  text: string,
  sentence: TextSpan,
  at: Expression,
  countries: readonly CountryPlace[],
): Reference[] {
  return countries
    .filter(
      ({ start, end }) =>
        start >= sentence.start &&
        start < at.end + 20 &&
        (/(?:\bbefore|\bahead of|\brather than|先于|早于|先於|早於)\s+(?:the\s+|visiting\s+(?:the\s+)?)?$/i.test(
          text.slice(sentence.start, start),
        ) ||
          /^(?:より(?:も)?(?:先|前)|に先立|보다\s?(?:먼저|앞서)|에\s?앞서|之前)/.test(text.slice(end))),
    )
    .map(({ country }) => country);
}
