/** The bundled flagship pack: sound, complete in three languages, and counting what it says it counts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../lib/cli/files';
import type { Localized } from '../../../lib/model/localized';
import type { Entity, PackEvent, Series, Source, Timeline } from '../../../lib/model/pack';
import { type CheckedPack, checkPack } from '../../../lib/packs/check-pack';

const PATH = join(import.meta.dirname, '../../../public/packs/japan-rok-defense.jsonl');

let pack: CheckedPack;
let byId: Map<string, CheckedPack['records'][number]>;

beforeAll(async () => {
  const checked = await checkPack(readFileSync(PATH, 'utf8'), sha256);
  if ('problems' in checked)
    throw new Error(checked.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  pack = checked.pack;
  byId = new Map(pack.records.map((record) => [record.id, record]));
});

const of = <T>(kind: string): T[] => pack.records.filter(({ record }) => record === kind) as T[];

/** Every text of a record that a reader may see. */
function* texts(): Generator<readonly [where: string, text: Localized]> {
  yield ['header.title', pack.header.title];
  for (const entity of of<Entity>('entity')) {
    yield [`${entity.id} label`, entity.label];
    yield [`${entity.id} description`, entity.description ?? {}];
    for (const [i, role] of (entity.roles ?? []).entries()) yield [`${entity.id} role ${i}`, role.title];
  }
  for (const event of of<PackEvent>('event')) {
    yield [`${event.id} title`, event.title];
    yield [`${event.id} summary`, event.summary ?? {}];
    for (const account of event.accounts ?? []) yield [`${event.id} account`, account.text];
  }
  for (const series of of<Series>('series')) {
    yield [`${series.id} title`, series.title];
    yield [`${series.id} counts`, series.counts];
  }
  for (const timeline of of<Timeline>('timeline')) yield [`${timeline.id} title`, timeline.title];
}

describe('the flagship pack', () => {
  it('has 0 fallbacks: every text is there in English, Japanese and Korean', () => {
    const missing = [...texts()].flatMap(([where, text]) =>
      ['en', 'ja', 'ko'].filter((lang) => text[lang] === undefined).map((lang) => `${where} ${lang}`),
    );
    expect(missing).toEqual([]);
  });

  it('names no wiki mirror, content farm or machine-written page as a source', () => {
    const refused =
      /gtool\.pro|readonly\.wiki|pinocchiopedia|wiki\.x\.io|kfd\.me|theinfolist|memim|the1\.wiki|ja-wiki|headlines4|hanna-ai|rifnote|allthe\.news|blogspot|veneneo|newsmediafocus/;
    expect(
      of<Source>('source')
        .filter(({ url }) => refused.test(url ?? ''))
        .map(({ url }) => url),
    ).toEqual([]);
  });

  it.each([
    ['series/japan-defense-ministers-to-rok', 12],
    ['series/rok-defense-ministers-to-japan', 10],
  ])('counts %s: %i visits held', (id, held) => {
    const series = byId.get(id) as Series;
    const events = series.events.map((event) => byId.get(event) as PackEvent);
    expect(events.filter(({ status, confidence }) => status === 'held' && confidence !== 'uncertain')).toHaveLength(
      held,
    );
    expect(events.every(({ kind }) => kind === 'visit')).toBe(true);
  });

  it('draws the put-off trips of 2008, 2012 and December 2024 in the visits timeline without counting them', () => {
    const timeline = byId.get('timeline/japan-rok-defense-visits') as Timeline;
    const notHeld = (timeline.events ?? [])
      .map((id) => byId.get(id) as PackEvent)
      .filter(({ status }) => status !== 'held');
    expect(notHeld.map(({ date }) => date.slice(0, 7))).toEqual(['2008', '2012-05', '2024-12']);
    const counted = new Set(of<Series>('series').flatMap(({ events }) => events as readonly string[]));
    expect(notHeld.filter(({ id }) => id.includes('visit') && counted.has(id))).toEqual([]);
  });

  it('gives both sides of the radar dispute, each with sources of its own', () => {
    const accounts = (byId.get('event/2018-12-20-radar-lock-on') as PackEvent).accounts ?? [];
    expect(accounts.map(({ by }) => by)).toEqual(['place/japan', 'place/south-korea']);
    expect(new Set(accounts.map(({ sources }) => sources.join())).size).toBe(2);
  });

  it('says who held both ministries on the day of the flagship article', () => {
    const day = '2025-09-08';
    const holders = (post: string) =>
      of<Entity>('entity')
        .filter(({ roles }) =>
          roles?.some(
            (role) =>
              role.post === post &&
              (role.from ?? '') <= day &&
              day <= (role.to === '..' ? (role.asOf ?? '') : (role.to ?? '')),
          ),
        )
        .map(({ id }) => id);
    expect(holders('post/japan-defense-minister')).toEqual(['person/gen-nakatani']);
    expect(holders('post/rok-defense-minister')).toEqual(['person/ahn-gyu-back']);
  });
});
