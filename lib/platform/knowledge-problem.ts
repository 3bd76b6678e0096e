/** Whether the last attempt to install or open the packs failed: told to popup and panel, gone with the browser. */
import { browser } from './browser';

/** Session key; popup and panel look again when it changes. */
export const PROBLEM_KEY = 'knowledge-problem';

export async function tellKnowledgeProblem(failed: boolean): Promise<void> {
  if (failed) await browser.storage.session.set({ [PROBLEM_KEY]: true });
  else await browser.storage.session.remove(PROBLEM_KEY);
}

export async function hasKnowledgeProblem(): Promise<boolean> {
  return (await browser.storage.session.get(PROBLEM_KEY))[PROBLEM_KEY] === true;
}
