/** Search and the pages of entities for popup and panel: from what the page knows, or by asking the background. */
import type { EntityPageModel } from '../briefing/entity-models';
import { packOf } from '../briefing/facts';
import type { SearchModel } from '../briefing/search-models';
import { ask } from '../messaging/client';
import { today } from '../platform/calendar';
import { describeEntity, type EntityRequest } from '../services/entity-page';
import { type SearchRequest, searchKnowledge } from '../services/search';
import { OWN_PACK } from '../settings/own-pack';
import type { PageKnowledge } from './page-knowledge';

export interface KnowledgeReader {
  /** `null`: nothing is installed yet. */
  search(request: SearchRequest): Promise<SearchModel | null>;
  /** `null`: no installed pack has it. */
  entity(request: EntityRequest): Promise<EntityPageModel | null>;
  /** Calls back when other knowledge has become current. */
  watch(changed: () => void): () => void;
}

export const createKnowledgeReader = (knowledge: PageKnowledge): KnowledgeReader => ({
  async search(request) {
    const known = await knowledge.get();
    return known ? searchKnowledge(known, request, today()) : ask('search.find', request);
  },
  async entity(request) {
    // Of the reader's own names the background knows all, also those of private windows.
    const known = packOf(request.reference) === OWN_PACK ? null : await knowledge.get();
    return known ? describeEntity(known, request, today()) : ask('entity.get', request);
  },
  watch: knowledge.watch,
});
