/**
 * Notices what goes wrong in one of our contexts: all that its console is told, and errors that nobody caught. Of an
 * error only its name and the places in our own scripts are looked at: its message may hold a page's text (T145).
 */
import type { Problem } from '../model/problem';
import { MAX_ERROR_NAME_CHARS, MAX_PROBLEM_CHARS, MAX_PROBLEM_PLACES } from '../text/limits';

/** How everything that is told to a console by Sidelight begins. */
const PREFIX = /^Sidelight:\s*/;
/** A place in a script, as both browsers write it: name, line and column. */
const PLACE = /\/([\w.-]{1,80}\.js):(\d{1,7}):(\d{1,7})\)?$/;

/** `origin`: of the extension, whose scripts are meant. */
function placesOf(error: Error, origin: string): string[] {
  const stack = String(error.stack ?? '');
  // Chromium writes the message first, which may look like places.
  const message = String(error);
  const frames = stack.startsWith(message) ? stack.slice(message.length) : stack;
  return frames
    .split('\n')
    .filter((line) => line.includes(`${origin}/`))
    .flatMap((line) => {
      const [, file, at, column] = PLACE.exec(line.trim()) ?? [];
      return file ? [`${file}:${at}:${column}`] : [];
    })
    .slice(0, MAX_PROBLEM_PLACES);
}

const kindOf = ({ name }: Error): string => String(name).replace(/\W/g, '').slice(0, MAX_ERROR_NAME_CHARS);

/** What was told to the console; `null`: not by us. */
function toldProblem([what, ...rest]: readonly unknown[], origin: string): Problem | null {
  if (typeof what !== 'string' || !PREFIX.test(what)) return null;
  const error = rest.find((value) => value instanceof Error);
  return {
    what: what.replace(PREFIX, '').slice(0, MAX_PROBLEM_CHARS),
    kind: error ? kindOf(error) : '',
    places: error ? placesOf(error, origin) : [],
  };
}

/** An error that nobody caught; `null`: none of ours, as a content script hears those of its page in Firefox. */
function uncaughtProblem(error: unknown, origin: string): Problem | null {
  if (!(error instanceof Error)) return null;
  const places = placesOf(error, origin);
  return places.length > 0 ? { what: '', kind: kindOf(error), places } : null;
}

/** Whoever tells of a problem must not have another by it. */
function attempt(note: (problem: Problem) => void, look: () => Problem | null): void {
  try {
    const problem = look();
    if (problem) note(problem);
  } catch {
    // An error that is not as errors are: it was told all the same.
  }
}

/** Call first of all. What is noticed is also told as ever. `origin`: of the extension. */
export function watchProblems(origin: string, note: (problem: Problem) => void): void {
  const { error, warn } = console;
  console.error = (...told) => {
    error(...told);
    attempt(note, () => toldProblem(told, origin));
  };
  console.warn = (...told) => {
    warn(...told);
    attempt(note, () => toldProblem(told, origin));
  };
  watchUncaughtProblems(origin, note);
}

/** The same for what nobody caught alone: a content script's console is its page's, and none is told anything there. */
export function watchUncaughtProblems(origin: string, note: (problem: Problem) => void, signal?: AbortSignal): void {
  const options = signal ? { signal } : {};
  addEventListener('error', ({ error }: ErrorEvent) => attempt(note, () => uncaughtProblem(error, origin)), options);
  addEventListener(
    'unhandledrejection',
    ({ reason }: PromiseRejectionEvent) => attempt(note, () => uncaughtProblem(reason, origin)),
    options,
  );
}
