/** Browsers that die while a pack of 100,000 entities is imported (T01, T02): Chromium, its background, Firefox. */
import { type KillRuns, prepareKillRuns } from '../support/kill-runs';

const ENTITIES = 100_000;
const CHROMIUM = 50;
const BACKGROUND = 20;
const FIREFOX = 20;

/** Cases that the full run counts. */
export const total = CHROMIUM + BACKGROUND + FIREFOX;
/** Each takes a minute: what is done is written down at once. */
export const casesPerSave = 1;

let runs: { readonly of: 'chromium' | 'firefox'; readonly on: KillRuns } | null = null;

async function runsOf(kind: 'chromium' | 'firefox', number: number): Promise<KillRuns> {
  if (runs?.of === kind) return runs.on;
  await runs?.on.close();
  runs = { of: kind, on: await prepareKillRuns(kind, ENTITIES, 100 + number) };
  return runs.on;
}

/** Runs one case; a browser that is found half done ends the session: the next case begins anew. */
export async function run(number: number): Promise<string> {
  const on = await runsOf(number < CHROMIUM + BACKGROUND ? 'chromium' : 'firefox', number);
  try {
    return await (number >= CHROMIUM && number < CHROMIUM + BACKGROUND ? on.stopBackground() : on.killBrowser());
  } catch (error) {
    runs = null;
    await on.close().catch(() => undefined);
    throw error;
  }
}

export async function close(): Promise<void> {
  await runs?.on.close();
}
