/** What lies between two names as of a day, in three steps: these two, the posts that they hold, their countries. */
import { type PackId, parseReference, type RecordId, type Reference, toReference } from '../model/ids';
import { pickText, type ShownText } from '../model/localized';
import { parseEdtf } from '../text/edtf';
import type { ArticleContext } from './article-context';
import { cutEvents } from './build-timeline';
import { entityOf, type Facts, from, packOf } from './facts';
import { nativeName, readerName } from './names';
import type { PairModel, PairNames, PairStep } from './pair-models';
import { leadsCountry, whoOnDay } from './posts';
import { rolesOnDay } from './posts-on-day';
import { finish } from './steps';

/** Events of each step, in order of time, later ones too. */
export interface PairEvents {
  readonly names: readonly Reference[];
  readonly posts: readonly Reference[];
  readonly countries: readonly Reference[];
  /** `null`: one country for both, or none that is known. */
  readonly ofCountries: PairNames | null;
}

/** The steps that a pair has no room for are kept, so that the reader is told why. */
export function buildPair(facts: Facts, names: PairNames, events: PairEvents, context: ArticleContext): PairModel {
  const sides = both(names, (reference) => {
    const name = readerName(entityOf(facts, reference)?.label ?? {}, context.lang);
    return { reference, name, native: nativeName(facts, reference, name), ...whoOnDay(facts, reference, context) };
  });
  const offices = both(names, (name) => leadingOffice(facts, name, context));
  const hasPosts = offices[0] !== null && offices[1] !== null;
  const countries =
    events.ofCountries &&
    both(events.ofCountries, (country) => readerName(entityOf(facts, country)?.label ?? {}, context.lang));
  const step = (kind: PairStep['kind'], ids: readonly Reference[], between: PairStep['between']): PairStep => {
    const timeline =
      between &&
      finish(
        cutEvents(facts, ids, context, {
          reference: stepReference(kind, names),
          title: { text: between.map(({ text }) => text).join(' – '), lang: between[0].lang },
          coverageTo: latestEnd(facts, names),
          counting: 'held',
        }),
      );
    return { kind, between, timeline, count: timeline ? timeline.before + timeline.sameDay : 0 };
  };
  return {
    sides,
    asOf: context.asOf,
    steps: [
      step(
        'names',
        events.names,
        both(sides, ({ name }) => name),
      ),
      step('posts', events.posts, hasPosts ? [offices[0] as ShownText, offices[1] as ShownText] : null),
      step('countries', events.countries, countries),
    ],
  };
}

const both = <T, R>([a, b]: readonly [T, T], map: (side: T) => R): readonly [R, R] => [map(a), map(b)];

/** The title of the highest post held on the day. */
function leadingOffice(facts: Facts, name: Reference, { asOfDay, lang }: ArticleContext): ShownText | null {
  const entity = entityOf(facts, name);
  if (!entity) return null;
  const leads = (post: string | undefined) => post !== undefined && leadsCountry(facts, from(name, post as RecordId));
  const [first] = rolesOnDay(entity, asOfDay).sort((a, b) => Number(leads(b.post)) - Number(leads(a.post)));
  return first ? pickText(first.title, lang) : null;
}

/** Of no pack: what is opened and filtered is remembered by it. */
const stepReference = (kind: PairStep['kind'], names: PairNames): Reference =>
  toReference(
    'pair' as PackId,
    `${kind}/${names.map((name) => (parseReference(name)?.id ?? name).replace('/', '-')).join('-')}` as RecordId,
  );

/** The record of two packs ends with the one that reaches further. */
function latestEnd(facts: Facts, names: PairNames): string {
  const [a, b] = both(names, (name) => facts.header(packOf(name)).coverageTo);
  return (parseEdtf(a)?.last ?? 0) >= (parseEdtf(b)?.last ?? 0) ? a : b;
}
