import type { PackId } from '../../lib/model/ids';

/** What the reader can do in the Packs section. */
export interface PackActions {
  readonly onFiles: (files: readonly File[]) => void;
  /** Called in the gesture itself: the browser then asks for the permission. */
  readonly onAddUrl: (url: string) => void;
  readonly onFollow: (pack: PackId, url: string) => void;
  readonly onAllow: (url: string) => void;
  readonly onCheck: (url: string) => void;
  readonly onStop: (url: string) => void;
  readonly onRemove: (pack: PackId) => void;
  readonly onPrivate: (pack: PackId, isPrivate: boolean) => void;
  /** Stops a job, or declines an update that waits. */
  readonly onCancel: (job: string) => void;
  readonly onAccept: (job: string) => void;
  readonly onDismiss: (job: string) => void;
  readonly onVerify: () => void;
  readonly onStopVerifying: () => void;
  /** Installs damaged packs again, those that have somewhere to come from. */
  readonly onMend: () => void;
}
