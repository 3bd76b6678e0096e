/** Whose request the panel answers while it is held: the article's own, and what is asked for in the tab in front. */
import { useEffect, useState } from 'preact/hooks';
import { readBriefRequest, watchBriefRequests } from '../platform/brief-requests';
import type { TabInfo } from '../platform/tabs';

/** The tab that was asked in while the panel is held on another, until that is answered and closed or left. */
export function useBriefTab(front: TabInfo | null, tab: TabInfo | null): TabInfo | null {
  const [visited, setVisited] = useState<number | null>(null);
  const frontId = front?.id ?? null;
  const isElsewhere = frontId !== null && tab !== null && frontId !== tab.id;
  useEffect(() => {
    setVisited(null);
    if (!isElsewhere) return;
    const stop = new AbortController();
    const look = async () => {
      const isAsked = (await readBriefRequest(frontId)) !== null;
      if (!stop.signal.aborted) setVisited(isAsked ? frontId : null);
    };
    // What was asked there before the reader came back is not asked anew.
    watchBriefRequests(frontId, () => void look(), stop.signal);
    return () => stop.abort();
  }, [frontId, isElsewhere]);
  return visited !== null && visited === frontId ? front : tab;
}
