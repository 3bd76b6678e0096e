/** The keys of the commands, live, and their change where the browser allows it. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import {
  canChangeShortcuts,
  changeShortcut,
  isMac,
  openShortcutSettings,
  readShortcuts,
  resetShortcut,
  suggestedShortcut,
  watchShortcuts,
} from '../platform/shortcuts';
import { COMMANDS, type CommandName, type KeyModel, keyProblems, showShortcut } from '../settings/shortcuts';

export interface KeysControl {
  /** `null` until they are read. */
  readonly keys: readonly KeyModel[] | null;
  readonly isMac: boolean;
  readonly canRecord: boolean;
  /** A command for which the browser did not take the keys that were pressed. */
  readonly refused: CommandName | null;
  record(name: CommandName, shortcut: string): void;
  reset(name: CommandName): void;
  openSettings(): void;
}

export function useKeys(): KeysControl {
  const [state, setState] = useState<{ keys: readonly KeyModel[]; isMac: boolean } | null>(null);
  const [refused, setRefused] = useState<CommandName | null>(null);
  const read = useCallback(async () => setState(await readKeys()), []);
  useEffect(() => {
    const stop = new AbortController();
    watchShortcuts(() => void read(), stop.signal);
    void read();
    return () => stop.abort();
  }, [read]);
  return {
    keys: state?.keys ?? null,
    isMac: state?.isMac ?? false,
    canRecord: canChangeShortcuts(),
    refused,
    record(name, shortcut) {
      void changeShortcut(name, shortcut).then((taken) => {
        setRefused(taken ? null : name);
        return read();
      });
    },
    reset(name) {
      setRefused(null);
      void resetShortcut(name).then(read);
    },
    openSettings: () => void openShortcutSettings(),
  };
}

async function readKeys(): Promise<{ keys: readonly KeyModel[]; isMac: boolean }> {
  const [shortcuts, mac] = await Promise.all([readShortcuts(), isMac()]);
  const problems = keyProblems(shortcuts);
  return {
    isMac: mac,
    keys: COMMANDS.map((name) => {
      const keys = showShortcut(shortcuts[name], mac);
      const suggested = showShortcut(suggestedShortcut(name, mac), mac);
      return { name, keys, problem: problems[name] ?? null, suggested, isChanged: keys !== suggested };
    }),
  };
}
