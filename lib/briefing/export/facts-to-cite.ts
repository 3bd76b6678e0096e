/** What the views show, as facts that can be cited: an event of a timeline, somebody or something on a day. */
import type { BriefingModel, CardModel, LaneModel, RoleLine, TimelineEvent } from '../view-models';
import type { Words } from '../words';
import { type CitedFact, citedPack } from './citation';
import { eventText } from './event-text';

/** `null` where its pack is not among the briefing's. */
export function eventFact(
  event: TimelineEvent,
  lanes: readonly LaneModel[],
  { packs, asOf }: Pick<BriefingModel, 'packs' | 'asOf'>,
  words: Words,
): CitedFact | null {
  const pack = citedPack(packs, event.reference);
  return (
    pack && {
      reference: event.reference,
      title: event.title.text,
      lang: event.title.lang,
      statement: eventText(event, lanes, words),
      date: event.date,
      sources: event.sources,
      asOf,
      pack,
    }
  );
}

/** What a card says of its subject on the day. */
export function cardFact(card: CardModel, words: Words): CitedFact {
  const { reference, name, native, roles, description, date, place, sources, asOf, pack, coverageTo } = card;
  const called = native ? `${name.text} (${native.text})` : name.text;
  const said = [
    ...(date ? [[words.date(date), place?.text].filter(Boolean).join(', ')] : []),
    ...(roles?.lines ?? []).map((line) => roleText(line, words)),
    ...(description ? [description.text] : []),
  ];
  return {
    reference,
    title: name.text,
    lang: name.lang,
    statement: said.length > 0 ? `${called}: ${said.join('; ')}` : called,
    date,
    sources,
    asOf,
    pack: {
      id: reference.slice(0, reference.indexOf(':')),
      title: pack.title.text,
      version: pack.version,
      coverageTo,
    },
  };
}

/** "Minister of Defense of Japan, since 1 Oct 2024". */
function roleText({ title, capacity, from, to, when, asOf }: RoleLine, words: Words): string {
  const office = capacity === 'full' ? title.text : words.t(`capacity_${capacity}`, { title: title.text });
  const dates = [
    ...(from && to ? [words.t('term', { from: words.date(from), to: words.date(to) })] : []),
    ...(from && !to ? [words.t('sinceDate', { date: words.date(from) })] : []),
    ...(to && !from ? [words.t('untilDate', { date: words.date(to) })] : []),
    ...(when === 'last-recorded' && asOf ? [words.t('lastRecorded', { date: words.date(asOf) })] : []),
  ];
  return [office, ...dates].join(', ');
}
