/** The tab that the panel is about: the one in front, or that of the article which it is held on. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { forgetHeld, readHeld, writeHeld } from '../platform/held-articles';
import { sessionPages, watchPage } from '../platform/session-pages';
import { ownWindowId, type TabInfo, tabById, watchTab } from '../platform/tabs';
import { type HeldArticle, heldState, isOpenAt } from '../services/hold-article';
import { withoutFragment } from '../text/address';

export interface Held extends HeldArticle {
  /** Its tab still shows it. */
  readonly isOpen: boolean;
  readonly private: boolean;
}

export interface Hold {
  /** `null` until it is known. */
  readonly tab: TabInfo | null;
  readonly held: Held | null;
  hold(title: string): void;
  follow(): void;
}

/** `front`: the tab in front. In a private window a hold lasts as long as the panel's page, and nothing of it is kept. */
export function useHold(front: TabInfo | null): Hold {
  const [windowId, setWindowId] = useState<number | null>(null);
  const [held, setHeld] = useState<Held | null>(null);
  const [isRead, setRead] = useState(false);
  const isPrivate = front?.private ?? false;
  // What is done meanwhile is not undone by an answer from before.
  const turn = useRef(0);

  useEffect(() => {
    let isOver = false;
    const read = async () => {
      const id = (await ownWindowId()) ?? -1;
      const kept = await readHeld(id).catch(() => null);
      const mine = turn.current;
      const tab = kept && (await tabById(kept.tabId));
      if (isOver) return;
      setWindowId(id);
      setRead(true);
      if (kept && mine === turn.current) setHeld({ ...kept, isOpen: isOpenAt(kept, tab?.url ?? null), private: false });
    };
    void read();
    return () => {
      isOver = true;
    };
  }, []);

  // What becomes known of the article while its tab shows it is kept too: its claims, a date that the reader corrects.
  useEffect(() => {
    if (!held) return;
    const stop = new AbortController();
    const look = async () => {
      const [tab, live] = await Promise.all([tabById(held.tabId), sessionPages.get(held.tabId)]);
      if (stop.signal.aborted) return;
      const isOpen = isOpenAt(held, tab?.url ?? null);
      const state = held.private ? null : heldState(held, live);
      if (isOpen === held.isOpen && JSON.stringify(state) === JSON.stringify(held.state)) return;
      const next = { ...held, isOpen, state };
      setHeld(next);
      if (!held.private) await keep(next);
    };
    watchTab(held.tabId, () => void look(), stop.signal);
    watchPage((changed) => {
      if (changed === held.tabId) void look();
    }, stop.signal);
    return () => stop.abort();
  }, [held]);

  return {
    tab: held
      ? { id: held.tabId, windowId: front?.windowId ?? windowId ?? 0, url: held.url, private: held.private }
      : isRead
        ? front
        : null,
    held,
    hold(title) {
      if (front?.url == null) return;
      turn.current += 1;
      const mine = turn.current;
      const url = withoutFragment(front.url);
      const start = async () => {
        const state = isPrivate ? null : await sessionPages.get(front.id);
        const article = { tabId: front.id, windowId: windowId ?? -1, url, title, state };
        if (mine !== turn.current) return;
        setHeld({ ...article, state: heldState({ ...article, state: null }, state), isOpen: true, private: isPrivate });
        if (!isPrivate) await keep(article);
      };
      void start();
    },
    follow() {
      turn.current += 1;
      setHeld(null);
      if (windowId !== null) void forgetHeld(windowId);
    },
  };
}

/** A browser that keeps no more still holds for as long as the panel is open. */
async function keep({ tabId, windowId, url, title, state }: HeldArticle): Promise<void> {
  try {
    await writeHeld({ tabId, windowId, url, title, state });
  } catch (error) {
    console.warn('Sidelight: the held article cannot be kept', error);
  }
}
