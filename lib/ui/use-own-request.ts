/** What a tab's panel was asked for about the reader's own: a rule, by the card; a name, by the context menu. */
import { useEffect, useState } from 'preact/hooks';
import type { FoundSubject, OwnRequest } from '../briefing/own-models';
import { ask } from '../messaging/client';
import type { RecordSubject } from '../model/own';
import { askOwn, forgetOwnRequest, readOwnRequest, watchOwn } from '../platform/own-area';

/** What is called so; `null` while it is looked for. */
interface Found {
  readonly text: string;
  readonly subjects: readonly FoundSubject[] | null;
}
const NOTHING: Found = { text: '', subjects: [] };

/** Looks for what the packs call so, of several requests the last. */
export function useFinder(
  tabId: number,
  heldBy = -1,
): { readonly found: Found; readonly find: (text: string) => void } {
  const [found, setFound] = useState<Found>(NOTHING);
  const find = (text: string): void => {
    setFound({ text, subjects: null });
    const show = (subjects: readonly FoundSubject[]) =>
      setFound((now) => (now.text === text ? { text, subjects } : now));
    if (text.trim() === '') setFound(NOTHING);
    else ask('own.find', { tabId, heldBy, text: text.slice(0, 1_000) }).then(show, () => show([]));
  };
  return { found, find };
}

export interface OwnRequestControl {
  /** `null`: nothing is asked for, or it is not ready to be shown. */
  readonly request: OwnRequest | null;
  /** Of a request for a rule: what the name was taken for. */
  readonly subject: RecordSubject | null;
  ask(request: OwnRequest): void;
  close(): void;
}

/** `found`: told what to look for when a request comes. */
export function useOwnRequest(tabId: number | null, find: (text: string) => void): OwnRequestControl {
  const [state, setState] = useState<{
    readonly tabId: number;
    readonly request: OwnRequest;
    readonly subject: RecordSubject | null;
  } | null>(null);
  useEffect(() => {
    if (tabId === null) return;
    const stop = new AbortController();
    const look = async () => {
      const request = await readOwnRequest(tabId);
      const subject =
        request?.kind === 'not-it'
          ? await ask('own.subject', { tabId, reference: request.reference }).catch(() => null)
          : null;
      if (stop.signal.aborted) return;
      if (!request || (request.kind === 'not-it' && subject?.kind !== 'record')) return setState(null);
      const taken = subject?.kind === 'record' ? subject : null;
      const [anyName = ''] = Object.values(taken?.name ?? {});
      find(request.kind === 'name' ? request.text : request.surface || anyName);
      setState({ tabId, request, subject: taken });
    };
    void look();
    const changed = (tab: number) => {
      if (tab === tabId) void look();
    };
    watchOwn({ records: () => undefined, request: changed }, stop.signal);
    return () => stop.abort();
  }, [tabId]);
  const current = state?.tabId === tabId ? state : null;
  return {
    request: current?.request ?? null,
    subject: current?.subject ?? null,
    ask(request) {
      if (tabId !== null) void askOwn(tabId, request);
    },
    close() {
      if (tabId !== null) void forgetOwnRequest(tabId);
    },
  };
}
