/**
 * Of names drawn at random, how many the packs know, and how many of those have an office on the day:
 * `npx tsx tests/support/known-names.ts [--seed N] [PACK…]`. Half are labels of our own gold, half stand in the pages of
 * `../shared/pages` of the last years, found there by how names are written and by the titles around them. Prints each
 * with what is known, then a line for each language. Nothing of it is kept.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { bundledPackFiles, readPack } from '../../lib/cli/files';
import { readSavedPage } from '../../lib/cli/saved-page';
import type { Entity, Name } from '../../lib/model/pack';
import { assertedDays } from '../../lib/text/asserted-days';
import { type Day, parseEdtf } from '../../lib/text/edtf';
import { foldName } from '../../lib/text/fold';
import { readGold } from './gold';

const PAGES = join(import.meta.dirname, '../../../shared/pages');
const SINCE = '2022';
/** Names drawn from each of the two. */
const HALF = 100;

interface Drawn {
  readonly name: string;
  readonly lang: string;
  readonly day: Day | null;
}

/** How names of persons and institutions are written, by script. */
const WRITTEN: readonly ((text: string) => string[])[] = [
  // Two capitalised words or more within a sentence.
  finder(/(?<=\p{Ll},? )\p{Lu}\p{Ll}+(?: (?:(?:de|van|von|der|al|bin) )?\p{Lu}[\p{L}'’-]+){1,3}/gu),
  finder(/[ァ-ヶー]{2,}(?:・[ァ-ヶー]{2,})+/gu),
  finder(/(?<!\p{sc=Han})\p{sc=Han}{2,4}(?=首相|大統領|氏|外相|防衛相|知事|議員|長官|会長|总统|总理|部长|主席)/gu),
  finder(/(?<![가-힣])[가-힣]{2,4}(?= ?(?:전 )?(?:대통령|총리|장관|의원|대표|회장|위원장)(?![가-힣]{2}))/gu),
];

function finder(pattern: { [Symbol.matchAll](text: string): Iterable<RegExpMatchArray> }) {
  return (text: string): string[] => Array.from(pattern[Symbol.matchAll](text), ([name]) => name);
}

/** Numbers below 1 that a seed decides (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function draw(pool: readonly Drawn[], count: number, random: () => number): Drawn[] {
  const left = [...pool];
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(Math.floor(random() * left.length), 1)[0] as Drawn,
  );
}

const dayOf = (date: string | undefined): Day | null => (date ? (parseEdtf(date.slice(0, 10))?.first ?? null) : null);

function fromGold(): Drawn[] {
  return ['en', 'ja', 'ko', 'zh'].flatMap((lang) =>
    readGold(lang).flatMap(({ labels, published }) =>
      labels.flatMap(({ surface, kind }) =>
        kind === 'office' ? [] : [{ name: surface, lang, day: dayOf(published) }],
      ),
    ),
  );
}

interface Page {
  readonly lang: string | null;
  readonly date_gold: string | null;
  readonly url: string;
  readonly file: string;
}

function fromPages(): Drawn[] {
  const pages = JSON.parse(readFileSync(join(PAGES, 'index.json'), 'utf8')) as Page[];
  return pages.flatMap(({ lang, date_gold, url, file }) => {
    if (!date_gold || date_gold < SINCE) return [];
    const { blocks } = readSavedPage(gunzipSync(readFileSync(join(PAGES, file))).toString('utf8'), url);
    const names = new Set(blocks.flatMap(({ text }) => WRITTEN.flatMap((namesIn) => namesIn(text))));
    return [...names].map((name) => ({ name, lang: (lang ?? 'none').slice(0, 2), day: dayOf(date_gold) }));
  });
}

/** Everybody and everything that bears a name, by its folded form; family names within full ones too. */
async function readBearers(files: readonly string[]): Promise<Map<string, Entity[]>> {
  const bearers = new Map<string, Entity[]>();
  const add = (text: string, entity: Entity) => {
    const form = foldName(text);
    bearers.set(form, [...(bearers.get(form) ?? []), entity]);
  };
  for (const file of files) {
    for (const record of (await readPack(file)).records) {
      if (record.record !== 'entity') continue;
      for (const { text, family } of record.names as readonly Name[]) {
        add(text, record);
        if (family) add(family, record);
      }
    }
  }
  return bearers;
}

const holdsOffice = ({ roles }: Entity, day: Day): boolean =>
  (roles ?? []).some((role) => assertedDays(role).from <= day && day <= assertedDays(role).to);

const argv = process.argv.slice(2);
const seedAt = argv.indexOf('--seed');
const seed = seedAt < 0 ? 1 : Number(argv[seedAt + 1]);
const packs = argv.filter((_, i) => seedAt < 0 || (i !== seedAt && i !== seedAt + 1));
const random = randomFrom(seed);
const bearers = await readBearers([...bundledPackFiles(), ...packs]);
const drawn = [...draw(fromGold(), HALF, random), ...draw(fromPages(), HALF, random)];
const tally = new Map<string, { drawn: number; known: number; dated: number; inOffice: number }>();
for (const { name, lang, day } of drawn) {
  const known = bearers.get(foldName(name)) ?? [];
  const inOffice = day !== null && known.some((entity) => holdsOffice(entity, day));
  const counts = tally.get(lang) ?? { drawn: 0, known: 0, dated: 0, inOffice: 0 };
  tally.set(lang, counts);
  counts.drawn += 1;
  if (known.length > 0) counts.known += 1;
  if (day !== null) counts.dated += 1;
  if (inOffice) counts.inOffice += 1;
  console.log([lang, name, known[0]?.id ?? '-', inOffice ? 'in office' : ''].join('\t'));
}
for (const [lang, { drawn: all, known, dated, inOffice }] of [...tally].sort())
  console.log(`${lang}: ${known} of ${all} known, ${inOffice} with an office on the day (${dated} are dated)`);
