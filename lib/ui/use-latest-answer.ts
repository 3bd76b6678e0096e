/** Answers to a question that changes faster than it can be answered: one is asked at a time, and then the newest. */
import { useEffect, useRef, useState } from 'preact/hooks';

interface Answered<T> {
  readonly key: string;
  readonly value: T;
}

/**
 * The newest answer there is, and to which question; `key` names the question, `null` asks nothing and forgets. `about`
 * are what answers depend on besides: when one changes, the same is asked again. A failed request leaves what was.
 */
export function useLatestAnswer<T>(
  key: string | null,
  about: readonly unknown[],
  answer: () => Promise<T>,
): Answered<T> | null {
  const [answered, setAnswered] = useState<Answered<T> | null>(null);
  const wanted = useRef<{ key: string; answer: () => Promise<T> } | null>(null);
  const isAsking = useRef(false);
  useEffect(() => {
    wanted.current = key === null ? null : { key, answer };
    if (key === null) setAnswered(null);
    const run = async () => {
      if (isAsking.current) return;
      isAsking.current = true;
      for (let asked = wanted.current; asked; ) {
        const { key: own, answer: ask } = asked;
        const found = await ask().then(
          (value) => ({ key: own, value }),
          () => null,
        );
        const next = wanted.current;
        // An answer on the way to the newest is shown as well: the view follows the hand.
        if (found && next) setAnswered(found);
        asked = next === asked ? null : next;
      }
      isAsking.current = false;
    };
    void run();
  }, [key, ...about]);
  useEffect(
    () => () => {
      wanted.current = null;
    },
    [],
  );
  return key === null ? null : answered;
}
