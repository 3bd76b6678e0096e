/** Opens the knowledge of a store as the background does that of a small set: an index that does not fit is compiled here. */
import { type OpenedKnowledge, openKnowledge } from '../../lib/services/knowledge';
import type { KnowledgeStore } from '../../lib/services/ports';
import { rebuildIndex } from '../../lib/services/rebuild-index';
import { atOnce } from './slices';

export const openHere = (store: KnowledgeStore): Promise<OpenedKnowledge | null> =>
  openKnowledge(
    store,
    async (current) => {
      await rebuildIndex(store, current, { slices: atOnce });
      return true;
    },
    atOnce,
  );
