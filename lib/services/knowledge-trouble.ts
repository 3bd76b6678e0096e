/** What keeps Sidelight from using the knowledge it has stored, or could store. */

/**
 * `storage`: the packs could not be stored (a full disk). The others speak of the database: `newer`: a newer version of
 * Sidelight made it, and it is left alone. `blocked`: another page of Sidelight holds up its upgrade. `unreachable`: the
 * browser does not open it.
 */
export type TroubleKind = 'storage' | 'newer' | 'blocked' | 'unreachable';

export interface Trouble {
  readonly kind: TroubleKind;
  /** Resolves when it is over by itself; never, where nobody can tell. */
  readonly over?: Promise<void>;
}
