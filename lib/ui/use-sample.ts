/** Our own sample article in the reader's language, out of the extension's own files. */
import { useEffect, useState } from 'preact/hooks';
import type { InterfaceLanguage } from '../model/localized';
import { readOwnFile } from '../platform/own-files';

/** As it lies in `public/samples`; `null` until it is read. */
export function useSample<T>(lang: InterfaceLanguage): T | null {
  const [sample, setSample] = useState<T | null>(null);
  useEffect(() => void readOwnFile<T>(`samples/seoul-talks.${lang}.json`).then(setSample), [lang]);
  return sample;
}
