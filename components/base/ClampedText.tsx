import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';

interface Props {
  /** What decides whether two lines are enough: measured anew when it changes. */
  readonly text: string;
  readonly words: Words;
  readonly children: ComponentChildren;
  /** What stands on the line below, beside "more". */
  readonly after?: ComponentChildren;
}

/** The title of an event: two lines, then "more". Whether two lines are enough only the browser can tell. */
export function ClampedText({ text, words, children, after }: Props) {
  const box = useRef<HTMLSpanElement>(null);
  const [state, setState] = useState<'fits' | 'clamped' | 'open'>('fits');
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    // Half a line of slack: large descenders alone make no third line.
    const measure = () => {
      const line = Number.parseFloat(getComputedStyle(element).lineHeight) || 0;
      const overflows = element.scrollHeight > element.clientHeight + line / 2;
      setState((now) => (now === 'open' ? now : overflows ? 'clamped' : 'fits'));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [text]);
  return (
    <>
      <span ref={box} class={state === 'open' ? undefined : 'clamped'}>
        {children}
      </span>
      {(state === 'clamped' || after) && (
        <div class="after-clamped">
          {state === 'clamped' && (
            <button type="button" class="link small" onClick={() => setState('open')}>
              {words.t('showRest')}
            </button>
          )}
          {after}
        </div>
      )}
    </>
  );
}
