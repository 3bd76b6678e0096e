import { describe, expect, it } from 'vitest';
import { compileIndex } from '../../../lib/recognition/compile-index';
import { resolve } from '../../../lib/recognition/resolve';
import { dayOf } from '../../../lib/services/article-facts';
import { openMemoryKnowledge } from '../../../lib/services/memory-knowledge';
import {
  REHEARSAL_ARTICLES,
  REHEARSAL_FINGERPRINT,
  REHEARSAL_HEADER,
  REHEARSAL_RECORDS,
  rehearse,
} from '../../../lib/services/rehearsal';

const pack = { header: REHEARSAL_HEADER, records: REHEARSAL_RECORDS };
const compiled = compileIndex([{ ...pack, rowSize: REHEARSAL_RECORDS.length }], REHEARSAL_FINGERPRINT);

/** Slices whose pauses are counted; every look at the clock takes a millisecond. */
function countingSlices() {
  const counted = { pauses: 0 };
  let now = 0;
  return {
    counted,
    slices: {
      now: () => now++,
      pause: async () => {
        counted.pauses += 1;
      },
    },
  };
}

describe('the rehearsal', () => {
  it.each(Object.entries(REHEARSAL_ARTICLES))('finds persons in its article in %s', (_, texts) => {
    const { index } = openMemoryKnowledge([pack], compiled, REHEARSAL_FINGERPRINT);
    const blocks = texts.map((text, id) => ({ id, text, kind: 'text', section: 0 }) as const);
    const asOfDay = dayOf({ day: '2016-12-31', origin: 'meta' });
    const found = resolve(index, blocks, { asOfDay }).map(({ entity }) => entity);
    expect(found).toEqual(expect.arrayContaining(['rehearsal:person/ada', 'rehearsal:person/bo']));
  });

  it('reads its articles to the end while nobody waits', async () => {
    const { slices, counted } = countingSlices();
    await rehearse({ compiled, languages: ['ko-KR', 'fr'], isOver: () => false, slices });
    expect(counted.pauses).toBeGreaterThan(Object.keys(REHEARSAL_ARTICLES).length);
  });

  it('stops at the next pause once somebody may wait', async () => {
    const { slices, counted } = countingSlices();
    await rehearse({ compiled, languages: [], isOver: () => counted.pauses === 2, slices });
    expect(counted.pauses).toBe(2);
  });

  it('says so when the build has compiled something else', async () => {
    const { slices } = countingSlices();
    const other = compileIndex([{ ...pack, rowSize: 1 }], 'cafe'.repeat(16));
    await expect(rehearse({ compiled: other, languages: [], isOver: () => false, slices })).rejects.toThrow(
      /index of the packs in memory is other-fingerprint/,
    );
  });
});
