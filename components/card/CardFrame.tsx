import type { ComponentChildren } from 'preact';
import type { Words } from '../../lib/briefing/words';
import { Icon } from '../base/Icon';

interface Props {
  readonly words: Words;
  /** What the card is about: its heading, which names the dialog. */
  readonly title: ComponentChildren;
  /** Other forms of the name, under the heading. */
  readonly under?: ComponentChildren;
  /** What a screen reader says when the card opens. */
  readonly announcement?: string;
  readonly busy?: boolean;
  /** Absent where there is nothing to keep open. */
  readonly pin?: { readonly pinned: boolean; readonly onPin: () => void };
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * What every card has: a heading that takes the focus, and the buttons that keep and close it. These come last, so that
 * Tab leads through what the card says first.
 */
export function CardFrame({ words, title, under, announcement, busy, pin, onClose, children }: Props) {
  return (
    <div
      class="card"
      role="dialog"
      aria-labelledby="card-name"
      aria-describedby={announcement ? 'card-said' : undefined}
      aria-busy={busy}
    >
      <header class={pin ? 'card-head card-head-wide' : 'card-head'}>
        <h1 id="card-name" class="name" tabIndex={-1}>
          {title}
        </h1>
        {under}
      </header>
      {announcement && (
        <p id="card-said" class="visually-hidden">
          {announcement}
        </p>
      )}
      {children}
      <div class="card-tools">
        {pin && (
          <button
            type="button"
            class="icon-button"
            aria-pressed={pin.pinned}
            aria-label={words.t('pin')}
            title={words.t('pin')}
            onClick={pin.onPin}
          >
            <Icon name="pin" />
          </button>
        )}
        <button
          type="button"
          class="icon-button"
          aria-label={words.t('close')}
          title={words.t('close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
    </div>
  );
}
