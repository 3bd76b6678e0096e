/** The reader's own names: what they mean, how they are found, and that the packs' own are found as before. */
import { describe, expect, it } from 'vitest';
import type { Reference } from '../../../../lib/model/ids';
import type { OwnName, RecordSubject } from '../../../../lib/model/own';
import { lateTargets, withReferences } from '../../../../lib/recognition/late-references';
import { resolve } from '../../../../lib/recognition/resolve';
import { withOwnRecords } from '../../../../lib/services/own/own-entities';
import { compileOwnNames, joinOwnNames } from '../../../../lib/services/own/own-names';
import { toDay } from '../../../../lib/text/edtf';
import { anEntity, buildKnowledge } from '../../../support/build-facts';

const GEN = 'test:person/gen-nakatani' as Reference;
const GEN_ADDRESS = 'https://www.wikidata.org/entity/Q900000001';
const gen: RecordSubject = {
  kind: 'record',
  reference: GEN,
  type: 'person',
  name: { en: 'Gen Nakatani' },
  sameAs: [GEN_ADDRESS],
};
const own = (text: string, title = text, sentence = ''): OwnName => ({
  text,
  means: { kind: 'own', title, sentence },
  at: 1,
});

const knowledge = await buildKnowledge([anEntity('person/gen-nakatani', { sameAs: [GEN_ADDRESS] })]);

async function found(text: string, names: readonly OwnName[]) {
  const joined = await joinOwnNames(knowledge, compileOwnNames(names));
  const mentions = resolve(joined.index, [{ id: 0, text, kind: 'text', section: 0 }], { asOfDay: toDay(2025, 1, 1) });
  const named = withReferences(mentions, await joined.referencesOf(lateTargets(mentions)));
  const records = await joined.get(named.flatMap(({ entity }) => entity ?? []));
  return named.map(({ surface, entity }) => {
    const record = entity && records.get(entity);
    return `${surface} = ${record?.record === 'entity' ? record.label.en : 'nobody'}`;
  });
}

describe('the reader’s own names', () => {
  it.each<[text: string, name: string]>([
    ['The Thursday Readers met.', 'Thursday Readers'],
    ['It was Moss who called.', 'Moss'],
    ['A word on NKVX today.', 'NKVX'],
    ['우리독서회가 열렸다.', '우리독서회'],
    ['木曜読書会が開かれた。', '木曜読書会'],
    ['コトノハ舎は出版社だ。', 'コトノハ舎'],
  ])('in %j are found', async (text, name) => {
    expect(await found(text, [own(name)])).toEqual([`${name} = ${name}`]);
  });

  it('are several of one thing where they mean the same', async () => {
    expect(
      await found('TRC and Thursday Readers.', [own('TRC', 'Book club'), own('Thursday Readers', 'Book club')]),
    ).toEqual(['TRC = Book club', 'Thursday Readers = Book club']);
  });

  it('mean what the packs know, beside the packs’ own names', async () => {
    expect(await found('Genchan and Gen Nakatani.', [{ text: 'Genchan', means: gen, at: 1 }])).toEqual([
      'Genchan = Gen Nakatani',
      'Gen Nakatani = Gen Nakatani',
    ]);
  });

  it('mean it under another reference, once the packs have changed', async () => {
    const moved = { ...gen, reference: 'gone:person/nakatani' as Reference };
    expect(await found('Genchan.', [{ text: 'Genchan', means: moved, at: 1 }])).toEqual(['Genchan = Gen Nakatani']);
  });

  it('stay with the name that was stored where no pack knows what they mean', async () => {
    const lost = { ...gen, reference: 'gone:person/nakatani' as Reference, sameAs: [] };
    expect(await found('Genchan.', [{ text: 'Genchan', means: lost, at: 1 }])).toEqual(['Genchan = Gen Nakatani']);
    const joined = await joinOwnNames(knowledge, compileOwnNames([{ text: 'Genchan', means: lost, at: 1 }]));
    expect([...joined.headers.values()].filter((header) => header.private)).toHaveLength(1);
  });

  it('change nothing where there are none', async () => {
    expect(compileOwnNames([])).toBeNull();
    expect(await joinOwnNames(knowledge, null)).toBe(knowledge);
    expect(withOwnRecords(knowledge, null)).toBe(knowledge);
  });
});
