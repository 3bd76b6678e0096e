/** The notes of what went wrong, live, as the options show them. */
import { useEffect, useState } from 'preact/hooks';
import { tell } from '../messaging/client';
import { aboutThis, problemStore, watchNotes } from '../platform/problem-store';
import { saveFile } from '../platform/save-file';
import { problemFile } from '../services/note-problems';

const FILE = 'sidelight-problems.json';

export function useProblems() {
  const [model, setModel] = useState<{ count: number; last: number | null } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const look = () =>
      void problemStore.read().then(
        (notes) => {
          if (!stop.signal.aborted) setModel({ count: notes.length, last: notes.at(-1)?.at ?? null });
        },
        () => undefined,
      );
    look();
    watchNotes(look, stop.signal);
    return () => stop.abort();
  }, []);
  return {
    /** `null` until they are read. */
    model,
    onSave: async (): Promise<void> => {
      const file = problemFile(await problemStore.read(), aboutThis());
      saveFile(new Blob([file], { type: 'application/json' }), FILE);
    },
    onForget: () => tell('problem.forget', {}),
  };
}
