/** What decides on marks is fetched alone, and says the same as all that cards are built from. */
import { describe, expect, it } from 'vitest';
import { entityOf } from '../../../lib/briefing/facts';
import type { RecordId, Reference } from '../../../lib/model/ids';
import { toReference } from '../../../lib/model/ids';
import type { PackEvent } from '../../../lib/model/pack';
import { gatherMarkFacts } from '../../../lib/services/gather-mark-facts';
import { type Day, dayToIso, parseEdtf } from '../../../lib/text/edtf';
import { anEntity, anEvent, buildKnowledge, buildScene, bundledKnowledge, ref, took } from '../../support/build-facts';

const DAY = '2025-09-08';
const dayOf = (day: string) => parseEdtf(day)?.first as Day;
const PEOPLE = ['person/ito', 'person/ahn', 'org/fleet'].map((id) => anEntity(id));
const both = took('person/ito', 'person/ahn');

const knowledge = (...events: readonly PackEvent[]) =>
  buildKnowledge([...PEOPLE, anEntity('place/japan', { placeKind: 'country' }), anEntity('person/far'), ...events]);

describe('facts for marks', () => {
  it.each<[string, PackEvent, boolean]>([
    ['of the day, two of those named', anEvent('talks', DAY, { participants: both }), true],
    ['of another day', anEvent('talks', '2025-09-07', { participants: both }), false],
    ['of the month', anEvent('talks', '2025-09', { participants: both }), false],
    ['about that day', anEvent('talks', `${DAY}~`, { participants: both }), false],
    ['two, of whom one is not named', anEvent('talks', DAY, { participants: took('person/ito', 'person/far') }), false],
    ['one alone', anEvent('talks', DAY, { participants: took('person/ito') }), true],
    ['one and a country', anEvent('talks', DAY, { participants: took('person/ito', 'place/japan') }), true],
    ['a country alone', anEvent('talks', DAY, { participants: took('place/japan') }), false],
  ])('an event %s', async (_, event, isOwn) => {
    const known = await knowledge(event);
    const named = new Set(['person/ito', 'person/ahn', 'place/japan'].map(ref));
    const { ownEvents } = await gatherMarkFacts(known, named, dayOf(DAY));
    expect(ownEvents).toEqual(isOwn ? [ref('event/talks')] : []);
    expect(ownEvents).toEqual((await buildScene(known, { day: DAY, named })).context.ownEvents);
  });

  it('knows the records of what is named, of which no pack need have one, and asks for few besides', async () => {
    const known = await knowledge(anEvent('talks', '2015-10-20', { participants: both }));
    const asked: Reference[] = [];
    const counting = {
      ...known,
      get: (references: readonly Reference[]) => {
        asked.push(...references);
        return known.get(references);
      },
    };
    const named = new Set([ref('person/ito'), ref('person/nobody')]);
    const facts = await gatherMarkFacts(counting, named, dayOf(DAY));
    expect(entityOf(facts, ref('person/ito'))?.label.en).toBe('Ito');
    expect(facts.record(ref('person/nobody'))).toBeUndefined();
    expect(facts.ownEvents).toEqual([]);
    expect(asked).toEqual([...named]);
  });

  it('finds the same own events as cards do, on every day of the flagship pack on which something happened', async () => {
    const known = await bundledKnowledge();
    const directory = await known.directory();
    const events = [...directory.eventsBetween(dayOf('2009-01-01'), dayOf('2025-12-31'))];
    const references = await known.referencesOf(events);
    const records = await known.get([...references.values()]);
    let found = 0;
    for (const [reference, record] of records) {
      const [first] = directory.eventDays(directory.targetOf(reference));
      if (record.record !== 'event' || first < dayOf('2009-01-01')) continue;
      const pack = reference.slice(0, reference.indexOf(':'));
      const named = new Set(
        record.participants.map(({ entity }) =>
          entity.includes(':') ? (entity as Reference) : toReference(pack as never, entity as RecordId),
        ),
      );
      const { ownEvents } = await gatherMarkFacts(known, named, first);
      const { context } = await buildScene(known, { day: dayToIso(first), named });
      expect(ownEvents).toEqual(context.ownEvents);
      found += ownEvents.length;
    }
    expect(found).toBeGreaterThan(50);
  });
});
