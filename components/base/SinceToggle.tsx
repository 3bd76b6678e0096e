import type { Words } from '../../lib/briefing/words';
import { Disclosure } from './Disclosure';

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
    <Disclosure class="small figures" isOpen={isOpen} controls={controls} onToggle={onToggle}>
      {words.t(hasArticle ? 'sinceCount' : 'afterTodayCount', { n })}
    </Disclosure>
  );
}
