import type { FolderForm } from '../../lib/settings/sync-models';

/** What the reader can do in the Sync section. */
export interface SyncActions {
  /** Called in the submit itself: the browser asks for its permission there. */
  readonly onConnect: (form: FolderForm) => void;
  readonly onSync: () => void;
  /** Called in the click itself. */
  readonly onAllow: (url: string) => void;
  readonly onRefill: () => void;
  readonly onDeletions: (policy: 'delete' | 'keep') => void;
  readonly onDisconnect: () => void;
  readonly onUndo: (index: number) => void;
  readonly onDecide: (id: string, version: number) => void;
  readonly onBrowserSync: (isOn: boolean) => void;
}
