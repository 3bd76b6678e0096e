/**
 * Notices what goes wrong in one of our contexts: all that its console is told, and errors that nobody caught. Of an
 * error only its name and the places in our own scripts are looked at: its message may hold a page's text (T145).
 */
import type { Problem } from '../model/problem';

/** How everything that is told to a console by Sidelight begins. */
const PREFIX = /^Sidelight:\s*/;
const MAX_WHAT_CHARS = 120;
const MAX_KIND_CHARS = 40;
const MAX_PLACES = 8;
/** A script of the extension's, in either browser: its name, line and column. */
const PLACE = /extension:\/\/[^/\s]+\/(?:[\w.-]+\/)*([\w.-]+\.js):(\d+):(\d+)/g;

function placesOf(error: Error): string[] {
  return [...(error.stack ?? '').matchAll(PLACE)]
    .slice(0, MAX_PLACES)
    .map(([, file, line, column]) => `${file}:${line}:${column}`);
}

const kindOf = ({ name }: Error): string => name.replace(/\W/g, '').slice(0, MAX_KIND_CHARS);

/** What was told to the console; `null`: not by us. */
function toldProblem([what, ...rest]: readonly unknown[]): Problem | null {
  if (typeof what !== 'string' || !PREFIX.test(what)) return null;
  const error = rest.find((value) => value instanceof Error);
  return {
    what: what.replace(PREFIX, '').slice(0, MAX_WHAT_CHARS),
    kind: error ? kindOf(error) : '',
    places: error ? placesOf(error) : [],
  };
}

/** An error that nobody caught; `null`: none of ours, as a content script hears those of its page in Firefox. */
function uncaughtProblem(error: unknown): Problem | null {
  if (!(error instanceof Error)) return null;
  const places = placesOf(error);
  return places.length > 0 ? { what: '', kind: kindOf(error), places } : null;
}

/** Call first of all. What is noticed is also told as ever. */
export function watchProblems(note: (problem: Problem) => void): void {
  const noteIf = (problem: Problem | null) => problem && note(problem);
  const { error, warn } = console;
  console.error = (...told) => {
    error(...told);
    noteIf(toldProblem(told));
  };
  console.warn = (...told) => {
    warn(...told);
    noteIf(toldProblem(told));
  };
  watchUncaught(noteIf);
}

/** The same for what nobody caught alone: a content script's console is its page's, and none is told anything there. */
export function watchUncaughtProblems(note: (problem: Problem) => void): void {
  watchUncaught((problem) => problem && note(problem));
}

function watchUncaught(note: (problem: Problem | null) => void): void {
  addEventListener('error', ({ error }: ErrorEvent) => note(uncaughtProblem(error)));
  addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) => note(uncaughtProblem(reason)));
}
