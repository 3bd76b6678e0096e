/** The notes of what went wrong: the last 200, in order, each line once (T145). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NotedProblem, Problem } from '../../../lib/model/problem';
import { createProblemNotes, MAX_PROBLEMS, problemFile } from '../../../lib/services/note-problems';

function notesIn(before: readonly NotedProblem[] = [], fails: (write: number) => boolean = () => false) {
  let kept = before;
  let writes = 0;
  let clock = 0;
  const note = createProblemNotes(
    {
      read: async () => kept,
      write: async (next) => {
        writes += 1;
        if (fails(writes)) throw new Error('full');
        kept = next;
      },
    },
    () => ++clock,
  );
  return { note, settled: () => new Promise((done) => setTimeout(done)), kept: () => kept, writes: () => writes };
}

const problem = (what: string): Problem => ({ what, kind: 'TypeError', places: ['background.js:1:20'] });

describe('the notes of problems', () => {
  it('are the last of all that came, in order, the same in a row as one', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ what: fc.constantFrom('a', 'b', 'c', 'd'), pause: fc.boolean() }), { maxLength: 700 }),
        async (coming) => {
          const { note, settled, kept } = notesIn();
          for (const { what, pause } of coming) {
            note('background', problem(what));
            if (pause) await Promise.resolve();
          }
          await settled();
          const runs: { what: string; times: number }[] = [];
          for (const { what } of coming) {
            const last = runs.at(-1);
            if (last?.what === what) last.times += 1;
            else runs.push({ what, times: 1 });
          }
          expect(kept().map(({ what, times }) => ({ what, times }))).toEqual(runs.slice(-MAX_PROBLEMS));
          expect(kept().every(({ at }, i) => i === 0 || at > (kept()[i - 1] as NotedProblem).at)).toBe(true);
        },
      ),
      { numRuns: 60 },
    ));

  it('of a burst are written together', async () => {
    const { note, settled, kept, writes } = notesIn();
    for (let i = 0; i < 1_000; i++) note('ui', problem(String(i)));
    await settled();
    expect(kept()).toHaveLength(MAX_PROBLEMS);
    expect(writes()).toBeLessThanOrEqual(2);
  });

  it('are two where another part has the same', async () => {
    const { note, settled, kept } = notesIn();
    note('ui', problem('a'));
    note('background', problem('a'));
    await settled();
    expect(kept()).toHaveLength(2);
  });

  it('go on after a write that failed', async () => {
    const { note, settled, kept } = notesIn([], (write) => write === 1);
    note('ui', problem('lost'));
    await settled();
    note('ui', problem('kept'));
    await settled();
    expect(kept().map(({ what }) => what)).toEqual(['kept']);
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
