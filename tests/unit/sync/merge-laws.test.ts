/** The laws of merging, on entries as any history of any devices can leave them, and on replicas of several records. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictsOf, decide, type Entry, mergeEntries, tidy, winner, write } from '../../../lib/sync/entry';
import { packEntry } from '../../../lib/sync/journal';
import { entriesOf, type Kept, mergeInto, type Replica } from '../../../lib/sync/replica';

const RUNS = { numRuns: 1_000, seed: 20261126 };
const DEVICES = ['a', 'b', 'c'] as const;
const NOW = Date.UTC(2026, 10, 26);

/** What a device does to one record; `from` is the device it hears from, at that moment. */
const step = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    device: fc.nat(2),
    value: fc.nat(4),
    minutes: fc.integer({ min: -90, max: 90 }),
  }),
  fc.record({
    kind: fc.constant('delete' as const),
    device: fc.nat(2),
    value: fc.nat(4),
    minutes: fc.integer({ min: -90, max: 90 }),
  }),
  fc.record({
    kind: fc.constant('decide' as const),
    device: fc.nat(2),
    value: fc.nat(4),
    minutes: fc.integer({ min: -90, max: 90 }),
  }),
  fc.record({ kind: fc.constant('hear' as const), device: fc.nat(2), value: fc.nat(2), minutes: fc.constant(0) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Every state that any device was in: three of them may be from different times, as torn and late files are. */
function statesOf(steps: readonly Step[]): Entry[] {
  const present: (Entry | null)[] = [null, null, null];
  const states: Entry[] = [];
  for (const { kind, device, value, minutes } of steps) {
    const known = present[device] ?? null;
    const hand = { device: DEVICES[device] as string, now: NOW + minutes * 60_000 };
    const content = { deleted: kind === 'delete', value: kind === 'delete' ? null : value };
    const heard = kind === 'hear' ? (present[value] ?? null) : null;
    const next =
      kind === 'hear'
        ? known && heard
          ? tidy(mergeEntries(known, heard))
          : (known ?? heard)
        : kind === 'decide' && known
          ? decide(known, content, hand)
          : write(known, content, hand);
    present[device] = next;
    if (next) states.push(next);
  }
  return states;
}

const seenStates = fc
  .array(step, { minLength: 3, maxLength: 25 })
  .map(statesOf)
  .filter((states) => states.length > 0);
const three = fc
  .tuple(seenStates, fc.nat(), fc.nat(), fc.nat())
  .map(([states, ...picks]) => picks.map((pick) => states[pick % states.length]) as [Entry, Entry, Entry]);

/** Contexts are compared whatever the order of their fields. */
const shape = (entry: Entry) => {
  const [context, ...versions] = packEntry(entry);
  return [Object.entries(context).sort(), versions];
};

describe('merging two states of a record', () => {
  it('is commutative', () => {
    fc.assert(
      fc.property(three, ([a, b]) => {
        expect(shape(mergeEntries(a, b))).toEqual(shape(mergeEntries(b, a)));
      }),
      RUNS,
    );
  });

  it('is associative', () => {
    fc.assert(
      fc.property(three, ([a, b, c]) => {
        expect(shape(mergeEntries(mergeEntries(a, b), c))).toEqual(shape(mergeEntries(a, mergeEntries(b, c))));
      }),
      RUNS,
    );
  });

  it('is idempotent, and takes nothing from what it was given', () => {
    fc.assert(
      fc.property(three, ([a, b]) => {
        const merged = mergeEntries(a, b);
        expect(shape(mergeEntries(a, a))).toEqual(shape(a));
        expect(shape(mergeEntries(merged, b))).toEqual(shape(merged));
        expect(shape(mergeEntries(a, merged))).toEqual(shape(merged));
      }),
      RUNS,
    );
  });

  it('keeps every version that nobody has seen and replaced', () => {
    fc.assert(
      fc.property(three, ([a, b]) => {
        const merged = mergeEntries(a, b);
        for (const [own, other] of [
          [a, b],
          [b, a],
        ] as const)
          for (const version of own.versions)
            if ((other.context[version.device] ?? 0) < version.clock) expect(merged.versions).toContainEqual(version);
      }),
      RUNS,
    );
  });
});

const replicas = fc
  .array(seenStates, { minLength: 1, maxLength: 5 })
  .chain((records) =>
    fc.tuple(
      fc.constant(records),
      fc.array(fc.array(fc.option(fc.nat(), { nil: null }), { minLength: 5, maxLength: 5 }), {
        minLength: 3,
        maxLength: 3,
      }),
    ),
  )
  .map(([records, picks]) =>
    picks.map(
      (pick) =>
        new Map(
          records.flatMap((states, i) => {
            const at = pick[i];
            const entry = at === null || at === undefined ? undefined : states[at % states.length];
            return entry ? [[`notes/${i}`, { entry, since: null } satisfies Kept]] : [];
          }),
        ),
    ),
  ) as fc.Arbitrary<readonly Replica[]>;

describe('merging two replicas', () => {
  const merge = (a: Replica, b: Replica) => mergeInto(a, entriesOf(b), NOW).replica;
  it('loses no key, and invents none', () => {
    fc.assert(
      fc.property(replicas, ([a, b]) => {
        if (!a || !b) return;
        expect([...merge(a, b).keys()].sort()).toEqual([...new Set([...a.keys(), ...b.keys()])].sort());
      }),
      RUNS,
    );
  });

  it('leaves every device with the same, whoever hears what first', () => {
    fc.assert(
      fc.property(replicas, ([a, b, c]) => {
        if (!a || !b || !c) return;
        const contexts = (replica: Replica) =>
          [...replica].sort().map(([id, { entry }]) => [id, Object.entries(entry.context).sort()]);
        expect(contexts(merge(merge(a, b), c))).toEqual(contexts(merge(merge(c, a), b)));
        const winners = (replica: Replica) => [...replica].sort().map(([id, { entry }]) => [id, winner(entry)]);
        expect(winners(merge(merge(a, b), c))).toEqual(winners(merge(merge(c, a), b)));
      }),
      RUNS,
    );
  });
});

describe('a change of the reader’s', () => {
  const at = (device: string, minutes = 0) => ({ device, now: NOW + minutes * 60_000 });
  const note = (text: string) => ({ deleted: false, value: { text } });

  it('comes after all that this device has seen, whatever its clock says', () => {
    const first = write(null, note('one'), at('a', 5_000_000));
    const second = write(first, note('two'), at('b', -5_000_000));
    expect(winner(mergeEntries(first, second)).value).toEqual({ text: 'two' });
    expect(conflictsOf(mergeEntries(first, second))).toEqual([]);
  });

  it('T130: survives or not by what was known of it, whatever the clocks say (±1 day, ±10 years)', () => {
    const DAY = 86_400_000;
    const skew = fc.oneof(fc.integer({ min: -DAY, max: DAY }), fc.integer({ min: -3_650 * DAY, max: 3_650 * DAY }));
    const steps = fc.array(fc.record({ kind: fc.constantFrom('write', 'hear'), device: fc.nat(2), from: fc.nat(2) }), {
      minLength: 3,
      maxLength: 25,
    });
    /** What is left once all have heard all: the texts, in no order; what is shown, where it is the only one. */
    const endOf = (history: readonly { kind: string; device: number; from: number }[], skews: readonly number[]) => {
      const known: (Entry | null)[] = [null, null, null];
      history.forEach(({ kind, device, from }, i) => {
        const mine = known[device] ?? null;
        const theirs = known[from] ?? null;
        const hand = { device: DEVICES[device] as string, now: NOW + i * 60_000 + (skews[device] ?? 0) };
        if (kind === 'hear') known[device] = mine && theirs ? mergeEntries(mine, theirs) : (mine ?? theirs);
        // Whoever sees two and writes one text has decided.
        else if (mine && conflictsOf(mine).length > 0) known[device] = decide(mine, note(`text ${i}`), hand);
        else known[device] = write(mine, note(`text ${i}`), hand);
      });
      const all = known.filter((entry) => entry !== null);
      const merged = all.length > 0 ? all.reduce(mergeEntries) : null;
      return merged?.versions.map(({ value }) => JSON.stringify(value)).sort();
    };
    fc.assert(
      fc.property(steps, fc.tuple(skew, skew, skew), (history, skews) => {
        expect(endOf(history, skews)).toEqual(endOf(history, [0, 0, 0]));
      }),
      RUNS,
    );
  });

  it('made apart from another keeps both, and the later is shown', () => {
    const common = write(null, note('one'), at('a'));
    const merged = mergeEntries(write(common, note('here'), at('a', 1)), write(common, note('there'), at('b', 2)));
    expect(winner(merged).value).toEqual({ text: 'there' });
    expect(conflictsOf(merged).map(({ value }) => value)).toEqual([{ text: 'here' }]);
    const edited = write(merged, note('there, longer'), at('a', 3));
    expect(conflictsOf(edited)).toHaveLength(1);
    const decided = decide(edited, note('both'), at('b', 4));
    expect(conflictsOf(mergeEntries(decided, merged))).toEqual([]);
    expect(winner(mergeEntries(merged, decided)).value).toEqual({ text: 'both' });
  });

  it('that says the same as another’s is no conflict', () => {
    const merged = tidy(mergeEntries(write(null, note('x'), at('a')), write(null, note('x'), at('b'))));
    expect(merged.versions).toHaveLength(1);
  });

  it('against a deletion keeps both', () => {
    const common = write(null, note('one'), at('a'));
    const merged = mergeEntries(
      write(common, { deleted: true, value: null }, at('a', 2)),
      write(common, note('edited'), at('b', 1)),
    );
    expect(winner(merged).deleted).toBe(true);
    expect(conflictsOf(merged).map(({ value }) => value)).toEqual([{ text: 'edited' }]);
  });
});
