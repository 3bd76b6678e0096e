/**
 * Words and dates of the interface over a `_locales` catalogue and `Intl`. Pure apart from `Intl`, so that every
 * extension page, the command line and the tests use the same. A missing key shows itself instead of failing: a
 * half-translated card is still a card.
 */
import type { Words } from '../briefing/words';
import type { InterfaceLanguage } from '../model/localized';
import { type Day, dayToFields, type EdtfDate, parseEdtf } from '../text/edtf';

interface CatalogueEntry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** `_locales/<language>/messages.json`. */
export type MessageCatalogue = Readonly<Record<string, CatalogueEntry>>;

type Args = Readonly<Record<string, string | number>>;
type DateStyle = NonNullable<Parameters<Words['date']>[1]>;
type Fields = Pick<Intl.DateTimeFormatOptions, 'year' | 'month' | 'day' | 'weekday'>;

/** en-GB puts the day first, as `UX.md` does. */
const FORMAT_LOCALES: Readonly<Record<InterfaceLanguage, string>> = { en: 'en-GB', ja: 'ja', ko: 'ko' };

/**
 * Between the two ends of an interval, and around it when both ends name their month. `formatRange` is of no use:
 * Japanese would get 2015/10/20～2015/10/22, and CLDR changes the English spaces from year to year.
 */
const RANGE_SIGNS: Readonly<Record<InterfaceLanguage, readonly [tight: string, wide: string]>> = {
  en: ['–', ' – '],
  ja: ['～', '～'],
  ko: ['~', '~'],
};

/** A message with its placeholders filled in; the key itself when the catalogue does not have it. */
function catalogueText(catalogue: MessageCatalogue, lang: InterfaceLanguage, key: string, args: Args = {}): string {
  const found = catalogue[key] ?? catalogue[`${key}_${pluralForm(lang, args)}`] ?? catalogue[`${key}_other`];
  if (!found) return key;
  const values = new Map(Object.entries(args).map(([name, value]) => [name.toLowerCase(), value]));
  return found.message.replace(/\$\$|\$(\w+)\$/g, (whole, name: string | undefined) => {
    if (name === undefined) return '$';
    const value = values.get(name.toLowerCase());
    if (value === undefined) return whole;
    return typeof value === 'number' ? new Intl.NumberFormat(lang).format(value) : value;
  });
}

/** The count of a message is its argument `n`, as a number. */
function pluralForm(lang: InterfaceLanguage, { n }: Args): string {
  return typeof n === 'number' ? new Intl.PluralRules(lang).select(n) : 'other';
}

/** Words and dates in one language. */
export function createWords(lang: InterfaceLanguage, catalogue: MessageCatalogue): Words {
  const t = (key: string, args?: Args) => catalogueText(catalogue, lang, key, args);
  return {
    lang,
    t,
    date(edtf, style = {}) {
      const date = parseEdtf(edtf);
      if (!date) return edtf;
      const text = date.interval
        ? formatInterval(lang, date, fieldsOf(date, { ...style, weekday: false }))
        : formatDay(lang, date.first, fieldsOf(date, style));
      return date.approximate ? t('aboutDate', { date: text }) : text;
    },
    duration(years, months, { short = false } = {}) {
      const yearText = t(short ? 'yearsShort' : 'years', { n: years });
      const monthText = t(short ? 'monthsShort' : 'months', { n: months });
      if (years === 0) return monthText;
      return months === 0 ? yearText : t('yearsAndMonths', { years: yearText, months: monthText });
    },
    relative: (ms) => relativeTime(lang, ms),
    bytes: (value) => byteCount(lang, value),
    number: (value) => new Intl.NumberFormat(lang).format(value),
  };
}

/** Units of relative time with their ms, from the largest. */
const TIME_UNITS = [
  ['year', 365.25 * 86_400_000],
  ['month', 30.44 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** In the largest unit of which there is one; less than a minute is now. */
function relativeTime(lang: InterfaceLanguage, ms: number): string {
  const format = new Intl.RelativeTimeFormat(FORMAT_LOCALES[lang], { numeric: 'auto' });
  const [unit, length] = TIME_UNITS.find(([, size]) => Math.abs(ms) >= size) ?? ['second', Number.POSITIVE_INFINITY];
  return format.format(Math.trunc(ms / length), unit);
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

function byteCount(lang: InterfaceLanguage, value: number): string {
  const step = Math.min(Math.max(Math.floor(Math.log10(Math.max(value, 1)) / 3), 0), BYTE_UNITS.length - 1);
  const amount = value / 1000 ** step;
  return new Intl.NumberFormat(FORMAT_LOCALES[lang], {
    style: 'unit',
    unit: BYTE_UNITS[step] as string,
    unitDisplay: 'short',
    maximumFractionDigits: amount < 10 && step > 0 ? 1 : 0,
  }).format(amount);
}

function fieldsOf({ precision }: EdtfDate, { weekday = false, long = false }: DateStyle): Fields {
  return {
    year: 'numeric',
    ...(precision === 'year' ? {} : { month: long ? 'long' : 'short' }),
    ...(precision === 'day' ? { day: 'numeric', ...(weekday ? { weekday: 'short' } : {}) } : {}),
  };
}

/** A record's day never shifts with the reader's zone: it is formatted as the UTC day that it is stored as. */
function formatDay(lang: InterfaceLanguage, day: Day, fields: Fields): string {
  const format = new Intl.DateTimeFormat(FORMAT_LOCALES[lang], { ...fields, timeZone: 'UTC' });
  const { year, month, day: date } = dayToFields(day);
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, date);
  if (lang !== 'en') return format.format(instant);
  // CLDR's British "Sept" and the comma after the weekday are not the product's: "Mon 8 Sep 2025".
  return format
    .formatToParts(instant)
    .map(({ type, value }) =>
      type === 'month' && fields.month === 'short' ? value.slice(0, 3) : value.replace(', ', ' '),
    )
    .join('');
}

/** Fields that both ends share are said once: "20–22 Oct 2015", 2015年10月20日～22日. */
function formatInterval(lang: InterfaceLanguage, date: EdtfDate, fields: Fields): string {
  const from = dayToFields(date.first);
  const to = dayToFields(date.last);
  const sameYear = from.year === to.year;
  const sameMonth = sameYear && from.month === to.month;
  const isOne =
    sameYear && (date.precision === 'year' || (sameMonth && (date.precision === 'month' || from.day === to.day)));
  if (isOne) return formatDay(lang, date.first, fields);
  const { year: _year, ...withoutYear } = fields;
  const partial: Fields = sameMonth ? { day: 'numeric' } : sameYear ? withoutYear : fields;
  const [tight, wide] = RANGE_SIGNS[lang];
  const sign = sameMonth || date.precision === 'year' ? tight : wide;
  // English ends with the year, so its first end is the short one; in Japanese and Korean the second.
  const isYearLast = lang === 'en';
  return [
    formatDay(lang, date.first, isYearLast ? partial : fields),
    formatDay(lang, date.last, isYearLast ? fields : partial),
  ].join(sign);
}
