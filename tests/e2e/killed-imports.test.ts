/** Browsers and backgrounds that die in the middle of an import: `npm run test:soak -- kills` has the full counts. */
import { afterEach, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import { type KillRuns, prepareKillRuns } from '../support/kill-runs';

const ENTITIES = 8_000;
/** Of each kind; here it is only seen that all of it works. */
const KILLS = 1;

describe.each<BrowserKind>(['chromium', 'firefox'])('an import in %s', (kind) => {
  let runs: KillRuns | null = null;
  afterEach(async () => {
    await runs?.close();
    runs = null;
  });

  it('leaves old or new when the browser is killed, and ends after the next start (T02)', async () => {
    runs = await prepareKillRuns(kind, ENTITIES, 11);
    for (let i = 0; i < KILLS; i++) expect(await runs.killBrowser()).toMatch(/killed: (?:old|new)$/);
  }, 180_000);

  it.runIf(kind === 'chromium')(
    'goes on beside a background that is stopped (T01)',
    async () => {
      runs = await prepareKillRuns(kind, ENTITIES, 12);
      for (let i = 0; i < KILLS; i++) expect(await runs.stopBackground()).toMatch(/stopped: (?:old|new)$/);
    },
    180_000,
  );
});
