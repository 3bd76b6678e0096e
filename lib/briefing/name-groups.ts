/** All names of an entity or event by their languages, with what no source shows marked as such. */
import type { Reference } from '../model/ids';
import { INTERFACE_LANGUAGES, type LanguageTag, type Localized } from '../model/localized';
import type { Entity, PackEvent } from '../model/pack';
import { parseEdtf } from '../text/edtf';
import type { ArticleContext } from './article-context';
import type { NameForm, NameGroup } from './entity-models';
import { entityOf, eventOf, type Facts } from './facts';

/** Names that had come into use by the day: the reader's language first, those of the interface, the others by tag. */
export function buildNameGroups(facts: Facts, reference: Reference, context: ArticleContext): NameGroup[] {
  const groups = new Map<LanguageTag, Map<string, NameForm>>();
  const add = (lang: LanguageTag, form: NameForm) => {
    const own = groups.get(lang) ?? new Map<string, NameForm>();
    if (!own.has(form.text)) own.set(form.text, form);
    groups.set(lang, own);
  };
  for (const owner of [reference, ...facts.othersOf(reference)]) {
    const record = entityOf(facts, owner) ?? eventOf(facts, owner);
    if (!record) continue;
    const known = namesBy(record, context.asOfDay);
    // A label is the name of today, which may not have been known yet.
    const later = new Set((record.names ?? []).filter((name) => !known.includes(name)).map(({ text }) => text));
    for (const [lang, text, isUnseen] of labelsOf(record)) {
      if (!later.has(text)) add(lang, { text, isUnseen, isFormer: false });
    }
    for (const { text, lang, kind } of known) add(lang, { text, isUnseen: false, isFormer: kind === 'former' });
  }
  const order = (lang: LanguageTag): number => [context.lang, ...INTERFACE_LANGUAGES].indexOf(lang as never) + 1 || 100;
  return [...groups]
    .sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1))
    .map(([lang, forms]) => ({ lang, forms: [...forms.values()] }));
}

const namesBy = ({ names = [] }: Entity | PackEvent, day: number) =>
  names.filter(({ from }) => (parseEdtf(from ?? '')?.first ?? day) <= day);

/** The title of an event tells what happened: it is no name. */
function labelsOf(record: Entity | PackEvent): Label[] {
  if (record.record === 'event') return [];
  const label: Localized = record.label;
  return Object.entries(label).flatMap(([lang, value]): Label[] => {
    if (value === undefined) return [];
    return typeof value === 'string' ? [[lang, value, false]] : [[lang, value.text, value.auto]];
  });
}

type Label = readonly [lang: LanguageTag, text: string, isUnseen: boolean];
