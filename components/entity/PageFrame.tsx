import type { ComponentChildren } from 'preact';
import type { Words } from '../../lib/briefing/words';
import { BackButton } from '../base/BackButton';

interface Props {
  readonly words: Words;
  readonly onBack: () => void;
  readonly children: ComponentChildren;
}

/** A page that lies on the briefing, with the way back. */
export function PageFrame({ words, onBack, children }: Props) {
  return (
    <main class="panel brief entity">
      <BackButton words={words} onBack={onBack} />
      {children}
    </main>
  );
}
