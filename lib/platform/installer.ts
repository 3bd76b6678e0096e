/** The worker in which large sets of packs are installed, as seen by the page that runs it. */
import type { Problem } from '../model/problem';
import type { InstallProgress } from '../services/install-packs';

/** What the worker tells: how far it is, and how it ended. */
export type InstallerNews =
  | ({ readonly kind: 'progress' } & InstallProgress)
  /** Other knowledge has become current. */
  | { readonly kind: 'changed' }
  /** Something went wrong, and it goes on. */
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string };

/** The background's script, as the build names it: in a worker it installs (`entrypoints/background/installer`). */
const SCRIPT = '/background.js';

/** Whether this script runs as the worker, where there is no page and no extension API. */
export const isWorker = (): boolean => 'DedicatedWorkerGlobalScope' in self;

export interface InstallEvents {
  readonly progress: (progress: InstallProgress) => void;
  readonly changed: () => void;
  readonly problem: (problem: Problem) => void;
  /** Told when the worker has ended; resolves to whether there is more to do, that has come meanwhile. */
  readonly finished: (result: { readonly failed: boolean }) => Promise<boolean>;
}

/** Runs worker after worker while there is something to do. */
export async function runInstallers({ finished, ...events }: InstallEvents): Promise<void> {
  let hasMore = true;
  while (hasMore) {
    hasMore = await runInstaller(events).then(
      () => finished({ failed: false }),
      (error: unknown) => {
        console.error('Sidelight: the packs could not be installed', error);
        return finished({ failed: true });
      },
    );
  }
}

/** Runs the worker to its end. The worker goes with the page that runs it. */
function runInstaller({ progress, changed, problem }: Omit<InstallEvents, 'finished'>): Promise<void> {
  const worker = new Worker(SCRIPT);
  return new Promise<void>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<InstallerNews>) => {
      if (data.kind === 'progress') progress({ done: data.done, total: data.total });
      else if (data.kind === 'changed') changed();
      else if (data.kind === 'problem') problem(data.problem);
      else if (data.kind === 'done') resolve();
      else reject(new Error(data.reason));
    };
    worker.onerror = ({ message }) => reject(new Error(`the installer ended: ${message}`));
  }).finally(() => worker.terminate());
}
