/** The state of one tab, live: a new article, a switched site or new knowledge shows here without being asked for. */
import { useEffect, useState } from 'preact/hooks';
import type { PageStatus } from '../briefing/view-models';
import { watchPage } from '../platform/session-pages';
import { watchStored } from '../platform/settings-area';
import { watchActiveTab } from '../platform/tabs';
import type { TabDescriber } from './tab-describer';

/** `null` while nothing is known yet. */
export function useTabStatus(describer: TabDescriber, tabId: number | null): PageStatus | null {
  const [known, setKnown] = useState<{ readonly tabId: number; readonly status: PageStatus } | null>(null);
  useEffect(() => {
    if (tabId === null) return;
    const stop = new AbortController();
    let run = 0;
    const refresh = () => {
      run += 1;
      const mine = run;
      // The background may be restarting: the next change asks again.
      describer.describe(tabId).then(
        (next) => {
          if (!stop.signal.aborted && mine === run) setKnown({ tabId, status: next });
        },
        () => undefined,
      );
    };
    refresh();
    watchPage((changed) => {
      if (changed === tabId) refresh();
    }, stop.signal);
    watchStored(refresh, stop.signal);
    watchActiveTab(refresh, stop.signal);
    const unwatch = describer.watch(refresh);
    return () => {
      stop.abort();
      unwatch();
    };
  }, [describer, tabId]);
  // Another tab's briefing under this tab's id would scroll and date the wrong page.
  return known?.tabId === tabId ? known.status : null;
}
