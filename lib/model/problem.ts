/** What went wrong in Sidelight itself, as far as it is noted: never a page's address, its text, or a name. */

/** Written by whoever noticed it. */
export interface Problem {
  /** What could not be done, in words of our own; empty for an error that nobody expected. */
  readonly what: string;
  /** The error's name; empty where there was none. */
  readonly kind: string;
  /** Where in our own scripts, the innermost first: `background.js:1:2345`. */
  readonly places: readonly string[];
}

/** In which of our contexts: `background`, `installer`, `ui` for pages of ours, `card`, `article` for a content script. */
export type ProblemPart = string;

/** One line of the notes; the same again is the same line. */
export interface NotedProblem extends Problem {
  readonly part: ProblemPart;
  /** When it happened last, ms since 1970. */
  readonly at: number;
  readonly times: number;
}
