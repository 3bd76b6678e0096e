/** Keeps the last problems on this device, for the reader to look at or to hand on; nobody else is told (T145). */
import type { NotedProblem, Problem, ProblemPart } from '../model/problem';

/** RELIABILITY.md, T145. */
export const MAX_PROBLEMS = 200;

export interface ProblemStore {
  read(): Promise<readonly NotedProblem[]>;
  write(problems: readonly NotedProblem[]): Promise<void>;
}

const isSame = (a: Problem & { part: ProblemPart }, b: Problem & { part: ProblemPart }): boolean =>
  a.part === b.part && a.what === b.what && a.kind === b.kind && a.places.join() === b.places.join();

/** The notes with one more; the oldest go. */
function withProblem(notes: readonly NotedProblem[], next: NotedProblem): NotedProblem[] {
  const last = notes.at(-1);
  if (last && isSame(last, next))
    return [...notes.slice(0, -1), { ...last, at: next.at, times: last.times + next.times }];
  return [...notes, next].slice(-MAX_PROBLEMS);
}

/**
 * Notes problems as they come; `now` in ms since 1970. One write at a time: those of a burst are written together.
 * Never fails: where nothing can be written, nothing is noted.
 */
export function createProblemNotes({ read, write }: ProblemStore, now: () => number) {
  let waiting: NotedProblem[] = [];
  let isWriting = false;
  const writeWaiting = async (): Promise<void> => {
    isWriting = true;
    try {
      while (waiting.length > 0) {
        const notes = await read();
        const next = waiting.reduce(withProblem, [...notes]);
        waiting = [];
        await write(next);
      }
    } catch {
      waiting = [];
    } finally {
      isWriting = false;
    }
  };
  return (part: ProblemPart, problem: Problem): void => {
    waiting = withProblem(waiting, { ...problem, part, at: now(), times: 1 });
    if (!isWriting) void writeWaiting();
  };
}

/** The notes as a file that can be read by people, and attached to a report by the reader, and by nobody else. */
export function problemFile(problems: readonly NotedProblem[], about: { version: string; browser: string }): string {
  const readable = problems.map(({ at, ...problem }) => ({ at: new Date(at).toISOString(), ...problem }));
  return `${JSON.stringify({ format: 'sidelight-problems/1', ...about, problems: readable }, null, 2)}\n`;
}
