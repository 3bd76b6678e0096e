import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon';

export interface MenuAction {
  readonly label: string;
  readonly onChoose: () => void;
}

interface Props {
  /** What the menu is for; the button shows three dots. */
  readonly label: string;
  /** In groups, with a rule between them. */
  readonly groups: readonly (readonly MenuAction[])[];
  /** Shown only while its row is pointed at or has the focus; where nothing can be pointed at, always. */
  readonly isQuiet?: boolean;
}

/**
 * A button that opens a menu, as the ARIA practices have it: Enter, Space and the arrows open it, arrows, Home, End and
 * first letters go about in it, Escape and Tab close it. The focus returns to the button.
 */
export function MenuButton({ label, groups, isQuiet = false }: Props) {
  const [isOpen, setOpen] = useState(false);
  /** The item that gets the focus when the menu opens. */
  const opensAt = useRef<'first' | 'last'>('first');
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  const items = (): HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  const open = (at: 'first' | 'last') => {
    opensAt.current = at;
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  // Before the menu is seen: a quick hand's next key is for its item.
  useLayoutEffect(() => {
    if (!isOpen) return;
    items()
      .at(opensAt.current === 'first' ? 0 : -1)
      ?.focus();
    const stop = new AbortController();
    const closeOutside = ({ target }: Event) => {
      if (!box.current?.contains(target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside, { signal: stop.signal });
    document.addEventListener('focusin', closeOutside, { signal: stop.signal });
    return () => stop.abort();
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = isOpen ? placeFor(event.key, at, all) : { ArrowDown: 0, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && isOpen) close();
    // The next stop is the one behind the button: the menu goes before the browser looks for it.
    else if (event.key === 'Tab' && isOpen) return close();
    else if (next === undefined) return;
    else if (isOpen) all.at(next)?.focus();
    else open(next === 0 ? 'first' : 'last');
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are the button's and the menu's, which are within.
    <div ref={box} class={isQuiet ? 'menu-box menu-quiet' : 'menu-box'} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        onClick={() => (isOpen ? close() : open('first'))}
      >
        <Icon name="dots" />
      </button>
      {isOpen && (
        <div id={menuId} role="menu" class="menu" aria-label={label}>
          {groups
            .filter((group) => group.length > 0)
            .map((group, i) => (
              <Group key={group[0]?.label} group={group} isFirst={i === 0} onDone={close} />
            ))}
        </div>
      )}
    </div>
  );
}

interface GroupProps {
  readonly group: readonly MenuAction[];
  readonly isFirst: boolean;
  readonly onDone: () => void;
}

function Group({ group, isFirst, onDone }: GroupProps) {
  return (
    <>
      {!isFirst && <hr />}
      {group.map(({ label, onChoose }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onDone();
            onChoose();
          }}
        >
          {label}
        </button>
      ))}
    </>
  );
}

/** Where a key leads from an item; `undefined` for a key that leads nowhere. */
function placeFor(key: string, at: number, all: readonly HTMLElement[]): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % all.length;
    case 'ArrowUp':
      return at <= 0 ? all.length - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return all.length - 1;
    default: {
      if (key.length !== 1 || key === ' ') return undefined;
      const order = all.map((_, i) => (at + 1 + i) % all.length);
      return order.find((i) => all[i]?.textContent?.toLowerCase().startsWith(key.toLowerCase()));
    }
  }
}
