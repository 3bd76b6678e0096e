/** The reader's language, and the words of the interface in it. */
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../model/localized';
import type { Settings } from '../settings/schema';
import { browser } from './browser';

export type Catalogue = Readonly<
  Record<
    string,
    { readonly message: string; readonly placeholders?: Readonly<Record<string, { readonly content: string }>> }
  >
>;

/** The setting, or the browser's language where the interface has it, or English. */
export function readerLanguage(setting: Settings['language']): InterfaceLanguage {
  if (setting !== 'auto') return setting;
  const browserLanguage = browser.i18n.getUILanguage().split('-')[0] ?? 'en';
  return INTERFACE_LANGUAGES.find((language) => language === browserLanguage) ?? 'en';
}

/** The language of names and facts: its own setting, or the interface's. */
export function namesLanguage({
  language,
  namesLanguage: names,
}: Pick<Settings, 'language' | 'namesLanguage'>): InterfaceLanguage {
  return names === 'interface' ? readerLanguage(language) : names;
}

/** `browser.i18n` only knows the browser's language; a reader may choose another, so the catalogue is read directly. */
export async function loadCatalogue(language: InterfaceLanguage): Promise<Catalogue> {
  const response = await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`));
  return (await response.json()) as Catalogue;
}
