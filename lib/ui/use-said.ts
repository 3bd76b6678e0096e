/** What the panel says of something that was just done. */
import { useEffect, useState } from 'preact/hooks';

/** Long enough to be read, and to be read out. */
const SAID_FOR_MS = 4_000;
/** A live region that says the same again has to have been empty. */
const SAID_AFTER_MS = 50;

export function useSaid(): [string | null, (text: string) => void] {
  const [said, setSaid] = useState<{ readonly text: string; readonly isShown: boolean } | null>(null);
  useEffect(() => {
    if (!said) return;
    const timer = said.isShown
      ? setTimeout(() => setSaid(null), SAID_FOR_MS)
      : setTimeout(() => setSaid({ ...said, isShown: true }), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return [said?.isShown ? said.text : null, (text) => setSaid({ text, isShown: false })];
}
