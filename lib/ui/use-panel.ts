/** What the panel is about, whether it is held on it, what the reader has opened there, and what can be done with it. */
import type { BriefingModel } from '../briefing/view-models';
import type { Words } from '../briefing/words';
import { tell } from '../messaging/client';
import type { Reference } from '../model/ids';
import { openOptions } from '../platform/panel';
import { showTab } from '../platform/tabs';
import { withoutFragment } from '../text/address';
import { onScreen } from './on-screen';
import type { TabDescriber } from './tab-describer';
import { useArticleMemory } from './use-article-memory';
import { useAskedTab } from './use-asked-tab';
import { useBrief } from './use-brief';
import { useExports } from './use-exports';
import { useFollowedTab } from './use-followed-tab';
import { useHold } from './use-hold';
import { useTabStatus } from './use-tab-status';

/** What the reader sees of a briefing besides what is kept of it. */
interface Sight {
  readonly since: ReadonlySet<Reference>;
  readonly order: 'near' | 'oldest';
}

export type PanelState = ReturnType<typeof usePanel>;

/** `bound`: the tab of a panel that is a window of its own. */
export function usePanel(describer: TabDescriber, bound: number | null, words: Words | null) {
  const front = useFollowedTab(bound);
  const { tab, held, hold, follow } = useHold(front);
  const status = useTabStatus(describer, tab?.id ?? null, held);
  const asked = useAskedTab(front, tab);
  const askedAt = { tabId: asked?.id ?? null, address: withoutFragment(asked?.url ?? '') };
  const brief = useBrief(askedAt.tabId, askedAt.address);
  const address = withoutFragment(tab?.url ?? '');
  const keeper = useArticleMemory(address, tab?.private ?? false);
  const { said, say, copy, of: exportsOf } = useExports(words);
  // Of an article that is held and no longer open nothing can be scrolled to or dated anew.
  const inPage = (act: (tabId: number) => void) => {
    if (!held || held.isOpen) act(tab?.id ?? -1);
    else if (words) say(words.t('heldGone'));
  };
  return {
    tab,
    held,
    follow,
    status,
    brief,
    /** The tab whose opened pages lie on the briefing. */
    askedAt,
    address,
    keeper,
    said,
    copy,
    onReveal: (reference: Reference, index: number) =>
      inPage((tabId) => {
        if (held) void showTab(tabId);
        tell('page.reveal', { tabId, reference, index });
      }),
    onChangeDate: (day: string | null) => inPage((tabId) => tell('page.date', { tabId, day })),
    /** The menu's entries. */
    actions: (model: BriefingModel, { since, order }: Sight, own: Words) => ({
      isHeld: held !== null,
      onHold: () => hold(model.title),
      onFollow: follow,
      onOptions: () => void openOptions(),
      ...exportsOf(
        { model, article: { url: tab?.url ?? null, asOf: model.asOf }, screen: () => onScreen(keeper, since, order) },
        own,
      ),
    }),
  };
}
