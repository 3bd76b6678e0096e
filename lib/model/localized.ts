/** BCP 47 keys that packs use. The interface exists in the first three. */
export type LanguageTag = 'en' | 'ja' | 'ko' | 'zh-Hans' | 'zh-Hant' | (string & {});

/** The languages of the interface. */
export const INTERFACE_LANGUAGES = ['en', 'ja', 'ko'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/** A text, or one that nobody has verified (`auto`): a translation of ours, or a name form not seen in a source. */
type TextValue = string | { readonly text: string; readonly auto: true };

/** One text in several languages. */
export type Localized = Readonly<Partial<Record<LanguageTag, TextValue>>>;

/** A text as it is shown: with the language it is in, which is not the reader's when `fallback`. */
export interface ShownText {
  readonly text: string;
  readonly lang: LanguageTag;
  /** True when the reader's language was missing and another had to serve. */
  readonly fallback?: boolean;
  /** True when the pack marks the text as unverified. */
  readonly auto?: boolean;
}

const textOf = (value: TextValue): string => (typeof value === 'string' ? value : value.text);

/** Picks the reader's language, then English, then whatever there is; `null` when there is no text at all. */
export function pickText(value: Localized | undefined, lang: LanguageTag): ShownText | null {
  if (!value) return null;
  for (const [index, tag] of [lang, 'en', ...Object.keys(value)].entries()) {
    const found = Object.hasOwn(value, tag) ? value[tag] : undefined;
    if (found === undefined) continue;
    return {
      text: textOf(found),
      lang: tag,
      ...(index > 0 && tag !== lang ? { fallback: true } : {}),
      ...(typeof found === 'string' ? {} : { auto: true }),
    };
  }
  return null;
}
