import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
  /** On the button, and once more on the one that does it. */
  readonly ask: string;
  /** What it will do. */
  readonly question: ComponentChildren;
  readonly keep: string;
  readonly onYes: () => void;
}

/** What cannot be taken back is said twice. The focus goes to the way back, and back to where it was. */
export function SayTwice({ ask, question, keep, onYes }: Props) {
  const [isAsking, setAsking] = useState(false);
  const back = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useLayoutEffect(() => {
    if (isAsking) back.current?.focus();
    else if (wasAsked.current) first.current?.focus();
    wasAsked.current = isAsking;
  }, [isAsking]);
  if (!isAsking) {
    return (
      <button ref={first} type="button" class="danger" onClick={() => setAsking(true)}>
        {ask}
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question with its answers, not fields of a form.
    <div
      role="group"
      class="say-twice"
      aria-label={ask}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setAsking(false);
      }}
    >
      <p>{question}</p>
      <button ref={back} type="button" onClick={() => setAsking(false)}>
        {keep}
      </button>
      <button
        type="button"
        class="danger"
        onClick={() => {
          setAsking(false);
          onYes();
        }}
      >
        {ask}
      </button>
    </div>
  );
}
