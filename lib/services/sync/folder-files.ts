/** A folder somewhere, as synchronisation sees it. Everything may throw a `FolderError`. */
import type { Octets } from '../../sync/crypto-port';

/** `same`: the server says that it is still what it was. */
export type FileAnswer =
  | { readonly kind: 'absent' }
  | { readonly kind: 'same' }
  | { readonly kind: 'file'; readonly bytes: Octets; readonly etag: string | null };

/** When a file may be written; servers that know no conditions ignore it. */
export type Condition = { readonly etag: string | null } | 'absent' | 'any';

export interface FolderFiles {
  /** `etag`: of what is known already, `null` for none. */
  read(name: string, etag: string | null): Promise<FileAnswer>;
  /** False when the condition does not hold any more. */
  write(name: string, bytes: Octets, condition: Condition): Promise<boolean>;
  /** Puts a file in another's place at once. False where the server cannot. */
  move(from: string, to: string): Promise<boolean>;
  remove(name: string): Promise<void>;
}
