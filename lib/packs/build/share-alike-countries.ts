/** Demonyms and other spellings of countries, from the share-alike list. */
import { addName, createDraft, type Draft } from './draft';
import type { Gathering } from './gathering';
import type { ShareAlikeInputs } from './inputs';
import type { Tally } from './tally';

const SOURCE = 'world-countries';
const LANGUAGES: Readonly<Record<string, string>> = { eng: 'en', fra: 'fr' };

export function readDemonyms(countries: ShareAlikeInputs['demonyms'], world: Gathering, tally: Tally): Draft[] {
  return countries.flatMap(({ cca2, demonyms, altSpellings }) => {
    const country = world.countries.get(cca2);
    if (!country) {
      tally.left(SOURCE, 'countries that the world pack does not have', cca2);
      return [];
    }
    const { place } = country;
    const known = new Set(place.names.map(({ text }) => text.toLowerCase()));
    const draft = createDraft({
      type: 'place',
      slug: place.slug,
      tag: cca2,
      label: { ...place.label },
      source: SOURCE,
      qid: place.qid,
    });
    draft.prominence = place.prominence;
    if (place.placeKind) draft.placeKind = place.placeKind;
    for (const [key, lang] of Object.entries(LANGUAGES)) {
      for (const text of Object.values((demonyms as Record<string, Record<string, string>> | undefined)?.[key] ?? {})) {
        if (text && !known.has(text.toLowerCase())) addName(draft, text, lang, 'demonym');
      }
    }
    for (const text of altSpellings) {
      // Codes and abbreviations are in the world pack as far as texts use them.
      if (text.length > 4 && /\p{Ll}/u.test(text) && !known.has(text.toLowerCase())) addName(draft, text, 'en', 'full');
    }
    if (draft.names.length === 0) return [];
    tally.took(SOURCE, 'demonyms and spellings', draft.names.length);
    return [draft];
  });
}
