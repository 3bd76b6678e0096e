import type { Reference } from '../../lib/model/ids';
import type { OwnPut, OwnTable, Subject } from '../../lib/model/own';

/** How far a note is that is being written. */
export type Saving = 'idle' | 'saving' | 'saved' | 'failed';

/** What the reader did last and can take back. */
export interface Undoable {
  readonly kind: 'removed' | 'ruled';
  /** What it was done to. */
  readonly name: string;
}

/** What the reader can do with what is their own. */
export interface OwnActions {
  readonly onPut: (record: OwnPut) => void;
  /** `name`: how it is called while it can be taken back. */
  readonly onRemove: (table: OwnTable, id: string, name: string) => void;
  readonly onUndo: () => void;
  /** The text of a note after every change of it; without text there is none. */
  readonly onNote: (subject: Subject, text: string) => void;
  readonly onOpen: (subject: Subject) => void;
  /** What a name was taken for is not what it means. */
  readonly onNotIt: (reference: Reference) => void;
}
