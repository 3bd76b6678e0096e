/** One entity in several packs: one card, and below the first pack's part what each other adds. */
import { describe, expect, it } from 'vitest';
import { buildCard } from '../../../lib/briefing/build-card';
import { buildCast } from '../../../lib/briefing/build-cast';
import type { PackId, RecordId } from '../../../lib/model/ids';
import { toReference } from '../../../lib/model/ids';
import type { Entity, PackRecord, Role } from '../../../lib/model/pack';
import { anEntity, aRole, buildKnowledgeOf, buildScene, ref } from '../../support/build-facts';

const DAY = '2026-01-15';
const ITEM = 'https://www.wikidata.org/wiki/Q900000001';
const POST_ITEM = 'https://www.wikidata.org/wiki/Q900000002';

const person = (fields: Partial<Omit<Entity, 'id'>>) => anEntity('person/ito', { sameAs: [ITEM], ...fields } as never);
const minister = (fields: Partial<Role>, title = 'Minister of Rivers') => aRole(title, fields);
const ENDED = minister({ from: '2024-10-01', to: '..', asOf: '2025-09-08' });
const HELD = minister({ from: '2024-10-01', to: '..', asOf: '2026-06-30' });

async function sceneOf(...packs: readonly (readonly PackRecord[])[]) {
  const knowledge = await buildKnowledgeOf(
    packs.map((records, i) => ({
      header: i === 0 ? {} : { id: `later-${i}` as PackId, title: { en: `Later pack ${i}` }, version: `${i}` },
      records,
    })),
  );
  return buildScene(knowledge, { day: DAY, named: [ref('person/ito'), ref('place/japan')] });
}

async function cardOf(...packs: readonly Partial<Omit<Entity, 'id'>>[]) {
  const { facts, context } = await sceneOf(...packs.map((fields) => [person(fields)]));
  const card = buildCard(facts, ref('person/ito'), context, null);
  if (!card) throw new Error('no card');
  const [row] = buildCast(facts, new Map([[ref('person/ito'), [{ at: 0, kind: 'text' }]]]), context);
  return { card, row };
}

const linesOf = (roles: { lines: readonly { title: { text: string }; when: string }[] } | null) =>
  roles?.lines.map(({ title, when }) => `${title.text}: ${when}`) ?? null;

describe('an entity of several packs', () => {
  it('is in the office that a later pack vouches for on the day, under that pack’s name', async () => {
    const { card, row } = await cardOf({ roles: [ENDED] }, { roles: [HELD] });
    expect(linesOf(card.roles)).toEqual(['Minister of Rivers: last-recorded']);
    expect(card.others.map(({ pack, roles }) => [pack, linesOf(roles)])).toEqual([
      [{ title: { text: 'Later pack 1', lang: 'en' }, version: '1' }, ['Minister of Rivers: since']],
    ]);
    expect(card.others[0]?.sources.map(({ publisher }) => publisher)).toEqual(['Gazette']);
    expect(row?.role?.text).toBe('Minister of Rivers');
  });

  it('keeps the first pack’s label, office and sentence', async () => {
    const { card, row } = await cardOf(
      { roles: [HELD], description: { en: 'Politician of Japan.' } },
      { label: { en: 'Another' }, roles: [minister({ from: '2025-01-01', to: '..', asOf: '2026-06-30' }, 'Envoy')] },
    );
    expect([card.name.text, linesOf(card.roles), card.description?.text]).toEqual([
      'Ito',
      ['Minister of Rivers: since'],
      'Politician of Japan.',
    ]);
    expect(card.others.map(({ roles }) => linesOf(roles))).toEqual([['Envoy: since']]);
    expect(row?.role?.text).toBe('Minister of Rivers');
  });

  it.each<[string, Partial<Omit<Entity, 'id'>>, Partial<Omit<Entity, 'id'>>]>([
    ['the same office, with other dates', { roles: [HELD] }, { roles: [{ ...HELD, from: '2024-10' }] }],
    [
      'an office that has one title in one language',
      { roles: [{ ...HELD, title: { en: 'Minister of Rivers', ja: '河川大臣' } }] },
      { roles: [{ ...HELD, title: { en: 'Rivers minister', ja: '河川大臣' } }] },
    ],
    [
      'offices before the day, after a pack has told of some',
      { roles: [HELD] },
      { roles: [minister({ from: '2010', to: '2012' }, 'Envoy')] },
    ],
    [
      'an uncertain office',
      { roles: [HELD] },
      { roles: [minister({ from: '2025', to: '..', asOf: '2026-06-30', confidence: 'uncertain' }, 'Envoy')] },
    ],
    [
      'an office that is to come',
      { roles: [HELD] },
      { roles: [minister({ from: '2026-03-01', to: '..', asOf: '2026-06-30' }, 'Envoy')] },
    ],
    ['a second sentence', { description: { en: 'Politician.' } }, { description: { en: 'Statesman.' } }],
    ['nothing', {}, {}],
  ])('has no section for a pack that says %s', async (_, first, second) => {
    expect((await cardOf(first, second)).card.others).toEqual([]);
  });

  it('has a sentence by the first pack that has one, and each office once', async () => {
    const { card } = await cardOf(
      {},
      { description: { en: 'Politician.' } },
      { description: { en: 'Statesman.' }, roles: [HELD] },
      { roles: [HELD] },
    );
    expect(card.description).toBeNull();
    expect(
      card.others.map(({ pack, description, roles }) => [pack.title.text, description?.text, linesOf(roles)]),
    ).toEqual([
      ['Later pack 1', 'Politician.', null],
      ['Later pack 2', undefined, ['Minister of Rivers: since']],
    ]);
  });

  it('is named on the country’s card for the post that a later pack knows by its own record', async () => {
    const country = { placeKind: 'country', sameAs: ['https://www.wikidata.org/wiki/Q900000003'] } as const;
    const of = 'place/japan' as RecordId;
    const head = (id: string) =>
      anEntity(id, { sameAs: [POST_ITEM], relations: [{ kind: 'head-of', to: of, sources: [] }] } as never);
    const { facts, context } = await sceneOf(
      [
        anEntity('place/japan', country),
        head('post/head'),
        person({ roles: [{ ...ENDED, post: 'post/head' as RecordId, of }] }),
      ],
      [
        anEntity('place/japan', country),
        head('post/chief'),
        person({ roles: [{ ...HELD, post: 'post/chief' as RecordId, of }] }),
      ],
    );
    const card = buildCard(facts, ref('place/japan'), context, null);
    expect(
      card?.offices?.holders.map(({ holder, office, reference }) => [holder.text, office.text, reference]),
    ).toEqual([['Ito', 'Minister of Rivers', ref('person/ito')]]);
    expect(facts.standsFor(toReference('later-1' as PackId, 'post/chief' as RecordId))).toBe(ref('post/head'));
  });
});
