/** The form that readers of stored records rely on: what the schema takes has it, what lacks it never reaches them. */
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPack, readText } from '../../../lib/cli/files';
import { createTerminalKnowledge } from '../../../lib/cli/terminal-knowledge';
import { type Reference, toReference } from '../../../lib/model/ids';
import type { PackRecord } from '../../../lib/model/pack';
import type { CheckedPack } from '../../../lib/packs/check-pack';
import { hasShape } from '../../../lib/packs/has-shape';
import { parseRecord } from '../../../lib/packs/schema';
import type { Knowledge } from '../../../lib/services/knowledge';
import { readArticle } from '../../support/read-article';
import { SOUND } from './sound-pack';

const ROOT = join(import.meta.dirname, '../../..');
const PAGE = readText(join(ROOT, 'tests/sites/www.japantimes.co.jp/news/2025/09/08/japan/nakatani-seoul-talks.html'));
/** In the article, and with roles, relations and events. */
const PEOPLE = ['person/gen-nakatani', 'person/ahn-gyu-back', 'place/japan', 'organisation/ministry-of-defense-japan'];

let pack: CheckedPack;
let knowledge: Knowledge;
beforeAll(async () => {
  pack = await readPack(join(ROOT, 'public/packs/japan-rok-defense.jsonl'));
  knowledge = await createTerminalKnowledge([pack]);
});

const NOTHINGS = [null, 0, '', [], {}, [null], { en: null }, true];

/** The record with the nth value in it replaced. */
function replaceNth(record: unknown, n: number, value: unknown): unknown {
  let left = n;
  return JSON.parse(JSON.stringify(record), (_, old) => (left-- === 0 ? value : old)) as unknown;
}

describe('hasShape', () => {
  it('is true of every record that ships, and of one of each kind', () => {
    const { records } = pack;
    expect(records.length).toBeGreaterThan(300);
    expect([...records, ...SOUND.records].filter((record) => !hasShape(record))).toEqual([]);
  });

  it('never refuses what the schema takes, and refuses most of what it refuses for its form', () => {
    let refused = 0;
    let passed = 0;
    const samples: readonly unknown[] = [...SOUND.records, ...pack.records.slice(0, 200)];
    fc.assert(
      fc.property(fc.nat(samples.length - 1), fc.nat(80), fc.constantFrom(...NOTHINGS), (at, n, value) => {
        const changed = replaceNth(samples[at], n, value);
        const isTaken = 'line' in parseRecord(changed);
        if (isTaken) expect(hasShape(changed)).toBe(true);
        else if (hasShape(changed)) passed += 1;
        else refused += 1;
      }),
      { seed: 20, numRuns: 4_000 },
    );
    expect(refused).toBeGreaterThan(4 * passed);
  });

  it('is false of what is no record', () => {
    for (const value of [null, 1, 'x', [], {}, { record: 'header' }, { record: '__proto__' }, { record: 'entity' }])
      expect(hasShape(value)).toBe(false);
  });

  it('is all that an article needs to be read: a damaged record takes nothing else with it', async () => {
    const whole = await readArticle(PAGE, knowledge, { day: '2025-09-08' });
    const byId = new Map<string, PackRecord>(pack.records.map((record) => [record.id, record]));
    const victims = [...PEOPLE, ...pack.records.filter(({ record }) => record !== 'source').map(({ id }) => id)];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...victims.filter((id) => byId.has(id))),
        fc.nat(60),
        fc.constantFrom(...NOTHINGS),
        async (id, n, value) => {
          const changed = replaceNth(byId.get(id), n, value);
          const reference: Reference = toReference(pack.header.id, id as never);
          const damaged: Knowledge = {
            ...knowledge,
            async get(references) {
              const found = new Map(await knowledge.get(references));
              if (!found.has(reference)) return found;
              // Where the store finds the record by its place, its id is compared.
              if (hasShape(changed) && changed.id === id) return found.set(reference, changed);
              found.delete(reference);
              return found;
            },
          };
          const read = await readArticle(PAGE, damaged, { day: '2025-09-08' });
          expect(read.mentions.length).toBe(whole.mentions.length);
          expect(read.cards.length).toBeGreaterThan(whole.cards.length / 2);
        },
      ),
      { seed: 20, numRuns: 12 },
    );
  });
});
