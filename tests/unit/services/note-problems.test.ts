/** The notes of what went wrong: the last 200, each once, and nothing of a page's or of private windows (T145). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NotedProblem, Problem } from '../../../lib/model/problem';
import { createProblemNotes, problemFile } from '../../../lib/services/note-problems';
import { MAX_PAGE_PROBLEMS, MAX_PROBLEMS } from '../../../lib/text/limits';

function notesIn({ fails = (_write: number): boolean => false, isPrivate = false } = {}) {
  let kept: readonly NotedProblem[] = [];
  let writes = 0;
  let time = 0;
  const notes = createProblemNotes(
    {
      read: async () => kept,
      write: async (next) => {
        writes += 1;
        if (fails(writes)) throw new Error('full');
        kept = next;
      },
      mayWrite: async () => !isPrivate,
    },
    { now: () => ++time, sleep: async () => undefined },
  );
  return { ...notes, settled: () => new Promise((done) => setTimeout(done)), kept: () => kept, writes: () => writes };
}

const problem = (what: string): Problem => ({ what, kind: 'TypeError', places: ['background.js:1:20'] });

describe('the notes of problems', () => {
  it('are each once, in the order in which they came last, and count how often they came', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ what: fc.constantFrom('a', 'b', 'c', 'd'), pause: fc.boolean() }), { maxLength: 100 }),
        async (coming) => {
          const { note, settled, kept } = notesIn();
          for (const { what, pause } of coming) {
            note('background', problem(what));
            if (pause) await Promise.resolve();
          }
          await settled();
          const counts = new Map<string, number>();
          for (const { what } of coming) {
            const times = (counts.get(what) ?? 0) + 1;
            counts.delete(what);
            counts.set(what, times);
          }
          expect(kept().map(({ what, times }) => [what, times])).toEqual([...counts]);
          expect(kept().map(({ at }) => at)).toEqual(
            [...counts.keys()].map((what) => coming.findLastIndex((one) => one.what === what) + 1),
          );
        },
      ),
      { numRuns: 60 },
    ));

  it('of a burst are written together, the last of them', async () => {
    const { note, settled, kept, writes } = notesIn();
    for (let i = 0; i < 1_000; i++) note('ui', problem(String(i)));
    await settled();
    expect(kept().map(({ what }) => Number(what))).toEqual(Array.from({ length: MAX_PROBLEMS }, (_, i) => 800 + i));
    expect(writes()).toBeLessThanOrEqual(2);
  });

  it('hold no words of a page, whose process may say anything, and are not pushed out by it', async () => {
    const { note, settled, kept } = notesIn();
    note('background', problem('ours'));
    for (let i = 0; i < 500; i++)
      note('article', {
        what: 'who was read of',
        kind: 'Minister',
        places: ['www.news.example-minister.js:1:1', `article.js:1:${i}`],
      });
    note('article', { what: '', kind: 'TypeError', places: [] });
    await settled();
    expect(kept()).toHaveLength(1 + MAX_PAGE_PROBLEMS);
    expect(kept()[0]?.what).toBe('ours');
    expect(JSON.stringify(kept())).not.toMatch(/who|minister/i);
    expect(kept().at(-1)?.kind).toBe('TypeError');
  });

  it('are not written while a private window is open', async () => {
    const { note, settled, writes } = notesIn({ isPrivate: true });
    note('background', problem('a'));
    await settled();
    expect(writes()).toBe(0);
  });

  it('go on after a write that failed', async () => {
    const { note, settled, kept } = notesIn({ fails: (write) => write === 1 });
    note('ui', problem('lost'));
    await settled();
    note('ui', problem('kept'));
    await settled();
    expect(kept().map(({ what }) => what)).toEqual(['kept']);
  });

  it('are gone when they are forgotten, also those that were being written', async () => {
    const { note, forget, settled, kept } = notesIn();
    note('ui', problem('a'));
    await forget();
    await settled();
    expect(kept()).toEqual([]);
  });

  it('become a file that says when, where and what', () => {
    const noted: NotedProblem = { ...problem('a'), part: 'ui', at: Date.UTC(2026, 9, 20, 8, 15), times: 3 };
    expect(JSON.parse(problemFile([noted], { version: '0.1.0', browser: 'Firefox/153' }))).toEqual({
      format: 'sidelight-problems/1',
      version: '0.1.0',
      browser: 'Firefox/153',
      problems: [{ ...noted, at: '2026-10-20T08:15:00.000Z' }],
    });
  });
});
