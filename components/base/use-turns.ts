import { useEffect, useState } from 'preact/hooks';

/**
 * How many parts of a large view may be drawn yet: none at first, then one more in each task, so that no one task draws
 * them all and the reader can scroll and press in between. All at once where `isLarge` is not set.
 */
export function useTurns(parts: number, isLarge: boolean): number {
  const [turn, setTurn] = useState(isLarge ? 0 : parts);
  useEffect(() => {
    if (turn >= parts) return;
    const timer = setTimeout(() => setTurn(turn + 1));
    return () => clearTimeout(timer);
  }, [turn, parts]);
  return turn;
}
