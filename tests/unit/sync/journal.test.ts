/** Documents of the folder: read back as they were written, or refused as a whole (T126, T135, T136). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, write } from '../../../lib/sync/entry';
import { devicesText, entriesText, journalText, readDevices, readJournal } from '../../../lib/sync/journal';

const at = (device: string) => ({ device, now: Date.UTC(2026, 10, 26) });
const note = write(
  write(null, { deleted: false, value: { text: 'one' } }, at('a')),
  { deleted: false, value: { text: 'two', later: [1] } },
  at('b'),
);
const gone = write(null, { deleted: true, value: null }, at('a'));
const ENTRIES = new Map<string, Entry>([
  ['notes/n1', note],
  ['somethingNew/x', gone],
]);
const TEXT = journalText({ device: 'a', sequence: 3 }, entriesText(ENTRIES));
const parsed = JSON.parse(TEXT) as { entries: unknown[][] };

describe('a journal', () => {
  it('is read as it was written, tables of later versions and unknown fields with it', () => {
    const read = readJournal(TEXT);
    expect(read).toEqual({ value: { device: 'a', sequence: 3, entries: ENTRIES } });
  });

  it('of equal knowledge is equal text, in whatever order it came', () => {
    const shuffled = new Map(
      [...ENTRIES].reverse().map(([id, entry]) => [id, JSON.parse(JSON.stringify(entry)) as Entry]),
    );
    expect(entriesText(shuffled)).toBe(entriesText(ENTRIES));
  });

  it.each([
    ['no JSON', 'nonsense', 'damaged'],
    ['a list', '[]', 'damaged'],
    ['nothing', 'null', 'damaged'],
    ['a later format', TEXT.replace('"format":1', '"format":2'), 'newer'],
    ['no device', TEXT.replace('"device":"a"', '"device":"a b"'), 'damaged'],
    ['half of it', TEXT.slice(0, TEXT.length / 2), 'damaged'],
    ['an inherited key in a value', TEXT.replace('"later"', '"__proto__"'), 'damaged'],
    ['a clock beyond all clocks', TEXT.replace(/"a":\d+/, '"a":9007199254740991'), 'damaged'],
    ['a negative clock', TEXT.replace(/"a":\d+/, '"a":-1'), 'damaged'],
    ['a version that its context has not seen', TEXT.replace(/"b":\d+/, '"b":1'), 'damaged'],
    ['an id without a table', TEXT.replace('notes/n1', 'n1'), 'damaged'],
    ['an entry without a version', JSON.stringify({ ...parsed, entries: [['notes/n1', { a: 1 }]] }), 'damaged'],
    ['a value nested 10,000 deep', TEXT.replace('"two"', `${'['.repeat(10_000)}${']'.repeat(10_000)}`), 'damaged'],
  ])('with %s is refused', (_, text, problem) => {
    expect(text).not.toBe(TEXT);
    expect(readJournal(text)).toEqual({ problem });
  });

  it('cut or changed anywhere is never read as another one', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length - 1), (cut) => {
        expect(readJournal(TEXT.slice(0, cut))).toEqual({ problem: 'damaged' });
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});

describe('the list of devices', () => {
  it('is read back', () => {
    const devices = [{ id: 'a', label: 'Firefox, Linux' }];
    expect(readDevices(devicesText(devices))).toEqual({ value: devices });
  });

  it.each([
    ['no list', '{"format":1,"devices":{}}'],
    ['a device without a name', '{"format":1,"devices":[{"id":"a"}]}'],
    ['a device that is none', '{"format":1,"devices":[null]}'],
    ['a thousand devices', JSON.stringify({ format: 1, devices: Array(1_000).fill({ id: 'a', label: 'x' }) })],
  ])('with %s is refused', (_, text) => {
    expect(readDevices(text)).toEqual({ problem: 'damaged' });
  });
});
