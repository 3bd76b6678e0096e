import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPack } from '../../../lib/packs/check-pack';
import { sealLines, sha256, writePack } from '../../support/build-pack';
import { SOUND } from './sound-pack';

const soundText = await writePack(SOUND);
const soundLines = soundText.trimEnd().split('\n').slice(0, -1);

/** Damage to the bytes: a file that was cut, joined, overwritten or sent wrong. */
const damagedText = fc
  .tuple(fc.nat(soundText.length), fc.nat(60), fc.string({ unit: 'binary', maxLength: 20 }))
  .map(([at, length, patch]) => soundText.slice(0, at) + patch + soundText.slice(at + length));

/** Damage to the values: any field of any record holds anything, and the seal fits. */
const damagedValue = fc
  .tuple(fc.nat(soundLines.length - 1), fc.nat(1_000), fc.jsonValue({ maxDepth: 4 }))
  .map(([line, at, value]) => {
    let left = at;
    const replaced = JSON.stringify(JSON.parse(soundLines[line] as string), (_, old) => (left-- === 0 ? value : old));
    return soundLines.map((source, i) => (i === line ? (replaced ?? 'null') : source));
  });

/** A typed refusal with lines and sentences, or a sound pack: never an exception. */
async function expectAnswer(text: string): Promise<'sound' | 'refused'> {
  const checked = await checkPack(text, sha256);
  if ('pack' in checked) return 'sound';
  expect(checked.problems.length).toBeGreaterThan(0);
  for (const { line, message } of checked.problems) {
    expect(line).toBeGreaterThanOrEqual(0);
    expect(message.length).toBeGreaterThan(5);
    expect(message).not.toMatch(/undefined|\[object/);
  }
  return 'refused';
}

describe('a damaged pack', () => {
  it('is refused when bytes are missing or others', async () => {
    await fc.assert(
      fc.asyncProperty(damagedText, async (text) => {
        expect(await expectAnswer(text)).toBe(text.trimEnd() === soundText.trimEnd() ? 'sound' : 'refused');
      }),
      { seed: 30, numRuns: 1_000 },
    );
  });

  it('is refused or sound when a field holds anything', async () => {
    const answers = new Set<string>();
    await fc.assert(
      fc.asyncProperty(damagedValue, async (lines) => {
        answers.add(await expectAnswer(await sealLines(lines)));
      }),
      { seed: 39, numRuns: 1_000 },
    );
    expect([...answers].sort()).toEqual(['refused', 'sound']);
  });
});
