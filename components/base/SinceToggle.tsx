import type { Words } from '../../lib/briefing/words';
import { Icon } from '../base/Icon';

interface Props {
  /** How many there are. */
  readonly n: number;
  readonly hasArticle: boolean;
  readonly isOpen: boolean;
  /** Id of what is opened. */
  readonly controls: string;
  readonly words: Words;
  readonly onToggle: () => void;
}

/** "Since this article: 2": what came later is one press away. */
export function SinceToggle({ n, hasArticle, isOpen, controls, words, onToggle }: Props) {
  return (
    <button
      type="button"
      class="link disclosure small figures"
      aria-expanded={isOpen}
      aria-controls={controls}
      onClick={onToggle}
    >
      <Icon name="chevron" class="chevron" />
      {words.t(hasArticle ? 'sinceCount' : 'afterTodayCount', { n })}
    </button>
  );
}
