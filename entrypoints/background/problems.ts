/** Problems of every context are noted here, in one place after the other (T145). */
import type { Handlers } from '../../lib/messaging/router';
import type { Problem } from '../../lib/model/problem';
import { problemStore } from '../../lib/platform/problem-store';
import { watchProblems } from '../../lib/platform/problems';
import { createProblemNotes } from '../../lib/services/note-problems';

interface ProblemNotes {
  readonly handlers: Pick<Handlers, 'problem.note'>;
  /** Of the worker that installs packs. */
  readonly ofInstaller: (problem: Problem) => void;
}

/** Notes the background's own from now on; what is returned notes what the others tell. */
export function noteProblems(): ProblemNotes {
  const note = createProblemNotes(problemStore, Date.now);
  watchProblems((problem) => note('background', problem));
  return {
    handlers: {
      'problem.note': (problem, { surface, private: isPrivate }) => {
        // A content script runs in a page's process, which may say anything: no words of its are kept.
        if (!isPrivate) note(surface, surface === 'article' ? { ...problem, what: '' } : problem);
        return null;
      },
    },
    ofInstaller: (problem) => note('installer', problem),
  };
}
