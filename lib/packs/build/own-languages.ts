/** In which language a place calls itself, by how it is written and where it lies. */

/** Scripts that one language of a state writes. */
const BY_SCRIPT: readonly (readonly [script: { test(text: string): boolean }, lang: string])[] = [
  [/^[\p{sc=Bengali}\p{M} ]{3,}$/u, 'bn'],
  [/^[\p{sc=Thai}\p{M} ]{3,}$/u, 'th'],
  [/^(?:[\p{sc=Sinhala}\p{M} ]|\u200d){3,}$/u, 'si'],
  [/^[\p{sc=Ethiopic} ]{2,}$/u, 'am'],
  [/^[\p{sc=Myanmar}\p{M} ]{3,}$/u, 'my'],
  [/^[\p{sc=Khmer}\p{M} ]{3,}$/u, 'km'],
  [/^[\p{sc=Lao}\p{M} ]{3,}$/u, 'lo'],
  [/^[\p{sc=Greek} ]{3,}$/u, 'el'],
  [/^[\p{sc=Hebrew} -]{3,}$/u, 'he'],
  [/^[\p{sc=Georgian} -]{3,}$/u, 'ka'],
  [/^[\p{sc=Armenian} ]{3,}$/u, 'hy'],
];

/** Who writes Cyrillic, Arabic and Latin letters, by country; where two languages do, none. */
const CYRILLIC: Readonly<Record<string, string>> = {
  BG: 'bg',
  BY: 'be',
  KG: 'ky',
  KZ: 'kk',
  MK: 'mk',
  MN: 'mn',
  RS: 'sr',
  RU: 'ru',
  UA: 'uk',
};
const ARABIC: Readonly<Record<string, string>> = { IR: 'fa', PK: 'ur' };
const LATIN: Readonly<Record<string, string>> = {
  AL: 'sq',
  AR: 'es',
  AT: 'de',
  AZ: 'az',
  BO: 'es',
  BR: 'pt',
  CL: 'es',
  CO: 'es',
  CR: 'es',
  CU: 'es',
  CZ: 'cs',
  DE: 'de',
  DK: 'da',
  DO: 'es',
  EC: 'es',
  EE: 'et',
  ES: 'es',
  FI: 'fi',
  FR: 'fr',
  GT: 'es',
  HN: 'es',
  HR: 'hr',
  HU: 'hu',
  ID: 'id',
  IS: 'is',
  IT: 'it',
  LT: 'lt',
  LV: 'lv',
  MX: 'es',
  NI: 'es',
  NL: 'nl',
  NO: 'no',
  PA: 'es',
  PE: 'es',
  PL: 'pl',
  PT: 'pt',
  PY: 'es',
  RO: 'ro',
  SE: 'sv',
  SI: 'sl',
  SK: 'sk',
  SV: 'es',
  TR: 'tr',
  UY: 'es',
  UZ: 'uz',
  VE: 'es',
  VN: 'vi',
};

const ARABIC_LETTERS = /^[\p{sc=Arabic}\p{M}\u200c ]{3,}$/u;
const STATES_OF_ARABIC: ReadonlySet<string> = new Set(
  'AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE'.split(' '),
);

/** The tag of the language; `null` where the name is none or nobody can tell. */
export function languageOfNative(text: string, country: string): string | null {
  const script = BY_SCRIPT.find(([letters]) => letters.test(text));
  if (script) return script[1];
  if (/^[\p{sc=Cyrillic}'’ -]{3,}$/u.test(text)) return ownOf(CYRILLIC, country);
  if (ARABIC_LETTERS.test(text)) return STATES_OF_ARABIC.has(country) ? 'ar' : ownOf(ARABIC, country);
  return /^\p{Lu}[\p{sc=Latin}\p{M}'’ -]{3,}$/u.test(text) ? ownOf(LATIN, country) : null;
}

const ownOf = (languages: Readonly<Record<string, string>>, country: string): string | null =>
  Object.hasOwn(languages, country) ? (languages[country] ?? null) : null;
