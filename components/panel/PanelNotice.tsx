import type { NoticeAction, NoticeModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { KnowledgeNotice } from '../base/KnowledgeNotice';
import { HeldLine } from './HeldLine';

interface Props {
  /** The article that the panel is held on. */
  readonly held: { readonly title: string; readonly url: string; readonly isOpen: boolean } | null;
  /** Of the stored knowledge. */
  readonly notice: NoticeModel | null;
  readonly words: Words;
  readonly onFollow: () => void;
  readonly onAct: (action: NoticeAction) => void;
}

/** What the panel says before anything else. */
export const PanelNotice = ({ held, notice, words, onFollow, onAct }: Props) => (
  <>
    {held && <HeldLine headline={held.title} gone={held.isOpen ? null : held.url} words={words} onFollow={onFollow} />}
    {notice && <KnowledgeNotice notice={notice} words={words} onAct={onAct} />}
  </>
);
