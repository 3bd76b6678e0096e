import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fitsPlainly } from '../../../lib/packs/fits-plainly';
import { LINE_SCHEMAS } from '../../../lib/packs/schema';
import { syntheticRecords } from '../../support/synthetic-pack';

const FLAGSHIP = join(import.meta.dirname, '../../../public/packs/japan-rok-defense.jsonl');
const lines = readFileSync(FLAGSHIP, 'utf8')
  .trimEnd()
  .split('\n')
  .filter((line) => line.startsWith('{"record":"entity"'));

/** What the schema makes of a value, or null where it refuses it. */
function schemaOutput(value: unknown): unknown {
  const parsed = v.safeParse(LINE_SCHEMAS.entity, value);
  return parsed.success ? parsed.output : null;
}

describe('fitsPlainly', () => {
  it('knows most entities of real packs', () => {
    const plain = lines.filter((line) => fitsPlainly(JSON.parse(line)));
    expect(plain.length).toBeGreaterThan(lines.length / 4);
    const entities = syntheticRecords(2_000).filter(({ record }) => record === 'entity');
    expect(entities.filter((entity) => !fitsPlainly(entity))).toEqual([]);
  });

  it('never takes what the schema refuses or changes', () => {
    const changed = fc
      .tuple(fc.nat(lines.length - 1), fc.nat(60), fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant('..')))
      .map(([line, at, value]) => {
        let left = at;
        return JSON.parse(lines[line] as string, (_, old) => (left-- === 0 ? value : old)) as unknown;
      });
    let plain = 0;
    fc.assert(
      fc.property(changed, (value) => {
        if (!fitsPlainly(value)) return;
        plain++;
        expect(schemaOutput(value)).toEqual(value);
      }),
      { seed: 12, numRuns: 5_000 },
    );
    expect(plain).toBeGreaterThan(50);
  });
});
