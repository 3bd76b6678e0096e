/** Consent to look-ups and the list of requests, live, as the options show them. */
import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import type { RequestModel } from '../briefing/look-up-models';
import { createLedgerStore } from '../db/ledger-store';
import { ReaderDb } from '../db/reader-db';
import { giveLookUpConsent, mayLookUp, watchLookUpConsent, withdrawLookUpConsent } from '../platform/look-up-consent';

export interface ConsentControl {
  readonly isOn: boolean;
  readonly isDeclined: boolean;
  /** Call in the click itself. */
  set(on: boolean): void;
}

export function useLookUpConsent(): ConsentControl {
  const [isOn, setOn] = useState(false);
  const [isDeclined, setDeclined] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const look = () =>
      void mayLookUp().then((may) => {
        if (!stop.signal.aborted) setOn(may);
      });
    look();
    watchLookUpConsent(look, stop.signal);
    return () => stop.abort();
  }, []);
  return {
    isOn,
    isDeclined,
    set(on) {
      setDeclined(false);
      if (!on) void withdrawLookUpConsent();
      else void giveLookUpConsent().then((given) => setDeclined(!given));
    },
  };
}

const ledger = createLedgerStore(new ReaderDb());

export interface RequestsControl {
  /** The latest first; `null`: not read yet. */
  readonly requests: readonly RequestModel[] | null;
  clear(): void;
}

export function useRequests(): RequestsControl {
  const [requests, setRequests] = useState<readonly RequestModel[] | null>(null);
  useEffect(() => {
    const subscription = liveQuery(() => ledger.list()).subscribe({ next: setRequests, error: () => undefined });
    return () => subscription.unsubscribe();
  }, []);
  return { requests, clear: () => void ledger.clear() };
}
