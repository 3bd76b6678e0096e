/** Finds what a text says about time, in the three languages of the interface, independently of how views are built. */
import { parseEdtf } from '../../lib/text/edtf';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split('|');
const MONTH = MONTHS.join('|');
const two = (value: string | undefined): string => (value ?? '').padStart(2, '0');
const monthNumber = (name: string | undefined): string => two(String(MONTHS.indexOf(name ?? '') + 1));

/** Most exact first: what one has read, the next does not see. */
const FORMS: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  // What lasts from a to b has begun with a.
  [/\b(\d{4}(?:-\d{2}){0,2}\/\d{4}(?:-\d{2}){0,2})\b/g, ([, interval]) => interval ?? ''],
  [/\b(\d{4}-\d{2}-\d{2})\b/g, ([, day]) => day ?? ''],
  [/\b(\d{4}-\d{2})\b/g, ([, month]) => month ?? ''],
  [new RegExp(`\\b(\\d{1,2}) (${MONTH}),? (\\d{4})`, 'g'), ([, d, m, y]) => `${y}-${monthNumber(m)}-${two(d)}`],
  [new RegExp(`\\b(${MONTH}) (\\d{1,2}), (\\d{4})`, 'g'), ([, m, d, y]) => `${y}-${monthNumber(m)}-${two(d)}`],
  [new RegExp(`\\b(${MONTH}) (\\d{4})`, 'g'), ([, m, y]) => `${y}-${monthNumber(m)}`],
  [/(\d{4})[年년]\s*(\d{1,2})[月월]\s*(\d{1,2})[日일]/g, ([, y, m, d]) => `${y}-${two(m)}-${two(d)}`],
  [/(\d{4})[年년]\s*(\d{1,2})[月월]/g, ([, y, m]) => `${y}-${two(m)}`],
  [/(?<![\d-])((?:19|20)\d{2})(?!\d)/g, ([, year]) => year ?? ''],
];

/** The dates of a text, as EDTF. */
export function datesIn(text: string): string[] {
  let rest = text;
  return FORMS.flatMap(([form, toDate]) => {
    const found = [...rest.matchAll(form)].map((match) => toDate(match as RegExpExecArray));
    rest = rest.replace(form, ' ');
    return found;
  });
}

/** Those of its dates that lie wholly after a day. */
export const laterDatesIn = (text: string, day: number): string[] =>
  datesIn(text).filter((date) => (parseEdtf(date)?.first ?? Number.NEGATIVE_INFINITY) > day);

/** Every text in a model with its path; `skip` names the fields that are not looked into. */
export function* textsOf(value: unknown, skip: ReadonlySet<string>, path = ''): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (!skip.has(key)) yield* textsOf(child, skip, `${path}.${key}`);
  }
}
