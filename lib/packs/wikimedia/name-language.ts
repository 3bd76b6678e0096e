/** In which language a name is looked for: labels of another are not found. */
import type { InterfaceLanguage, LanguageTag } from '../../model/localized';
import { HAN, HANGUL, HIRAGANA, KATAKANA, scriptClass } from '../../text/scripts';

/** By the script it is written in; Han, which several languages share, by the article's language or the reader's. */
export function languageOfName(name: string, reader: InterfaceLanguage, article: LanguageTag | null): string {
  const scripts = new Set(Array.from(name, (character) => scriptClass(character.codePointAt(0) ?? 0)));
  if (scripts.has(HANGUL)) return 'ko';
  if (scripts.has(HIRAGANA) || scripts.has(KATAKANA)) return 'ja';
  if (scripts.has(HAN)) {
    const language = (article ?? '').toLowerCase().split('-')[0];
    return language === 'zh' || language === 'ja' ? language : 'ja';
  }
  // Wikidata falls back to English where a language has no label of its own, never the other way.
  return reader;
}
