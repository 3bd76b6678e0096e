import { expect, it } from 'vitest';
import { run, total } from '../../soak/packs';
import { writePack } from '../../support/build-pack';
import { damagePack } from '../../support/damage';
import { SOUND } from './sound-pack';

/** Cases of the fast tier; `npm run test:soak -- packs` or SIDELIGHT_SOAK=1 runs all of them. */
const CASES = process.env.SIDELIGHT_SOAK ? total : 1_000;

it(`${CASES} damaged packs are refused or sound, and nothing of a refused one is kept`, {
  timeout: 600_000,
}, async () => {
  const tally = new Map<string, number>();
  for (let number = 0; number < CASES; number++) {
    const outcome = await run(number);
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
  }
  const outcomes = [...tally.keys()].map((outcome) => outcome.split(': ')[1]);
  expect(new Set(outcomes)).toEqual(new Set(['refused', 'sound']));
  // Every kind of damage was among them.
  expect([...tally.keys()].filter((outcome) => outcome.endsWith('refused')).length).toBe(9);
});

it('the same number is the same damage', async () => {
  const sound = await writePack(SOUND);
  expect(damagePack(sound, 7)).toEqual(damagePack(sound, 7));
  expect(damagePack(sound, 7)).not.toEqual(damagePack(sound, 8));
});
