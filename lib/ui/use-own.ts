/**
 * What is the reader's own, live, and what they can do with it. All of it lies with the background, which alone knows
 * whether a window is private and what was changed there.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OwnModel } from '../briefing/own-models';
import { ask } from '../messaging/client';
import type { Reference } from '../model/ids';
import type { OwnPut, OwnTable, Subject } from '../model/own';
import { watchOwn } from '../platform/own-area';
import { watchPage } from '../platform/session-pages';
import { createLatestWriter } from '../services/own/latest-writer';
import { subjectKey } from '../settings/own-schemas';

type Saving = 'idle' | 'saving' | 'saved' | 'failed';

export interface OwnControl {
  /** `null` until it is read, and where it cannot be read. */
  readonly model: OwnModel | null;
  readonly saving: Saving;
  /** What was done last, for as long as it can be taken back. */
  readonly undoable: { readonly kind: 'removed' | 'ruled'; readonly name: string } | null;
  put(record: OwnPut, said?: string): void;
  remove(table: OwnTable, id: string, name: string): void;
  undo(): void;
  /** `about`: a subject, or the reference of what the packs know. */
  note(about: Subject | Reference, text: string): void;
  /** What is to be stored of a reference; `null` where nothing knows it. */
  subject(reference: Reference): Promise<Subject | null>;
}

/** What takes back what was done last. */
interface Undo {
  readonly kind: 'removed' | 'ruled';
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

/** Long enough to be read and reached by keyboard; `UX.md` gives 8 s to the card's. */
const UNDO_MS = 20_000;

/** `tabId`: of the tab in front; -1 for a page that is about none. `heldBy`: as for `own.get`. */
export function useOwn(tabId: number, heldBy = -1): OwnControl {
  const [known, setKnown] = useState<{ readonly tabId: number; readonly model: OwnModel } | null>(null);
  const [saving, setSaving] = useState<Saving>('idle');
  const [undo, setUndo] = useState<Undo | null>(null);

  useEffect(() => {
    const stop = new AbortController();
    let run = 0;
    const look = () => {
      run += 1;
      const mine = run;
      ask('own.get', { tabId, heldBy }).then(
        (model) => {
          if (!stop.signal.aborted && mine === run) setKnown({ tabId, model });
        },
        // The background is being replaced, or its database cannot be read: what is shown stays.
        () => undefined,
      );
    };
    look();
    watchOwn({ records: look, request: () => undefined }, stop.signal);
    watchPage((changed) => {
      if (changed === tabId) look();
    }, stop.signal);
    return () => stop.abort();
  }, [tabId, heldBy]);

  useEffect(() => {
    if (!undo) return;
    const timer = setTimeout(() => setUndo(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [undo]);

  const model = known?.tabId === tabId ? known.model : null;
  const latest = useRef(model);
  latest.current = model;

  const writer = useMemo(
    () =>
      createLatestWriter<{ readonly tabId: number; readonly about: Subject | Reference; readonly text: string }>(
        async ({ tabId: tab, about, text }) => {
          // Who closes the panel with the last key has no time for two questions: the background finds what it is about.
          if (typeof about === 'string') await ask('own.note', { tabId: tab, reference: about, text });
          else if (text.trim() === '') await ask('own.remove', { tabId: tab, table: 'notes', id: subjectKey(about) });
          else {
            const record = { table: 'notes', value: { subject: about, text, at: Date.now() } } as const;
            await ask('own.put', { tabId: tab, record });
          }
        },
        setSaving,
      ),
    [],
  );
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    addEventListener('pagehide', writer.flush, { signal });
    document.addEventListener('visibilitychange', writer.flush, { signal });
    return () => {
      stop.abort();
      writer.flush();
    };
  }, [writer]);

  const send = (record: OwnPut) =>
    ask('own.put', { tabId, record: { ...record, value: { ...record.value, at: Date.now() } } as OwnPut });
  const quietly = (sending: Promise<unknown>) => void sending.catch(() => setSaving('failed'));

  return {
    model,
    saving,
    undoable: undo,
    put(record, said) {
      quietly(
        send(record).then((id) => {
          const run = () => ask('own.remove', { tabId, table: record.table, id });
          if (said !== undefined) setUndo({ kind: 'ruled', name: said, run });
        }),
      );
    },
    remove(table, id, name) {
      const records: readonly { readonly id: string; readonly value: unknown }[] = latest.current?.[table] ?? [];
      const removed = records.find((record) => record.id === id);
      if (!removed) return;
      // As it was, with the time it was of.
      const record = { table, value: removed.value } as OwnPut;
      quietly(
        ask('own.remove', { tabId, table, id }).then(() =>
          setUndo({ kind: 'removed', name, run: () => ask('own.put', { tabId, record }) }),
        ),
      );
    },
    undo() {
      if (undo) quietly(undo.run().then(() => setUndo(null)));
    },
    note(about, text) {
      setSaving('saving');
      writer.write({ tabId, about, text });
    },
    subject: (reference) => ask('own.subject', { tabId, reference }).catch(() => null),
  };
}
