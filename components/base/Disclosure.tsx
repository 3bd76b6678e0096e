import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';

interface Props {
  readonly isOpen: boolean;
  /** Id of what is opened. */
  readonly controls: string;
  readonly onToggle: () => void;
  /** Besides the look of every disclosure. */
  readonly class?: string;
  /** What the button is for, for who made it. */
  readonly 'data-step'?: string;
  readonly children: ComponentChildren;
}

/** The button that opens what stands below it, and closes it again. */
export function Disclosure({ isOpen, controls, onToggle, class: own = '', children, ...rest }: Props) {
  return (
    <button
      type="button"
      class={`link disclosure ${own}`.trimEnd()}
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      onClick={onToggle}
      {...rest}
    >
      <Icon name="chevron" class="chevron" />
      {children}
    </button>
  );
}
