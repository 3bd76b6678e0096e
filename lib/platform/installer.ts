/** The worker in which large sets of packs are installed, as seen by the page that runs it. */
import type { InstallProgress } from '../services/install-packs';

/** What the worker tells: how far it is, and how it ended. */
export type InstallerNews =
  | ({ readonly kind: 'progress' } & InstallProgress)
  | { readonly kind: 'done'; readonly changed: boolean }
  | { readonly kind: 'failed'; readonly reason: string };

/** `entrypoints/installer`, as the build names it. */
const SCRIPT = '/installer.js';

/** Runs the worker to its end; resolves to whether anything changed. The worker goes with the page that runs it. */
export function runInstaller(onProgress: (progress: InstallProgress) => void): Promise<boolean> {
  const worker = new Worker(SCRIPT);
  return new Promise<boolean>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<InstallerNews>) => {
      if (data.kind === 'progress') onProgress({ done: data.done, total: data.total });
      else if (data.kind === 'done') resolve(data.changed);
      else reject(new Error(data.reason));
    };
    worker.onerror = ({ message }) => reject(new Error(`the installer ended: ${message}`));
  }).finally(() => worker.terminate());
}
