/** Claims against gold of our own, language by language, with the packs that ship. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../lib/services/knowledge';
import { bundledKnowledge } from '../../support/build-facts';
import { problemsOf, readClaimGold, scoreClaims } from '../../support/claim-gold';

const LEAST_FOUND = 0.9;
const LEAST_TIED_RIGHT = 0.95;
/** Least number of sentences of a language. */
const LEAST = { en: 60, ja: 60, ko: 60, zh: 30 };

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await bundledKnowledge();
});

describe.each(Object.entries(LEAST))('gold in %s', (language, least) => {
  const entries = readClaimGold(language);

  it('is found, and what is tied is tied right', async () => {
    const score = await scoreClaims(knowledge, language, entries);
    const figures = `found ${score.found.toFixed(3)}, precision ${score.precision.toFixed(3)}, tied ${score.tied.toFixed(3)}, tied right ${score.tiedRight.toFixed(3)}, judged right ${score.judgedRight.toFixed(3)}`;
    const report = [figures, ...score.mistakes].join('\n');
    if (process.env.CLAIM_REPORT) console.log(report);
    expect(score.found, report).toBeGreaterThanOrEqual(LEAST_FOUND);
    expect(score.precision, report).toBeGreaterThanOrEqual(LEAST_FOUND);
    expect(score.tiedRight, report).toBeGreaterThanOrEqual(LEAST_TIED_RIGHT);
    expect(score.judgedRight, report).toBeGreaterThanOrEqual(LEAST_TIED_RIGHT);
  });

  it('is well labelled', () => {
    expect(entries.length).toBeGreaterThanOrEqual(least);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.flatMap(problemsOf)).toEqual([]);
  });
});
