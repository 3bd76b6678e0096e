/** The state of one tab, live: a new article, a switched site or new knowledge shows here without being asked for. */
import { useEffect, useState } from 'preact/hooks';
import type { PageStatus } from '../briefing/view-models';
import { watchPage } from '../platform/session-pages';
import { watchStored } from '../platform/settings-area';
import { tabById, watchActiveTab } from '../platform/tabs';
import { isOpenAt } from '../services/hold-article';
import type { TabDescriber } from './tab-describer';
import type { Held } from './use-hold';

/** `held`: the article that the panel is held on, where it is. `null` while nothing is known yet. */
export function useTabStatus(
  describer: Pick<TabDescriber, 'describe' | 'watch'>,
  tabId: number | null,
  held: Held | null = null,
): PageStatus | null {
  const [known, setKnown] = useState<{ readonly tabId: number; readonly status: PageStatus } | null>(null);
  // Of a private window nothing is kept: what is known of an article that its tab has left is what is shown.
  const isLost = held !== null && !held.isOpen && held.state === null;
  useEffect(() => {
    if (tabId === null || isLost) return;
    const stop = new AbortController();
    let run = 0;
    const ask = async (): Promise<PageStatus> => {
      const next = await describer.describe(tabId, held);
      const isKept = held === null || held.state !== null;
      if (!isKept && !isOpenAt(held, (await tabById(tabId))?.url ?? null)) throw new Error('the article has been left');
      return next;
    };
    const refresh = () => {
      run += 1;
      const mine = run;
      // The background may be restarting: the next change asks again.
      ask().then(
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
    watchActiveTab(refresh, stop.signal, tabId);
    const unwatch = describer.watch(refresh);
    return () => {
      stop.abort();
      unwatch();
    };
  }, [describer, tabId, held, isLost]);
  // Another tab's briefing under this tab's id would scroll and date the wrong page.
  return known?.tabId === tabId ? known.status : null;
}
