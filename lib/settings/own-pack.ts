/** The reader's own names, as a pack beside the others. One that is installed under this id is only as private as they are. */
import type { PackId } from '../model/ids';

export const OWN_PACK = 'my-names' as PackId;
