/** The tab that the panel follows: the one in front of its own window, or a fixed one when it is a window of its own. */
import { useEffect, useState } from 'preact/hooks';
import { activeTab, ownWindowId, type TabInfo, tabById, watchActiveTab } from '../platform/tabs';

/** `?tab=` of this page's address: a panel that is a window of its own is bound to the tab it was opened for. */
export function boundTab(): number | null {
  const value = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(value) && value >= 0 ? value : null;
}

export function useFollowedTab(fixed: number | null): TabInfo | null {
  const [tab, setTab] = useState<TabInfo | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    let run = 0;
    const look = async () => {
      run += 1;
      const mine = run;
      const next = fixed === null ? await activeTab(await ownWindowId()) : await tabById(fixed);
      if (!stop.signal.aborted && mine === run)
        setTab((before) => (before?.id === next?.id && before?.url === next?.url ? before : next));
    };
    void look();
    watchActiveTab(() => void look(), stop.signal);
    return () => stop.abort();
  }, [fixed]);
  return tab;
}
