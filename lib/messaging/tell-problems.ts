/** Has problems of a context that is not the background noted there. Call it first of all. */
import type { Problem } from '../model/problem';
import { watchProblems, watchUncaughtProblems } from '../platform/problems';
import { tell } from './client';

const note = (problem: Problem): void => tell('problem.note', problem);

/** For a page of ours. */
export const tellProblems = (): void => watchProblems(note);

/** For a content script. */
export const tellUncaughtProblems = (): void => watchUncaughtProblems(note);
