/**
 * Knowledge of any size, made up from a seed: persons, organisations and places with names in four scripts, and articles
 * that name them. The same seed gives the same records on every machine.
 */
import type { Entity, Name, PackHeader, PackRecord, Role, Source } from '../../lib/model/pack';

export type Random = () => number;

/** Mulberry32: 0 to 1, from a seed of 32 bits. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const below = (random: Random, limit: number): number => Math.floor(random() * limit);
const pick = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)] as T;

const SYLLABLES =
  'ba bel bor da del dor el fa fen gar gel ha hol in ka kel kor la lem lor ma men mir na nel nor o pa per ra rin ros sa sel sor ta tel tor u va vel vin wa wes ya zel'.split(
    ' ',
  );
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const word = (random: Random, syllables: number): string =>
  capitalised(Array.from({ length: syllables }, () => pick(random, SYLLABLES)).join(''));
const run = (random: Random, from: number, size: number, length: number): string =>
  String.fromCharCode(...Array.from({ length }, () => from + below(random, size)));
const han = (random: Random, length: number): string => run(random, 0x4e00, 3_000, length);
const hangul = (random: Random, length: number): string => run(random, 0xac00, 5_000, length);
const katakana = (random: Random, length: number): string => run(random, 0x30a2, 70, length);

const ORGANISATIONS = [
  'Agency',
  'Bank',
  'Bureau',
  'Council',
  'Foundation',
  'Group',
  'Holdings',
  'Institute',
  'University',
];
const PLACES = ['Bay', 'Bridge', 'Harbour', 'Heights', 'Island', 'Province', 'Valley'];

/** Three of eight entities have a name in Japanese, one in Korean, one in Chinese characters. */
function nativeNames(random: Random): Name[] {
  const draw = below(random, 8);
  if (draw === 0) return [{ text: hangul(random, 3), lang: 'ko', kind: 'full' }];
  if (draw === 1) return [{ text: han(random, 3 + below(random, 2)), lang: 'zh', kind: 'full' }];
  if (draw === 2) return [{ text: katakana(random, 5), lang: 'ja', kind: 'full' }];
  return draw < 5 ? [{ text: han(random, 4), lang: 'ja', kind: 'full' }] : [];
}

const sources = ['source/register'] as never;

/** One person in fifty is in office: some thirty in each country at a million names. */
function aRole(random: Random): Role {
  const from = 1980 + below(random, 40);
  const isInOffice = below(random, 50) === 0;
  return {
    title: { en: 'Minister of Harbours' },
    sources,
    from: `${from}`,
    ...(isInOffice ? { to: '..', asOf: '2026-01-01' } : { to: `${from + 3}` }),
    post: 'post/minister' as never,
    of: `place/country-${below(random, 200)}` as never,
  };
}

function anEntity(random: Random, number: number): Entity {
  const draw = random();
  const base = { record: 'entity', sources, prominence: Math.round(random() * 100) / 100 } as const;
  const first = word(random, 2);
  const last = word(random, 2 + below(random, 2));
  if (draw < 0.6) {
    const full = `${first} ${last}`;
    return {
      ...base,
      id: `person/${full.toLowerCase().replace(' ', '-')}-${number}` as never,
      type: 'person',
      label: { en: full },
      names: [
        { text: full, lang: 'en', kind: 'full' },
        { text: last, lang: 'en', kind: 'family' },
        ...nativeNames(random),
      ],
      description: { en: `Politician from ${word(random, 3)}, trained as a lawyer.` },
      roles: [aRole(random)],
    };
  }
  const isPlace = draw >= 0.8;
  const full = `${first}${last.toLowerCase()} ${pick(random, isPlace ? PLACES : ORGANISATIONS)}`;
  const kind = isPlace ? 'place' : 'org';
  return {
    ...base,
    id: `${kind}/${full.toLowerCase().replace(' ', '-')}-${number}` as never,
    type: isPlace ? 'place' : 'organisation',
    label: { en: full },
    names: [{ text: full, lang: 'en', kind: 'full' }, ...nativeNames(random)],
    description: { en: `Found in ${word(random, 3)}, on the northern shore.` },
    relations: [{ kind: 'part-of', to: `place/country-${below(random, 200)}` as never, sources }],
  };
}

/** Records with so many names in all: one source, one post, 200 countries, and entities. */
export function syntheticRecords(names: number, seed = 1): PackRecord[] {
  const random = createRandom(seed);
  const source: Source = {
    record: 'source',
    id: 'source/register' as never,
    title: 'Register',
    publisher: 'Registry',
    kind: 'official',
  };
  const post = entity('post/minister', 'post', 'Minister of Harbours');
  const records: PackRecord[] = [source, post];
  let left = names - post.names.length;
  for (let i = 0; i < 200; i++) {
    records.push({ ...entity(`place/country-${i}`, 'place', `${word(random, 3)}land`), placeKind: 'country' });
    left -= 1;
  }
  for (let number = 0; left > 0; number++) {
    const made = anEntity(random, number);
    left -= made.names.length;
    records.push(made);
  }
  return records;
}

const entity = (id: string, type: Entity['type'], label: string): Entity => ({
  record: 'entity',
  id: id as never,
  type,
  label: { en: label },
  names: [{ text: label, lang: 'en', kind: 'full' }],
  sources,
});

export const syntheticHeader = (version = '1'): PackHeader => ({
  record: 'header',
  format: 'sidelight-pack/1',
  id: 'synthetic' as never,
  version,
  title: { en: 'Made up' },
  license: 'CC0-1.0',
  publisher: 'Tests',
  languages: ['en', 'ja', 'ko', 'zh'],
  coverageTo: '2026-10-06',
});

const FILLER =
  'the talks on trade and the weather went on for most of the day while others waited outside in the rain for word of what had been agreed and by whom before the end of a long week of votes'.split(
    ' ',
  );
/** Words between two names of an article: six names in a thousand characters, as in news. */
const WORDS_BETWEEN = 25;
const PARAGRAPH_CHARS = 700;

/** Paragraphs of an article that names entities of these records, in all at least so many characters. */
export function syntheticArticle(records: readonly PackRecord[], chars: number, seed = 2): string[] {
  const random = createRandom(seed);
  const named = records.filter((record): record is Entity => record.record === 'entity');
  const paragraphs: string[] = [];
  let paragraph = '';
  for (let length = 0; length < chars; ) {
    const words = Array.from({ length: WORDS_BETWEEN }, () => pick(random, FILLER)).join(' ');
    const sentence = `${capitalised(words)} ${pick(random, named).names[0]?.text ?? ''}. `;
    paragraph += sentence;
    length += sentence.length;
    if (paragraph.length < PARAGRAPH_CHARS && length < chars) continue;
    paragraphs.push(paragraph.trim());
    paragraph = '';
  }
  return paragraphs;
}

/** The page of an article, as a news site serves it. */
export function articlePage(paragraphs: readonly string[]): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Talks go on</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="2025-09-08"></head>
<body><article><h1>Talks go on</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></body></html>`;
}
