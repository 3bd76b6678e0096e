/** Words and dates of the interface: `_locales` for the words, `Intl` for dates, counts and plurals. */
import type { Words } from '../briefing/words';
import type { InterfaceLanguage } from '../model/localized';
import { parseEdtf } from '../text/edtf';

/** A catalogue as WebExtensions write it. */
export type Catalogue = Readonly<
  Record<
    string,
    { readonly message: string; readonly placeholders?: Readonly<Record<string, { readonly content: string }>> }
  >
>;

/** Day before month in English: "8 Sep 2025" (`UX.md` 9). */
const LOCALES: Readonly<Record<InterfaceLanguage, string>> = { en: 'en-GB', ja: 'ja', ko: 'ko' };
const MS_PER_DAY = 86_400_000;

/** A message with its placeholders filled in; an unknown key is shown as it is, so that it is noticed. */
function fill(catalogue: Catalogue, key: string, args: Readonly<Record<string, string | number>>): string {
  const entry = catalogue[key];
  if (!entry) return key;
  return entry.message.replace(/\$(\w+)\$/g, (whole, name: string) => {
    const value = args[name.toLowerCase()];
    return value === undefined ? whole : String(value);
  });
}

export function createWords(lang: InterfaceLanguage, catalogue: Catalogue): Words {
  const locale = LOCALES[lang];
  const plural = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(lang);
  const formats = new Map<string, Intl.DateTimeFormat>();
  const format = (precision: 'day' | 'month' | 'year', weekday: boolean): Intl.DateTimeFormat => {
    const key = `${precision} ${weekday}`;
    const known = formats.get(key);
    if (known) return known;
    const made = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(precision === 'year' ? {} : { month: 'short' }),
      ...(precision === 'day' ? { day: 'numeric' } : {}),
      ...(weekday && precision === 'day' ? { weekday: 'short' } : {}),
    });
    formats.set(key, made);
    return made;
  };
  const t: Words['t'] = (key, args = {}) => fill(catalogue, key, args);
  /** The plural form of a key for a number; Japanese and Korean have only `other`. */
  const pluralKey = (key: string, value: number): string => {
    const exact = `${key}_${plural.select(value)}`;
    return exact in catalogue ? exact : `${key}_other`;
  };
  const count = (key: string, value: number): string => t(pluralKey(key, value), { n: numbers.format(value) });

  return {
    lang,
    t: (key, args = {}) => (key in catalogue || typeof args.n !== 'number' ? t(key, args) : count(key, args.n)),
    date(edtf, { weekday = false } = {}) {
      const date = parseEdtf(edtf);
      if (!date) return edtf;
      const formatter = format(date.precision, weekday && !date.interval);
      const text =
        date.interval && date.first !== date.last
          ? formatter.formatRange(date.first * MS_PER_DAY, date.last * MS_PER_DAY)
          : formatter.format(date.first * MS_PER_DAY);
      // British English has the order we want, but "Mon, 8 Sept 2025": neither comma nor the fourth letter.
      const plain =
        lang === 'en'
          ? text
              .replace(/^(\w{3}), /, '$1 ')
              .replaceAll('Sept', 'Sep')
              .replace(/ – /g, '–')
          : text;
      return date.approximate ? t('aboutDate', { date: plain }) : plain;
    },
    duration(years, months, { short = false } = {}) {
      const suffix = short ? 'Short' : '';
      const parts = [
        years > 0 ? count(`years${suffix}`, years) : '',
        months > 0 ? count(`months${suffix}`, months) : '',
      ].filter(Boolean);
      return parts.join(lang === 'ja' ? '' : ' ') || count(`months${suffix}`, 0);
    },
    number: (value) => numbers.format(value),
  };
}
