/** Work in steps of a few ms: who runs it can do other things in between, say how far it is, or stop it. */

/** How much of the work is done, 0 to 1. */
export type Progress = number;
export type CompileSteps<T> = Generator<Progress, T>;

/** Records looked at in one step. */
export const RECORDS_PER_STEP = 500;

/** Does all steps at once. */
export function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The steps of one part of a work, as shares of the whole: from `from` to `to`. */
export function* part<T>(from: number, to: number, steps: CompileSteps<T>): CompileSteps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}
