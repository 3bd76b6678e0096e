/** The part of the extension API that the tests use from within extension pages. */
interface StorageArea {
  get(key: string | null): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

declare const browser: {
  extension: { getBackgroundPage(): unknown };
  permissions: { remove(permissions: { origins: string[] }): Promise<boolean> };
  runtime: { sendMessage(message: object): Promise<unknown> };
  storage: { sync: StorageArea; local: StorageArea };
};
declare const chrome: {
  action: { getBadgeText(details: object): Promise<string> };
  runtime: { sendMessage(message: object): Promise<unknown> };
  storage: {
    sync: StorageArea;
    local: StorageArea;
    session: StorageArea;
    onChanged: { addListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void };
  };
  scripting: {
    executeScript(injection: {
      target: { tabId: number };
      files?: readonly string[];
      args?: readonly unknown[];
      func?: (...args: never[]) => unknown;
    }): Promise<unknown>;
  };
  tabs: {
    create(options: object): Promise<unknown>;
    query(query: object): Promise<{ id?: number; url?: string }[]>;
    sendMessage(tabId: number, message: object): Promise<unknown>;
  };
  windows: { create(options: object): Promise<unknown> };
};
