/** Holds the knowledge of this context: opened once, shared by everybody who asks, opened anew when it has changed. */
import type { Knowledge } from './knowledge';

export interface KnowledgeHolder {
  /** What is known; waits for an installation in progress. `null`: nothing could be installed or opened. */
  get(): Promise<Knowledge | null>;
  /** Throws away what is held; the next `get` prepares and opens again. */
  reset(): void;
}

/**
 * `prepare` brings the stored knowledge up to date before it is opened, and may take long on first run. Where it fails
 * the old knowledge stands and is opened all the same. `tell` is told after each attempt whether there is none.
 */
export function createKnowledgeHolder(
  prepare: () => Promise<unknown>,
  open: () => Promise<Knowledge | null>,
  tell: (failed: boolean) => void = () => undefined,
): KnowledgeHolder {
  let held: Promise<Knowledge | null> | null = null;

  const load = async (): Promise<Knowledge | null> => {
    try {
      await prepare();
    } catch (error) {
      console.error('Sidelight: the knowledge cannot be brought up to date', error);
    }
    try {
      return await open();
    } catch (error) {
      console.error('Sidelight: the knowledge cannot be opened', error);
      return null;
    }
  };

  return {
    get() {
      if (held) return held;
      const loading = load().then((knowledge) => {
        // Next time again: a full disk or a database held by an older page may pass.
        if (knowledge === null && held === loading) held = null;
        tell(knowledge === null);
        return knowledge;
      });
      held = loading;
      return loading;
    },
    reset() {
      held = null;
    },
  };
}
