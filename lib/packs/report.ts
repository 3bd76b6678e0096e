/** How the parts of the checker tell what they find. */

/**
 * What kind of problem it is, for whoever answers to it:
 * `not-a-pack`: another kind of file; `newer`: written for a newer Sidelight; `damaged`: cut short or altered on its
 * way; `limit`: larger than is taken; `unsafe`: holds what no pack may; `rule`: a mistake that its author can mend.
 */
export type ProblemCode = 'not-a-pack' | 'newer' | 'damaged' | 'limit' | 'unsafe' | 'rule';

/** One thing that is wrong with a file. */
export interface PackProblem {
  /** 1-based line of the file; 0 when the problem is of the whole file. */
  readonly line: number;
  /** One plain sentence without its subject, the line, or one that begins with the field it is about. */
  readonly message: string;
  readonly code: ProblemCode;
}

/** Takes one problem; without a code it is of a rule. */
export type Report = (line: number, message: string, code?: ProblemCode) => void;

/** Problems after which the checker stops: a wrong file is not listed line by line. */
const MAX_PROBLEMS = 100;

/** The problems of one file, up to a bound. */
export interface ProblemList {
  readonly report: Report;
  readonly isEmpty: () => boolean;
  readonly isFull: () => boolean;
  /** In the order of the lines; within a line in the order of the reports. */
  readonly inOrder: () => readonly PackProblem[];
}

/** An empty list, for one file. */
export function createProblemList(): ProblemList {
  const problems: PackProblem[] = [];
  return {
    report(line, message, code = 'rule') {
      if (problems.length < MAX_PROBLEMS) problems.push({ line, message, code });
    },
    isEmpty: () => problems.length === 0,
    isFull: () => problems.length >= MAX_PROBLEMS,
    inOrder: () => problems.toSorted((a, b) => a.line - b.line),
  };
}
