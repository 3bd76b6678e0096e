/** Problems of every context are noted here, one after the other (T145). */
import type { Handlers } from '../../lib/messaging/router';
import type { Problem } from '../../lib/model/problem';
import { extensionOrigin } from '../../lib/platform/browser';
import { problemStore } from '../../lib/platform/problem-store';
import { watchProblems } from '../../lib/platform/problems';
import { clock } from '../../lib/platform/slices';
import { createProblemNotes } from '../../lib/services/note-problems';

export type ProblemHandlers = Pick<Handlers, 'problem.note' | 'problem.forget'>;

interface ProblemNotes {
  readonly handlers: ProblemHandlers;
  /** Of the worker that installs packs. */
  readonly ofInstaller: (problem: Problem) => void;
}

/** Notes the background's own from now on; what is returned notes what the others tell. */
export function noteProblems(): ProblemNotes {
  const { note, forget } = createProblemNotes(problemStore, { now: Date.now, sleep: clock.sleep });
  watchProblems(extensionOrigin(), (problem) => note('background', problem));
  return {
    handlers: {
      'problem.note': (problem, { surface }) => {
        note(surface, problem);
        return null;
      },
      'problem.forget': async () => {
        await forget();
        return null;
      },
    },
    ofInstaller: (problem) => note('installer', problem),
  };
}
