import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../../lib/cli/files';
import type { Entity } from '../../../../lib/model/pack';
import { buildShareAlike } from '../../../../lib/packs/build/build-share-alike';
import { buildWorld } from '../../../../lib/packs/build/build-world';
import { checkPack } from '../../../../lib/packs/check-pack';
import { namesOf, rolesOf } from '../../../support/built-world';
import { aFactbookCountry, someInputs } from '../../../support/world-inputs';

let entities: Map<string, Entity>;

beforeAll(async () => {
  const inputs = someInputs({
    factbook: {
      fr: aFactbookCountry('France', 'French', {
        'Executive branch': { 'chief of state': { text: 'President Anne UN (since 14 May 2017)' } },
      }),
    },
    cities: [
      {
        NAME: 'Lyonne',
        NAME_EN: 'Lyonne',
        FEATURECLA: 'Populated place',
        ISO_A2: 'FR',
        ADM0NAME: 'France',
        POP_MAX: 500_000,
        wikidataid: 'Q456',
      },
      {
        NAME: 'Turin',
        NAME_EN: 'Turin',
        FEATURECLA: 'Populated place',
        ISO_A2: 'FR',
        ADM0NAME: 'France',
        POP_MAX: 900_000,
        wikidataid: 'Q495',
      },
    ],
    subdivisions: { en: { fr45: 'Loiret', jp03: 'Iwate' } },
  });
  const world = await buildWorld(inputs, sha256);
  const place = { level: 'city', native: null, country: 'FR', population: 400_000 } as const;
  const { text } = await buildShareAlike(
    {
      places: [
        {
          ...place,
          name: 'Lyonne',
          qid: 'Q456',
          translations: { ja: 'リヨンヌーブ', ko: '리옹누브', 'zh-CN': '里昂', de: 'Lyonne' },
        },
        {
          ...place,
          name: 'Valmont',
          qid: 'Q457',
          translations: { ja: 'ヴァルモンという町', ko: '발몽', de: 'Valmont', ru: 'Вальмон', fr: 'valmont' },
        },
        { ...place, level: 'state', name: 'Turin', qid: 'Q18288204', translations: { ja: 'トリノ' } },
        { ...place, level: 'state', name: 'Loiret', qid: 'Q12564', translations: { ja: 'ロワレ' } },
        { ...place, level: 'state', country: 'JP', name: 'Iwate', native: '岩手', qid: 'Q48326' },
        { ...place, name: 'Nice', qid: 'Q458', translations: { ja: '素敵' } },
      ],
      demonyms: [
        {
          cca2: 'FR',
          demonyms: { eng: { m: 'Frenchman', f: 'Frenchwoman' } },
          altSpellings: ['FR', 'French Republic'],
        },
      ],
      leaders: {
        snapshot_date: '2026-08-22',
        countries: {
          france: {
            country: { iso_code: 'FR' },
            positions: {
              head_of_state: {
                title_en: 'President',
                current_holder: { name_en: 'Anne Un', wikidata_id: 'Q1', since: '2017-05-14' },
              },
            },
          },
        },
      },
    },
    inputs,
    world,
    sha256,
  );
  const checked = await checkPack(text, sha256);
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems));
  entities = new Map(
    checked.pack.records.flatMap((record) =>
      record.record === 'entity' ? [[record.id as string, record] as const] : [],
    ),
  );
});

describe('the share-alike pack', () => {
  it('adds names in other languages to what the world pack has, by the same Wikidata item', () => {
    const lyonne = entities.get('place/lyonne');
    expect(namesOf(lyonne)).toEqual(['full:リヨンヌーブ', 'full:리옹누브']);
    expect(lyonne?.sameAs).toEqual(['https://www.wikidata.org/wiki/Q456']);
    expect(lyonne?.relations?.[0]?.to).toBe('world:place/france');
  });

  it('takes from machine translations what is a name only, and only beside other evidence', () => {
    expect(namesOf(entities.get('place/valmont'))).toEqual(['full:Valmont', 'full:Вальмон!']);
    expect(entities.has('place/nice')).toBe(false);
  });

  it('is joined with regions that the world pack knows by their code, and puts what districts are called to their city', () => {
    expect(entities.get('place/iwate')).toMatchObject({
      names: [{ text: '岩手', lang: 'ja' }],
      sameAs: [
        'https://www.wikidata.org/wiki/Q48326',
        'https://www.wikidata.org/w/index.php?search=haswbstatement:P300=JP-03',
      ],
    });
    expect(entities.get('place/turin')).toMatchObject({
      names: [{ text: 'トリノ' }],
      sameAs: ['https://www.wikidata.org/wiki/Q495'],
    });
    expect(entities.get('place/loiret')?.sameAs).toContain(
      'https://www.wikidata.org/w/index.php?search=haswbstatement:P300=FR-45',
    );
  });

  it('names peoples', () => {
    expect(namesOf(entities.get('place/france'))).toEqual([
      'demonym:Frenchman',
      'demonym:Frenchwoman',
      'full:French Republic',
    ]);
  });

  it('says who leads on the day of its snapshot, in the posts of the world pack', () => {
    expect(rolesOf(entities.get('person/anne-un'))).toEqual([
      'world:post/france-president 2017-05-14/.. as of 2026-08-22',
    ]);
    expect(namesOf(entities.get('person/anne-un'))).toEqual([]);
  });
});
