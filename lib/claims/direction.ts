/** Whence and whither: where a visit led, whose it was, and whom it came before. */
import type { Reference } from '../model/ids';
import type { CountryPlace } from './countries';
import type { Expression } from './expression';
import type { KindPlace } from './kind-places';
import type { OfficePlace } from './office-classes';
import type { TextSpan } from './sentences';

/** Where a visit led: after or before its word, by the language's order. */
export function destinationOf(
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
    // English and Chinese put it behind, Japanese and Korean before.
    const behind = countries.find(
      ({ start }) =>
        start >= visit.end && /^\s*(?:了)?(?:(?:to|in|of|at)\s+)?(?:the\s+)?$/i.test(text.slice(visit.end, start)),
    );
    const before = countries.find(
      ({ end }) =>
        end <= visit.start &&
        /^(?:[をへにの은을를에]|への|公式|国賓|として|공식|국빈|전격|\s)*(?:[^\s、。,.]{0,6}ぶりに?)?$/.test(
          text.slice(end, visit.start),
        ),
    );
    const found = behind ?? before;
    if (found) return found.country;
  }
  return countries.find(({ isDestination }) => isDestination)?.country ?? null;
}

/** Whose visit it is: the country of the office named, else the one country of the persons named that is not visited. */
export function originOf(
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

/** "Before the United States", 米国より先に, 미국보다 먼저. */
export function comparedWith(
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
        (/(?:\bbefore|\bahead of|\brather than|先于|早于|先於|早於)\s*(?:the\s+|visiting\s+(?:the\s+)?)?$/i.test(
          text.slice(sentence.start, start),
        ) ||
          /^(?:より(?:も)?[^、。]{0,8}?(?:先|前)|に先立|보다(?:\s?[가-힣]{1,6}[을를])?\s?(?:먼저|앞서)|에\s?앞서|之前)/.test(
            text.slice(end),
          )),
    )
    .map(({ country }) => country);
}
