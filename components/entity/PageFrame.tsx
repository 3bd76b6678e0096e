import type { ComponentChildren } from 'preact';
import type { Words } from '../../lib/briefing/words';
import { Icon } from '../base/Icon';

interface Props {
  readonly words: Words;
  readonly onBack: () => void;
  readonly children: ComponentChildren;
}

/** A page that lies on the briefing, with the way back. */
export function PageFrame({ words, onBack, children }: Props) {
  return (
    <main class="panel brief entity">
      <p>
        <button type="button" class="link small" onClick={onBack}>
          <Icon name="chevron" class="chevron chevron-back" />
          {words.t('back')}
        </button>
      </p>
      {children}
    </main>
  );
}
