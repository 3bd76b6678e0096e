/** The world packs that ship: sound, of the promised size, the build of their inputs, and with nobody in office by omission. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readText, sha256 } from '../../../lib/cli/files';
import { readShareAlikeInputs, readWorldInputs } from '../../../lib/cli/world-inputs';
import type { Entity, PackRecord, Role } from '../../../lib/model/pack';
import { buildShareAlike } from '../../../lib/packs/build/build-share-alike';
import { buildWorld } from '../../../lib/packs/build/build-world';
import { SOURCES as INPUTS } from '../../../lib/packs/build/sources';
import { US_STATES } from '../../../lib/packs/build/us-states';
import { type CheckedPack, checkPack } from '../../../lib/packs/check-pack';
import { assertedDays } from '../../../lib/text/asserted-days';
import { parseEdtf } from '../../../lib/text/edtf';
import { SOURCES } from '../../support/shared';

const PACKS = join(import.meta.dirname, '../../../public/packs');
const PATHS = { world: join(PACKS, 'world.jsonl.gz'), shareAlike: join(PACKS, 'world-sharealike.jsonl.gz') };

const texts: Record<keyof typeof PATHS, string> = { world: '', shareAlike: '' };
let packs: Record<keyof typeof PATHS, CheckedPack>;
let entities: Entity[];

async function soundPack(text: string): Promise<CheckedPack> {
  const checked = await checkPack(text, sha256);
  if ('problems' in checked)
    throw new Error(checked.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return checked.pack;
}

const isEntity = (record: PackRecord): record is Entity => record.record === 'entity';
const rolesOf = (): (readonly [Entity, Role])[] =>
  entities.flatMap((entity) => (entity.roles ?? []).map((role) => [entity, role] as const));
const dayOf = (date: string): number => parseEdtf(date)?.first ?? Number.NaN;

beforeAll(async () => {
  texts.world = readText(PATHS.world);
  texts.shareAlike = readText(PATHS.shareAlike);
  packs = { world: await soundPack(texts.world), shareAlike: await soundPack(texts.shareAlike) };
  entities = Object.values(packs).flatMap(({ records }) => records.filter(isEntity));
}, 300_000);

describe('the world packs', () => {
  it('hold what they promise, in eight megabytes', () => {
    expect(entities.length).toBeGreaterThanOrEqual(90_000);
    const named = Object.values(packs).flatMap(({ records }) =>
      records.map((record) => ('names' in record ? (record.names?.length ?? 0) : 0)),
    );
    expect(named.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(250_000);
    const asserted = rolesOf().filter(
      ([, { from, to, asOf }]) => asOf !== undefined || (from !== undefined && to !== undefined),
    );
    expect(asserted.length).toBeGreaterThanOrEqual(60_000);
    const size = Object.values(PATHS).reduce((sum, path) => sum + statSync(path).size, 0);
    expect(size).toBeLessThan(8 * 1024 * 1024);
  });

  it('say under which licence each source stands; what is share-alike is in the second pack alone', () => {
    const licences = (pack: CheckedPack) =>
      pack.records.flatMap((record) => (record.record === 'source' ? [record.license ?? ''] : []));
    expect(licences(packs.world).every((licence) => licence !== '' && !/ODbL|CC-BY-SA/.test(licence))).toBe(true);
    expect(licences(packs.shareAlike).filter((licence) => /ODbL|CC-BY-SA/.test(licence))).toHaveLength(3);
  });

  it('name who stands behind each source, not the account that holds the file', () => {
    const publishers = Object.values(packs).flatMap(({ records }) =>
      records.flatMap((record) => (record.record === 'source' ? [record.publisher] : [])),
    );
    expect(publishers.filter((publisher) => /^[a-z\d-]+$/.test(publisher))).toEqual([]);
  });

  it('know each place once, under the name of today', () => {
    const called = (text: string) =>
      entities.filter(({ type, label }) => type === 'place' && Object.values(label).includes(text)).map(({ id }) => id);
    expect(called('Gaza Strip')).toEqual(['place/gaza-strip']);
    expect(called('Kyiv')).toEqual(['place/kyiv', 'place/kyiv']);
    expect(called('Kiev')).toEqual([]);
    const punjabs = entities.filter(({ type, label }) => type === 'place' && label.en === 'Punjab');
    expect(new Set(punjabs.map(({ prominence }) => prominence))).toEqual(new Set([0.4]));
  });

  it("have nobody in office on a day later than the record's", () => {
    const late = rolesOf().filter(([, role]) => {
      const { to } = assertedDays(role);
      const bound = role.asOf ?? (role.to === '..' || role.to === undefined ? role.from : role.to) ?? '';
      return to > (parseEdtf(bound)?.last ?? Number.NEGATIVE_INFINITY);
    });
    expect(late).toEqual([]);
    const beyondSource = rolesOf().filter(([, role]) => {
      const [source] = role.sources;
      const published = INPUTS[(source ?? '').replace('source/', '') as keyof typeof INPUTS]?.published ?? '';
      return assertedDays(role).to > (parseEdtf(published)?.last ?? Number.NEGATIVE_INFINITY);
    });
    expect(beyondSource).toEqual([]);
  });

  it('say nothing in descriptions that changes: no office, no year', () => {
    const told = entities.filter(({ description }) =>
      /\d|minister|president|大臣|首相|대통령|총리/i.test(JSON.stringify(description ?? {})),
    );
    expect(told).toEqual([]);
  });

  it('give persons full names only of two words, in ordinary letters', () => {
    const odd = entities.flatMap(({ type, names }) =>
      type === 'person'
        ? names.filter(
            ({ kind, text }) =>
              kind === 'full' && (/^\p{sc=Latin}+$/u.test(text) || /\p{Lu}{4,} |\d|[<>&"“”]/u.test(text)),
          )
        : [],
    );
    expect(odd.map(({ text }) => text)).toEqual([]);
  });
});

/** A post, the day on which it changed hands, who held it before and who after; `null`: not on record. */
const CHANGES: readonly (readonly [post: string, day: string, before: string | null, after: string])[] = [
  ['united-states-president', '2017-01-20', 'Barack Obama', 'Donald Trump'],
  ['united-kingdom-prime-minister', '2016-07-13', 'David Cameron', 'Theresa May'],
  ['france-president', '2012-05-15', 'Nicolas Sarkozy', 'François Hollande'],
  ['australia-prime-minister', '2013-09-18', 'Kevin Rudd', 'Tony Abbott'],
  ['canada-prime-minister', '2015-11-04', 'Stephen Harper', 'Justin Trudeau'],
  ['brazil-president', '2011-01-01', 'Luiz Inácio Lula da Silva', 'Dilma Rousseff'],
  ['china-president', '2013-03-14', 'Hu Jintao', 'Xi Jinping'],
  ['india-prime-minister', '2014-05-26', 'Manmohan Singh', 'Narendra Modi'],
  ['iran-president', '2013-08-03', 'Mahmoud Ahmadinejad', 'Hassan Rouhani'],
  ['israel-prime-minister', '2021-06-13', 'Benjamin Netanyahu', 'Naftali Bennett'],
  ['japan-prime-minister', '2012-12-26', 'Yoshihiko Noda', 'Shinzō Abe'],
  ['russia-president', '2008-05-07', 'Vladimir Putin', 'Dmitry Medvedev'],
  ['south-korea-president', '2013-02-25', 'Lee Myung-bak', 'Park Geun-hye'],
  ['taiwan-president', '2016-05-20', 'Ma Ying-jeou', 'Tsai Ing-wen'],
  ['turkiye-president', '2014-08-28', 'Abdullah Gül', 'Recep Tayyip Erdoğan'],
  ['ukraine-president', '2019-05-20', 'Petro Poroshenko', 'Volodymyr Zelenskyy'],
  ['germany-chancellor', '2025-05-06', null, 'Friedrich Merz'],
  ['poland-president', '2025-08-06', null, 'Karol Nawrocki'],
  ['italy-prime-minister', '2022-10-22', null, 'Giorgia Meloni'],
  ['argentina-president', '2023-12-10', null, 'Javier Gerardo Milei'],
  ['mexico-president', '2024-10-01', null, 'Claudia Sheinbaum Pardo'],
];

describe('leaders', () => {
  const holders = (post: string, day: number): string[] =>
    rolesOf()
      .filter(
        ([, role]) => role.post === `post/${post}` && assertedDays(role).from <= day && day <= assertedDays(role).to,
      )
      .map(([{ label }]) => String(label.en));

  it.each(CHANGES)('of %s change on %s from %s to %s', (post, change, before, after) => {
    const day = dayOf(change);
    expect(holders(post, day - 3)).toEqual(before === null ? [] : [before]);
    expect(holders(post, day)).toContain(after);
    expect(holders(post, day + 30)).toEqual([after]);
  });

  it('are nobody on the day after the last that a source speaks of', () => {
    const after = dayOf('2026-02-01');
    expect(CHANGES.flatMap(([post]) => holders(post, after))).toEqual([]);
  });
});

describe.skipIf(SOURCES === null)('built from ../shared/sources', () => {
  it('are what ships, byte by byte', { timeout: 300_000 }, async () => {
    const folder = SOURCES ?? '';
    const inputs = readWorldInputs(folder);
    const world = await buildWorld(inputs, sha256);
    expect(world.text === texts.world).toBe(true);
    const shareAlike = readShareAlikeInputs(folder);
    expect((await buildShareAlike(shareAlike, inputs, world, sha256)).text === texts.shareAlike).toBe(true);
    const states = new Set(
      shareAlike.places.flatMap(({ level, country, qid }) => (level === 'state' && country === 'US' ? [qid] : [])),
    );
    expect(Object.values(US_STATES).filter((qid) => !states.has(qid))).toEqual([]);
  });
});

it.runIf(SOURCES === null)('the world packs are not rebuilt: needs ../shared/sources beside the project', () => {
  expect(existsSync(PATHS.world)).toBe(true);
});
