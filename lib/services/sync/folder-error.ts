/** Why nothing came of a request to the folder: the end of a key `syncProblem_…`. */
export type FolderProblem =
  /** No answer: no connection, no such host, a certificate that is none, a network that the browser does not let us into. */
  | 'unreachable'
  | 'timeout'
  /** The browser does not let us ask this host. */
  | 'no_permission'
  | 'password'
  | 'forbidden'
  /** No such folder, and none can be made there. */
  | 'no_folder'
  | 'redirect'
  | 'locked'
  | 'full'
  | 'too_large'
  | 'busy'
  | 'server'
  /** What came back is not what was written. */
  | 'not_stored'
  /** Others write the list of devices without end. */
  | 'contended'
  | 'passphrase'
  /** A later version of Sidelight wrote it. */
  | 'newer'
  /** The file of that name is not ours. */
  | 'foreign'
  /** The list of devices is torn: one of them will mend it. */
  | 'damaged'
  | 'weak'
  | 'unexpected';

export class FolderError extends Error {
  override readonly name = 'FolderError';
  constructor(
    readonly problem: FolderProblem,
    readonly status: number | null = null,
    /** The server wants to be left alone for so many ms. */
    readonly retryAfterMs: number | null = null,
    /** Who has locked it, where the server tells. */
    readonly holder: string | null = null,
  ) {
    super(status === null ? problem : `${problem} (${status})`);
  }
}
