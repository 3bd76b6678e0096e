import type { Words } from '../../lib/briefing/words';
import { MenuButton } from '../base/MenuButton';

/** How something is cited. */
export type CitationForm = 'plain' | 'markdown' | 'csl';

export interface PanelActions {
  readonly onHold: () => void;
  readonly onFollow: () => void;
  readonly onCopy: () => void;
  readonly onSave: () => void;
  readonly onPrint: () => void;
  readonly onCite: (form: CitationForm) => void;
  readonly onOptions: () => void;
}

interface Props extends PanelActions {
  readonly words: Words;
  readonly isHeld: boolean;
}

/** The panel's menu: hold, export, options (`UX.md` 5). */
export function PanelMenu({ words, isHeld, onHold, onFollow, onCopy, onSave, onPrint, onCite, onOptions }: Props) {
  return (
    <MenuButton
      label={words.t('moreActions')}
      groups={[
        [isHeld ? { label: words.t('follow'), onChoose: onFollow } : { label: words.t('hold'), onChoose: onHold }],
        [
          { label: words.t('copyMarkdown'), onChoose: onCopy },
          { label: words.t('saveMarkdown'), onChoose: onSave },
          { label: words.t('print'), onChoose: onPrint },
        ],
        [
          { label: words.t('copyCitation'), onChoose: () => onCite('plain') },
          { label: words.t('copyCitationMarkdown'), onChoose: () => onCite('markdown') },
          { label: words.t('copyCitationCsl'), onChoose: () => onCite('csl') },
        ],
        [{ label: words.t('optionsTitle'), onChoose: onOptions }],
      ]}
    />
  );
}
