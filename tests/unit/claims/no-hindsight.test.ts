/** Whatever the article's day: no phrase is tied to an event that is later, nor reckoned from one. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../lib/services/knowledge';
import { parseEdtf, partRelativeTo } from '../../../lib/text/edtf';
import { bundledKnowledge } from '../../support/build-facts';
import { readClaimGold } from '../../support/claim-gold';
import { aBlock, claimsOf } from '../../support/read-claims';

const DAYS = ['2011-06-15', '2015-10-21', '2018-12-28', '2024-07-28', '2026-01-30'] as const;

let knowledge: Knowledge;
let dateOf: ReadonlyMap<string, string>;
beforeAll(async () => {
  knowledge = await bundledKnowledge();
  const events = Array.from({ length: knowledge.index.targetCount }, (_, target) => knowledge.index.reference(target));
  const records = await knowledge.get(events);
  dateOf = new Map(
    [...records].flatMap(([id, record]) => (record.record === 'event' ? [[id, record.date] as const] : [])),
  );
});

describe.each(DAYS)('as of %s', (day) => {
  it.each(['en', 'ja', 'ko', 'zh'])('all sentences of the gold in %s', async (language) => {
    const asOf = parseEdtf(day)?.first as number;
    // One article of all of them: whatever is named anywhere is known.
    const blocks = readClaimGold(language).map(({ text }, id) => aBlock(text, id));
    const claims = await claimsOf(knowledge, blocks, { day, lang: language });
    expect(claims.length).toBeGreaterThan(blocks.length / 2);
    const told = claims.flatMap(({ text, events }) => events.map((event) => ({ text, date: dateOf.get(event) ?? '' })));
    expect(told.length).toBeGreaterThan(0);
    const isLater = (text: string) => {
      const date = parseEdtf(text);
      return date === null || partRelativeTo(date, asOf) === 'since';
    };
    expect(told.filter(({ date }) => isLater(date))).toEqual([]);
    expect(claims.filter(({ arithmetic }) => arithmetic !== null && isLater(arithmetic.from))).toEqual([]);
    expect(claims.filter(({ when, events }) => when !== null && when.first > asOf && events.length > 0)).toEqual([]);
  });
});
