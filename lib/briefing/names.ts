/** Which form of a name is shown: the reader's, the entity's own, the article's. */
import type { Reference } from '../model/ids';
import { type LanguageTag, type Localized, pickText, type ShownText } from '../model/localized';
import type { Entity } from '../model/pack';
import { sameForm } from '../text/fold';
import { entityOf, type Facts, from } from './facts';

/** Languages in which countries write their own names; a form in another script is shown beside the reader's. */
const NATIVE_LANGUAGES: Readonly<Record<string, LanguageTag>> = {
  Japan: 'ja',
  'South Korea': 'ko',
  'North Korea': 'ko',
  China: 'zh-Hans',
  Taiwan: 'zh-Hant',
};

/** A label that no source shows in that script is not shown as a name. */
function shownLabel(label: Localized, lang: LanguageTag): ShownText | null {
  const picked = pickText(label, lang);
  return picked && !picked.auto ? picked : null;
}

/** The name in the reader's language; English, marked as such, where no source shows a form in the reader's. */
export function readerName(label: Localized, lang: LanguageTag): ShownText {
  const own = shownLabel(label, lang);
  if (own) return own;
  const english = shownLabel(label, 'en');
  return english ? { ...english, fallback: true } : { text: '', lang };
}

/** The country a person, organisation or place belongs to. */
export function countryOf(facts: Facts, reference: Reference): Reference | null {
  const entity = entityOf(facts, reference);
  if (!entity) return null;
  if (entity.placeKind === 'country') return reference;
  for (const kind of ['citizen', 'capital-of', 'part-of']) {
    const relation = entity.relations?.find((candidate) => candidate.kind === kind);
    if (relation) return from(reference, relation.to);
  }
  return null;
}

/** The entity's own form, where its language is not the reader's and the form differs from what is shown. */
export function nativeName(facts: Facts, reference: Reference, shown: ShownText): ShownText | null {
  const entity = entityOf(facts, reference);
  const country = entity && countryOf(facts, reference);
  const countryName = country ? pickText(entityOf(facts, country)?.label, 'en')?.text : undefined;
  const lang = countryName ? NATIVE_LANGUAGES[countryName] : undefined;
  if (!entity || !lang) return null;
  const value = entity.label[lang] ?? entity.names.find((name) => name.lang === lang && name.kind === 'full')?.text;
  if (typeof value !== 'string' || value === shown.text) return null;
  return { text: value, lang };
}

/** How the name is read: kana for kanji names, the reader's own transcription elsewhere. */
export function readingOf(entity: Entity, native: ShownText | null, lang: LanguageTag): ShownText | null {
  const own = entity.reading?.[lang];
  if (own) return pickText(entity.reading, lang);
  return native && entity.reading?.[native.lang] ? pickText(entity.reading, native.lang) : null;
}

/** The article's form, where a reader would not take it for the form shown. */
export function articleForm(shown: ShownText, surface: string, articleLang: LanguageTag): ShownText | null {
  return surface === '' || sameForm(shown.text, surface) ? null : { text: surface, lang: articleLang };
}
