/** What a device knows over time: what is forgotten, what is held, what can be taken back (T114, T128, T136). */
import { describe, expect, it } from 'vitest';
import { judgeDeletions } from '../../../lib/sync/brake';
import { nextClock, wallTimeOf } from '../../../lib/sync/clock';
import { type Content, conflictsOf, type Entry, winner, write } from '../../../lib/sync/entry';
import { contentsBefore, MAX_STATES, visibleChanges, withState } from '../../../lib/sync/history';
import {
  entriesOf,
  forgottenByOthers,
  hasForeignChanges,
  type Kept,
  keep,
  mergeInto,
  type Replica,
  wasAwayTooLong,
  withoutOld,
} from '../../../lib/sync/replica';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 26);
const at = (device: string, days = 0) => ({ device, now: NOW + days * DAY });
const text = (value: string): Content => ({ deleted: false, value });
const DELETED: Content = { deleted: true, value: null };
const replica = (entries: Readonly<Record<string, Entry>>, now = NOW): Replica =>
  new Map(Object.entries(entries).map(([id, entry]) => [id, keep(undefined, entry, now)]));
const many = (count: number, entry: (i: number) => Entry): Replica =>
  replica(Object.fromEntries(Array.from({ length: count }, (_, i) => [`notes/${i}`, entry(i)])));

describe('clocks', () => {
  it.each([
    ['behind by ten years', -3_650],
    ['ahead by ten years', 3_650],
    ['ahead by a day', 1],
  ])('%s: what is made later with knowledge of the earlier is later', (_, days) => {
    const first = nextClock(0, NOW + days * DAY);
    expect(nextClock(first, NOW)).toBeGreaterThan(first);
    expect(nextClock(first, 0)).toBeGreaterThan(first);
  });

  it('tell the time where they can', () => {
    expect(wallTimeOf(nextClock(5, NOW))).toBe(NOW);
  });
});

describe('a deletion', () => {
  const known = write(null, text('one'), at('a', -400));
  const deleted = write(known, DELETED, at('a'));

  it('arrives as one, and is remembered for 180 days', () => {
    const there = mergeInto(replica({ 'notes/1': known }), new Map([['notes/1', deleted]]), NOW).replica;
    expect(winner((there.get('notes/1') as Kept).entry).deleted).toBe(true);
    expect(withoutOld(there, NOW + 179 * DAY).size).toBe(1);
    expect(withoutOld(there, NOW + 181 * DAY).size).toBe(0);
  });

  it('made with a clock ten years behind is remembered as long', () => {
    const odd = write(known, DELETED, at('b', -3_650));
    const there = mergeInto(replica({ 'notes/1': known }), new Map([['notes/1', odd]]), NOW).replica;
    expect(withoutOld(there, NOW + 179 * DAY).size).toBe(1);
  });

  it('that everybody has forgotten does not come back from one who has not', () => {
    const offered = new Map([['notes/1', deleted]]);
    expect(mergeInto(new Map(), offered, NOW).replica.size).toBe(1);
    expect(mergeInto(new Map(), offered, NOW + 200 * DAY).replica.size).toBe(0);
  });

  it('that a device has missed for too long reaches it when it is back', () => {
    const back = replica({ 'notes/1': known, 'notes/2': write(null, text('new'), at('a', 250)) });
    expect(wasAwayTooLong(NOW, NOW + 100 * DAY)).toBe(false);
    expect(wasAwayTooLong(NOW, NOW + 200 * DAY)).toBe(true);
    expect(forgottenByOthers(back, [new Map()], NOW)).toEqual(['notes/1']);
    expect(forgottenByOthers(back, [], NOW)).toEqual([]);
    expect(forgottenByOthers(back, [new Map([['notes/1', known]])], NOW)).toEqual([]);
  });
});

describe('a conflict', () => {
  const common = write(null, text('one'), at('a', -2));
  const here = write(common, text('here'), at('a', -1));
  const there = write(common, text('there'), at('b'));
  const both = mergeInto(replica({ 'notes/1': here }), new Map([['notes/1', there]]), NOW).replica;

  it('shows the later, and keeps the other for 30 days', () => {
    const { entry } = both.get('notes/1') as Kept;
    expect(winner(entry).value).toBe('there');
    const later = (days: number) => conflictsOf((withoutOld(both, NOW + days * DAY).get('notes/1') as Kept).entry);
    expect(later(29).map(({ value }) => value)).toEqual(['here']);
    expect(later(31)).toEqual([]);
  });

  it('that is over on one device is over on the others', () => {
    const over = withoutOld(both, NOW + 31 * DAY);
    const told = mergeInto(both, entriesOf(over), NOW + 31 * DAY).replica;
    expect(conflictsOf((told.get('notes/1') as Kept).entry)).toEqual([]);
    expect(winner((told.get('notes/1') as Kept).entry).value).toBe('there');
  });

  it('counts its days from when it was met, not from when the change was made', () => {
    const old = write(null, text('made last year'), at('a', -365));
    const met = mergeInto(
      replica({ 'notes/1': old }),
      new Map([['notes/1', write(null, text('now'), at('b'))]]),
      NOW,
    ).replica;
    expect(conflictsOf((withoutOld(met, NOW + DAY).get('notes/1') as Kept).entry)).toHaveLength(1);
  });
});

describe('the brake', () => {
  const deletedFrom = (before: Replica, count: number): Replica =>
    new Map(
      [...before].map(([id, { entry }], i) => [
        id,
        { entry: i < count ? write(entry, DELETED, at('b')) : entry, since: null },
      ]),
    );
  const note = (i: number) => write(null, text(`note ${i}`), at('a'));

  it.each([
    [4, 1, false],
    [4, 4, false],
    [5, 5, true],
    [100, 20, false],
    [100, 21, true],
    [1_000, 100, false],
    [1_000, 101, true],
  ])('of %i records, %i deleted: held is %s', (live, count, isHeld) => {
    const before = many(live, note);
    const judged = judgeDeletions(before, deletedFrom(before, count));
    expect({ live: judged.live, count: judged.ids.length, isHeld: judged.isHeld }).toEqual({ live, count, isHeld });
  });

  it('counts nothing that was gone already', () => {
    const gone = many(50, (i) => write(note(i), DELETED, at('a')));
    expect(judgeDeletions(gone, new Map()).ids).toEqual([]);
  });
});

describe('the last states', () => {
  it('say what the reader had, the latest first, and are ten', () => {
    const before = replica({ 'notes/1': write(null, text('a'), at('a')) });
    const after = replica({
      'notes/1': write(null, text('b'), at('b', 1)),
      'notes/2': write(null, text('c'), at('b')),
    });
    const changes = visibleChanges(before, after, ['notes/1', 'notes/2']);
    expect(contentsBefore([{ at: NOW, changes }], 0)).toEqual(
      new Map([
        ['notes/1', text('a')],
        ['notes/2', DELETED],
      ]),
    );
    let states = withState([], { at: 0, changes });
    for (let i = 1; i < 15; i++) states = withState(states, { at: i, changes });
    expect(states.map(({ at: when }) => when)).toEqual(Array.from({ length: MAX_STATES }, (_, i) => 14 - i));
    expect(withState(states, { at: 99, changes: [] })).toBe(states);
  });

  it('go back over several at once, to the oldest content', () => {
    const step = (at_: number, from: string, to: string) => ({
      at: at_,
      changes: [{ id: 'notes/1', before: text(from), after: text(to) }],
    });
    const states = [step(3, 'c', 'd'), step(2, 'b', 'c'), step(1, 'a', 'b')];
    expect(contentsBefore(states, 1).get('notes/1')).toEqual(text('b'));
    expect(contentsBefore(states, 2).get('notes/1')).toEqual(text('a'));
  });
});

describe('changes in this device’s own name', () => {
  it('that it has not made are noticed', () => {
    const own = replica({ 'notes/1': write(null, text('x'), at('a')) });
    const copy = write((own.get('notes/1') as Kept).entry, text('y'), at('a', 1));
    expect(hasForeignChanges(own, entriesOf(own), 'a', NOW)).toBe(false);
    expect(hasForeignChanges(own, new Map([['notes/1', copy]]), 'a', NOW)).toBe(true);
    expect(hasForeignChanges(new Map(), new Map([['notes/9', copy]]), 'a', NOW)).toBe(true);
  });
});
