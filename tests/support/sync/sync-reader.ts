/** A reader's browser that synchronises: the options' own form and buttons, and the records behind them. */
import type { Page } from 'puppeteer-core';
import { type Reader, until } from '../reader';
import type { Apache } from './apache';

export const PASSPHRASE = 'quiet harbour lantern 등대';

/** One record as the database has it. */
export interface StoredRecord {
  readonly id: string;
  readonly value: unknown;
  readonly clock: number;
  readonly device: string;
  readonly deleted: boolean;
}

export class SyncReader {
  private constructor(
    readonly reader: Reader,
    readonly options: Page,
  ) {}

  static async open(reader: Reader): Promise<SyncReader> {
    return new SyncReader(reader, await reader.extensionPage('options.html#sync'));
  }

  async text(): Promise<string> {
    return this.options.evaluate(() => document.getElementById('sync')?.innerText ?? '');
  }

  async shows(wanted: string): Promise<void> {
    await until(
      `"${wanted}" in the options of ${this.reader.kind}`,
      async () => (await this.text()).includes(wanted),
      30_000,
    );
  }

  async press(label: string): Promise<void> {
    await this.options.bringToFront();
    await until(`"${label}" to press`, async () => {
      const found = await this.options.evaluate((wanted) => {
        for (const pressed of document.querySelectorAll('[data-press]')) pressed.removeAttribute('data-press');
        const element = [...document.querySelectorAll<HTMLElement>('button, label')].find(
          (candidate) => candidate.textContent?.trim() === wanted,
        );
        element?.scrollIntoView({ block: 'center', behavior: 'instant' });
        element?.setAttribute('data-press', '');
        return element !== undefined;
      }, label);
      // What is drawn anew in between is looked for again.
      if (found) await this.options.click('[data-press]');
      return found;
    });
  }

  /** Fills the form in and presses its button, as a hand does: the browser asks for its permission there. */
  async connect(apache: Apache, passphrase = PASSPHRASE): Promise<void> {
    await this.options.bringToFront();
    const fields = { url: apache.url, user: apache.user, password: apache.password, passphrase };
    for (const [name, value] of Object.entries(fields)) await this.options.type(`.sync-form [name=${name}]`, value);
    await this.press('Use this folder');
  }

  /** Synchronises, and tells how it ended. */
  sync(): Promise<string> {
    return this.options.evaluate(async () => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      const request = { deletions: 'ask', refill: false };
      const reply = (await api.runtime.sendMessage({ type: 'sync.run', request })) as { value: string };
      return reply.value;
    });
  }

  /** Writes a record as the extension's own pages do. */
  async put(table: string, id: string, value: unknown): Promise<void> {
    await this.options.evaluate(
      (store, key, content) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('reader');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const transaction = opening.result.transaction(store, 'readwrite');
            const records = transaction.objectStore(store);
            const before = records.get(key);
            before.onsuccess = () => {
              const clock = ((before.result as { clock?: number } | undefined)?.clock ?? 0) + 1;
              records.put({ id: key, value: content, clock, device: 'test', deleted: content === null });
            };
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            transaction.onerror = () => reject(transaction.error);
          };
        }),
      table,
      id,
      value,
    );
  }

  get(table: string, id: string): Promise<StoredRecord | null> {
    return this.options.evaluate(
      (store, key) =>
        new Promise<StoredRecord | null>((resolve, reject) => {
          const opening = indexedDB.open('reader');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const request = opening.result.transaction(store).objectStore(store).get(key);
            request.onerror = () => reject(request.error);
            request.onsuccess = () => {
              opening.result.close();
              resolve((request.result as StoredRecord | undefined) ?? null);
            };
          };
        }),
      table,
      id,
    );
  }

  /** Everything in the areas that content scripts may reach, as text; but for the reader's own copy of their notes. */
  stored(): Promise<string> {
    return this.options.evaluate(async () => {
      const { storage } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      const { 'reader-copy': _, ...local } = await storage.local.get(null);
      const areas = await Promise.all([local, storage.sync.get(null), storage.session.get(null)]);
      return JSON.stringify(areas);
    });
  }

  setting(key: string): Promise<unknown> {
    return this.options.evaluate(async (name) => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      return (await api.storage.local.get(name))[name];
    }, key);
  }
}
