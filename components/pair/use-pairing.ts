/** The choice of two names in the cast: begun, one chosen, both chosen or given up. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PairNames } from '../../lib/briefing/pair-models';
import type { Reference } from '../../lib/model/ids';

export interface PairingControl {
  /** `null` while nothing is being chosen. */
  readonly pairing: { readonly first: Reference | null } | null;
  readonly start: RefObject<HTMLButtonElement | null>;
  begin(): void;
  choose(reference: Reference): void;
  cancel(): void;
}

export function usePairing(onPair: (names: PairNames) => void): PairingControl {
  const [pairing, setPairing] = useState<{ readonly first: Reference | null } | null>(null);
  const start = useRef<HTMLButtonElement>(null);
  const isOver = useRef(false);
  const cancel = () => {
    isOver.current = true;
    setPairing(null);
  };
  const isOn = pairing !== null;
  useLayoutEffect(() => {
    if (!isOn) {
      if (isOver.current) start.current?.focus();
      isOver.current = false;
      return;
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancel();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn]);
  return {
    pairing,
    start,
    begin: () => setPairing({ first: null }),
    choose(reference) {
      const first = pairing?.first ?? null;
      if (first === null) setPairing({ first: reference });
      else if (first === reference) setPairing({ first: null });
      else {
        setPairing(null);
        onPair([first, reference]);
      }
    },
    cancel,
  };
}
