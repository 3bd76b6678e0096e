/** Whose requests the panel answers while it is held: the article's own, and what is asked for in the tab in front. */
import { useEffect, useState } from 'preact/hooks';
import { readBriefRequest, watchBriefRequests } from '../platform/brief-requests';
import { readOpened, watchOpened } from '../platform/opened-pages';
import type { TabInfo } from '../platform/tabs';

/**
 * `tab`: what the panel is held on. The tab in front instead, once a name is asked about there or a page is opened from
 * its popup or card, until that is closed or the tab is left.
 */
export function useAskedTab(front: TabInfo | null, tab: TabInfo | null): TabInfo | null {
  const [visited, setVisited] = useState<number | null>(null);
  const frontId = front?.id ?? null;
  const isElsewhere = frontId !== null && tab !== null && frontId !== tab.id;
  useEffect(() => {
    setVisited(null);
    if (!isElsewhere) return;
    const stop = new AbortController();
    const look = async () => {
      const [request, pages] = await Promise.all([readBriefRequest(frontId), readOpened(frontId)]);
      if (!stop.signal.aborted) setVisited(request !== null || pages.length > 0 ? frontId : null);
    };
    // What was asked there before the reader came back is not asked anew.
    watchBriefRequests(frontId, () => void look(), stop.signal);
    watchOpened(frontId, () => void look(), stop.signal);
    return () => stop.abort();
  }, [frontId, isElsewhere]);
  return visited !== null && visited === frontId ? front : tab;
}
