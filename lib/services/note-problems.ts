/** Keeps the last problems on this device, for the reader to look at or to hand on; nobody else is told (T145). */
import type { NotedProblem, Problem, ProblemPart } from '../model/problem';
import { MAX_PAGE_PROBLEMS, MAX_PROBLEMS } from '../text/limits';
import type { Clock } from './char-budget';

export interface ProblemStore {
  read(): Promise<readonly NotedProblem[]>;
  write(problems: readonly NotedProblem[]): Promise<void>;
  /** False while a private window is open: of what happens in it nothing is kept, and no error says where it was. */
  mayWrite(): Promise<boolean>;
}

/** A storm of errors is written down no more often. */
const WRITE_EVERY_MS = 1_000;

/** Where a content script runs: in a page's process, which may say anything. */
const PAGE: ProblemPart = 'article';
/** The one script of ours there, and the names that its errors can have: no other words are kept. */
const PAGE_PLACE = /^article\.js:\d+:\d+$/;
const PAGE_KIND = /^(?:(?:Type|Range|Reference|Syntax|URI|Eval|Aggregate)?Error|DOMException|MessageError)$/;

const fromPage = ({ kind, places }: Problem): Problem => ({
  what: '',
  kind: PAGE_KIND.test(kind) ? kind : '',
  places: places.filter((place) => PAGE_PLACE.test(place)),
});

const keyOf = ({ part, what, kind, places }: NotedProblem): string => JSON.stringify([part, what, kind, places]);

/** The notes with one more: what is there already comes last and counts up. The oldest go, a page's own first. */
function withProblem(notes: readonly NotedProblem[], next: NotedProblem): NotedProblem[] {
  const key = keyOf(next);
  const known = notes.find((note) => keyOf(note) === key);
  const others = notes.filter((note) => note !== known);
  const noted = [...others, { ...next, times: next.times + (known?.times ?? 0) }];
  const ofPages = noted.filter(({ part }) => part === PAGE);
  const spare = ofPages.length > MAX_PAGE_PROBLEMS ? ofPages[0] : undefined;
  return noted.filter((note) => note !== spare).slice(-MAX_PROBLEMS);
}

export interface ProblemNotes {
  /** Notes a problem of a part; never fails: where nothing can be written, nothing is noted. */
  readonly note: (part: ProblemPart, problem: Problem) => void;
  /** Deletes all of them. */
  readonly forget: () => Promise<void>;
}

/** Notes problems as they come; `now` in ms since 1970. One write at a time: those of a burst are written together. */
export function createProblemNotes(store: ProblemStore, { now, sleep }: Clock): ProblemNotes {
  let waiting: NotedProblem[] = [];
  let last: Promise<void> = Promise.resolve();
  let isWriting = false;
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work, work);
    return last;
  };
  const writeOnce = async (): Promise<void> => {
    const mayWrite = await store.mayWrite();
    const notes = mayWrite ? await store.read() : [];
    const next = waiting.reduce(withProblem, [...notes]);
    waiting = [];
    if (mayWrite) await store.write(next);
  };
  const writeWaiting = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      await inTurn(writeOnce).catch(() => {
        waiting = [];
      });
      await sleep(WRITE_EVERY_MS);
    }
    isWriting = false;
  };
  return {
    note(part, problem) {
      const told = part === PAGE ? fromPage(problem) : problem;
      waiting = withProblem(waiting, { ...told, part, at: now(), times: 1 });
      if (!isWriting) void writeWaiting();
    },
    forget: () =>
      inTurn(async () => {
        waiting = [];
        await store.write([]);
      }),
  };
}

/** The notes as a file that can be read by people, and attached to a report by the reader, and by nobody else. */
export function problemFile(problems: readonly NotedProblem[], about: { version: string; browser: string }): string {
  const readable = problems.map(({ at, ...problem }) => ({ at: new Date(at).toISOString(), ...problem }));
  return `${JSON.stringify({ format: 'sidelight-problems/1', ...about, problems: readable }, null, 2)}\n`;
}
