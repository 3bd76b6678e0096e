/** History, live, as the panel and the options show it. */
import { useEffect, useState } from 'preact/hooks';
import type { HistoryDays, HistoryModel } from '../briefing/own-models';
import { ask, tell } from '../messaging/client';
import { watchOwn } from '../platform/own-area';

export interface HistoryControl {
  /** `null` until it is read. */
  readonly model: HistoryModel | null;
  readonly onChoose: (choice: { isOn: boolean; days: HistoryDays }) => void;
  /** Deletes the entry of an address, or, for `null`, all. */
  readonly onForget: (url: string | null) => void;
}

export function useHistory(): HistoryControl {
  const [model, setModel] = useState<HistoryModel | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const look = () =>
      void ask('history.get', {}).then(
        (next) => {
          if (!stop.signal.aborted) setModel(next);
        },
        () => undefined,
      );
    look();
    watchOwn({ records: look, request: () => undefined }, stop.signal);
    return () => stop.abort();
  }, []);
  return {
    model,
    onChoose(choice) {
      setModel((now) => now && { ...now, ...choice });
      tell('history.choose', choice);
    },
    onForget: (url) => tell('history.forget', { url }),
  };
}
