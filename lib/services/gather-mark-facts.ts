/** The few records by which it is decided what is marked: an answer to a page waits for no others. */
import { ownEventsOf } from '../briefing/article-context';
import { eventOf, type Facts, from } from '../briefing/facts';
import type { Reference } from '../model/ids';
import type { PackRecord } from '../model/pack';
import { headerIn, type Knowledge } from './knowledge';

export interface MarkFacts extends Pick<Facts, 'record' | 'header'> {
  /** As an article's context has them. */
  readonly ownEvents: readonly Reference[];
}

/** Of what an article names, and of the events of its day in which any of these took part. `day`: a day number. */
export async function gatherMarkFacts(
  { directory: openDirectory, referencesOf, headers, get }: Omit<Knowledge, 'index'>,
  named: ReadonlySet<Reference>,
  day: number,
): Promise<MarkFacts> {
  const [directory, ofNamed] = await Promise.all([openDirectory(), get([...named])]);
  const records = new Map<Reference, PackRecord>(ofNamed);
  const record = (reference: Reference) => records.get(reference);
  const load = async (wanted: Iterable<Reference>): Promise<void> => {
    const missing = [...new Set(wanted)].filter((reference) => !records.has(reference));
    if (missing.length > 0) for (const [reference, found] of await get(missing)) records.set(reference, found);
  };

  const ofDay = (event: number): boolean => {
    const [first, last] = directory.eventDays(event);
    return first <= day && day <= last;
  };
  const targets = new Map(
    Array.from(named, (reference) => [reference, [...directory.events(directory.targetOf(reference))].filter(ofDay)]),
  );
  const events = await referencesOf(new Set([...targets.values()].flat()));
  await load(events.values());
  await load(
    [...events.values()].flatMap((event) =>
      (eventOf({ record }, event)?.participants ?? []).map(({ entity }) => from(event, entity)),
    ),
  );
  return {
    record,
    header: headerIn(headers),
    ownEvents: ownEventsOf(
      {
        record,
        eventsOf: (reference) => (targets.get(reference) ?? []).flatMap((event) => events.get(event) ?? []),
      },
      named,
      day,
    ),
  };
}
