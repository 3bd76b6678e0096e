/** The reader's settings and words, live: a change in another page shows here at once. */
import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../briefing/words';
import type { InterfaceLanguage } from '../model/localized';
import { loadCatalogue, namesLanguage, readerLanguage } from '../platform/language';
import { readStored, watchStored, writeStored } from '../platform/settings-area';
import { effectiveSettings, type SettingName, type Settings, storedSetting } from '../settings/schema';
import { createWords } from './words';

export interface Reader {
  readonly settings: Settings;
  readonly words: Words;
  /** Language of names and facts. */
  readonly namesLang: InterfaceLanguage;
}

/** `null` until settings and words are read: a few ms, nothing is drawn meanwhile. */
export function useReader(): Reader | null {
  const [reader, setReader] = useState<Reader | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const apply = async (stored: Record<string, unknown>) => {
      const settings = effectiveSettings(stored);
      const lang = readerLanguage(settings.language);
      const words = createWords(lang, await loadCatalogue(lang));
      if (stop.signal.aborted) return;
      dressDocument(settings, lang);
      setReader({ settings, words, namesLang: namesLanguage(settings) });
    };
    const read = () => void readStored().then(apply);
    watchStored(read, stop.signal);
    read();
    return () => stop.abort();
  }, []);
  return reader;
}

/** Theme, contrast, size of text and language of an extension page, where its stylesheets look for them. */
function dressDocument({ theme, contrast, textScale }: Settings, lang: string): void {
  const root = document.documentElement;
  root.lang = lang;
  root.style.fontSize = textScale === 100 ? '' : `${textScale}%`;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  if (contrast === 'auto') delete root.dataset.contrast;
  else root.dataset.contrast = contrast;
}

/** Stores one setting; every open page follows. */
export async function changeSetting<K extends SettingName>(name: K, value: Settings[K]): Promise<void> {
  await writeStored(storedSetting(name, value));
}
