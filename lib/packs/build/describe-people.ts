/** One sentence for those whose office is all that is known: true on every day, so it names no office and no date. */
import type { Localized } from '../../model/localized';
import type { Country, Gathering } from './gathering';

export function describePeople({ countries, peopleOf }: Gathering): void {
  for (const country of countries.values()) {
    const description = descriptionFor(country);
    if (!description) continue;
    for (const person of peopleOf.get(country.code) ?? []) person.description ??= description;
  }
}

function descriptionFor({ adjective, place, inSentence }: Country): Localized | null {
  const [ja, ko] = [place.label.ja, place.label.ko];
  return {
    en: adjective ? `${adjective} politician` : `Politician from ${inSentence}`,
    ...(typeof ja === 'string' ? { ja: `${ja}の政治家` } : {}),
    ...(typeof ko === 'string' ? { ko: `${ko}의 정치인` } : {}),
  };
}
