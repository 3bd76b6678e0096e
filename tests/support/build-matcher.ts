/** Matchers of a few names, without a pack around them. */
import { writeStrings } from '../../lib/recognition/binary';
import { compileMatcher, type MatcherForms } from '../../lib/recognition/compile-matcher';
import { HIT_NUMBERS, Matcher } from '../../lib/recognition/matcher';
import { foldName } from '../../lib/text/fold';
import { startsWithCapital } from '../../lib/text/letter-case';

/** The distinct forms of names in order of first appearance, and whether a small first letter is one of them. */
export function formsOf(names: readonly string[]): ReadonlyMap<string, { capital: boolean }> {
  const forms = new Map<string, { capital: boolean }>();
  for (const name of names) {
    const form = foldName(name);
    const capital = startsWithCapital(name) === true;
    const known = forms.get(form);
    if (!known) forms.set(form, { capital });
    else if (!capital) known.capital = false;
  }
  return forms;
}

/** What the compiler takes, of names as they are written. */
export function matcherForms(names: readonly string[]): MatcherForms {
  const forms = formsOf(names);
  return {
    ...writeStrings([...forms.keys()]),
    capitals: Uint8Array.from(forms.values(), ({ capital }) => (capital ? 1 : 0)),
  };
}

/** A matcher of names as they are written; forms are numbered as `formsOf` lists them. */
export const matcherOf = (names: readonly string[], fingerprint = '0123456789abcdef0123456789abcdef'): Matcher =>
  new Matcher(compileMatcher(matcherForms(names), fingerprint));

/** The hits in a text, each "form start end". */
export function hitsIn(matcher: Matcher, text: string): string[] {
  const count = matcher.find(text);
  return Array.from({ length: count }, (_, i) =>
    matcher.hits.subarray(i * HIT_NUMBERS, (i + 1) * HIT_NUMBERS).join(' '),
  );
}
