/**
 * Why the stored knowledge cannot be used: told to popup and panel, and by the badge at the extension's button. In
 * memory, gone with the browser.
 */
import type { TroubleKind } from '../services/knowledge-trouble';
import { browser } from './browser';
import { type OwnPage, openPages } from './own-pages';

/** Session key; popup and panel look again when it changes. */
export const PROBLEM_KEY = 'knowledge-problem';
/** An attempt that failed is not repeated sooner: a disk stays full (T17). */
const RETRY_MS = 60_000;
/** `warn` of the light theme: legible on every toolbar. */
const BADGE_COLOUR = '#6B4E00';

export interface ToldTrouble {
  readonly kind: TroubleKind;
  /** Our pages that are open, where one of them holds the database up. */
  readonly pages: readonly OwnPage[];
  /** When it was found, ms. */
  readonly at: number;
}

export async function tellTrouble(kind: TroubleKind | null): Promise<void> {
  const known = await readTrouble();
  if (kind) {
    const pages = kind === 'blocked' ? await openPages() : [];
    await browser.storage.session.set({ [PROBLEM_KEY]: { kind, pages, at: Date.now() } satisfies ToldTrouble });
  } else if (known) {
    await browser.storage.session.remove(PROBLEM_KEY);
  }
  if (kind || known) await setBadge(kind !== null);
}

export async function readTrouble(): Promise<ToldTrouble | null> {
  return ((await browser.storage.session.get(PROBLEM_KEY))[PROBLEM_KEY] as ToldTrouble | undefined) ?? null;
}

/** False in the minute after an attempt that failed. A clock that was set back ends the minute. */
export async function mayTryAgain(): Promise<boolean> {
  const trouble = await readTrouble();
  if (!trouble) return true;
  const passed = Date.now() - trouble.at;
  return passed < 0 || passed >= RETRY_MS;
}

async function setBadge(shown: boolean): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR });
  await browser.action.setBadgeText({ text: shown ? '!' : '' });
}
