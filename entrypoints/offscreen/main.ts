/** Chromium: the page without a window in which large sets of packs are installed; it closes itself when that is done. */
import { ask, tell } from '../../lib/messaging/client';
import { tellProblems } from '../../lib/messaging/tell-problems';
import { runInstallers } from '../../lib/platform/installer';

tellProblems();
runInstallers({
  progress: (progress) => tell('install.progress', progress),
  changed: () => tell('install.changed', {}),
  problem: (problem) => tell('problem.note', problem),
  // A background that does not hear it finds the new packs, or none, when it starts next.
  finished: (result) => ask('install.done', result).catch(() => false),
}).finally(() => window.close());
