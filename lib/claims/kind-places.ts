/** Which kinds of events the words around a phrase tell of, and the clause that they stand in. */
import type { ClaimLanguage } from './claim';
import type { Expression } from './expression';
import { clausesOf, type TextSpan } from './sentences';
import { type ClaimKind, KIND_WORDS } from './tables/kinds';

export interface KindPlace extends TextSpan {
  readonly kind: ClaimKind;
}

/** A kind's word elsewhere in the sentence says less than one in the clause. */
const FAR_KIND = 0.4;
/** Another kind's word of the clause that stands farther from the phrase. */
const SECOND_KIND = 0.6;

/** Words of kinds in a sentence; one that stands inside another's is not counted. */
export function kindsIn(text: string, { start, end }: TextSpan, language: ClaimLanguage): KindPlace[] {
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
export function clauseOf(
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

export function weighKinds(
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
