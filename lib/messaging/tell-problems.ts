/** Has problems of a context that is not the background noted there. Call it first of all. */
import type { Problem } from '../model/problem';
import { extensionOrigin } from '../platform/browser';
import { watchProblems, watchUncaughtProblems } from '../platform/problems';
import { tell } from './client';

const note = (problem: Problem): void => tell('problem.note', problem);

/** For a page of ours. */
export const tellProblems = (): void => watchProblems(extensionOrigin(), note);

/** For a content script, until the signal aborts. */
export const tellUncaughtProblems = (signal: AbortSignal): void =>
  watchUncaughtProblems(extensionOrigin(), note, signal);
