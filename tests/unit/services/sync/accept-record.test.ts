/** T135: what another device's records can never do, and what the address of a folder may be. */
import { describe, expect, it } from 'vitest';
import { acceptsRecord } from '../../../../lib/services/sync/accept-record';
import { folderAddress } from '../../../../lib/services/sync/folder-address';
import { createReplicaKeeper } from '../../../../lib/services/sync/keep-replica';
import { isKept } from '../../../../lib/settings/schema';
import { type Entry, write } from '../../../../lib/sync/entry';
import { createMemoryRecords, createMemoryStore } from '../../../support/sync/memory-sync';

const URL = 'https://packs.example.org/a.jsonl.gz';
const subscription = { url: URL, pack: null, addedAt: '2026-11-26T00:00:00Z', isPrivate: false };
const live = (value: unknown) => ({ deleted: false, value });

describe('a subscription', () => {
  it.each([
    ['as we write it', `subscriptions/${URL}`, subscription, true],
    ['with fields of a later version', `subscriptions/${URL}`, { ...subscription, later: 1 }, true],
    [
      'of an address without encryption',
      'subscriptions/http://a.example/x',
      { ...subscription, url: 'http://a.example/x' },
      false,
    ],
    [
      'of the reader’s own network',
      'subscriptions/https://192.168.1.1/x',
      { ...subscription, url: 'https://192.168.1.1/x' },
      false,
    ],
    ['under another address', 'subscriptions/https://other.example/x', subscription, false],
    ['that is a word', `subscriptions/${URL}`, 'on', false],
    ['that is nothing', `subscriptions/${URL}`, null, false],
  ])('%s', (_, id, value, isAccepted) => {
    expect(acceptsRecord(id, live(value))).toBe(isAccepted);
  });
});

it.each([
  ['a note', 'notes/n1', { text: 'x' }, true],
  ['a note of a megabyte', 'notes/n1', { text: 'x'.repeat(1_000_000) }, false],
  ['a note that is a number', 'notes/n1', 7, false],
])('%s', (_, id, value, isAccepted) => {
  expect(acceptsRecord(id, live(value))).toBe(isAccepted);
});

it('what is not accepted is neither shown nor taken for the reader’s wish, and travels on', async () => {
  const store = createMemoryStore('a');
  const local = { ...createMemoryRecords(['notes']), accepts: acceptsRecord };
  const keeper = createReplicaKeeper({ store, local, now: () => Date.UTC(2026, 10, 26) });
  local.records.set('notes/n1', live({ text: 'mine' }));
  await keeper.take(new Map());
  const own = store.state.rows.get('notes/n1')?.entry as Entry;
  const odd = write(own, live(['of', 'a', 'later', 'version']), { device: 'b', now: Date.UTC(2026, 10, 27) });
  const strange = write(odd, live(7), { device: 'b', now: Date.UTC(2026, 10, 28) });
  for (let i = 0; i < 3; i++) await keeper.take(new Map([['notes/n1', strange]]));
  expect(local.records.get('notes/n1')).toEqual(live({ text: 'mine' }));
  const { replica } = await keeper.take(new Map());
  expect(replica.get('notes/n1')?.entry).toEqual(strange);
  // The reader goes on: both stay.
  local.records.set('notes/n1', live({ text: 'changed' }));
  const { replica: after } = await keeper.take(new Map());
  expect(after.get('notes/n1')?.entry.versions.map(({ value }) => value)).toEqual([{ text: 'changed' }, 7]);
});

it.each(['consent:look-ups', 'install', 'settings-share', 'device:browserSync', 'settings-version', '__proto__'])(
  'the storage key %s is never another device’s to write',
  (key) => {
    expect(isKept(key)).toBe(false);
  },
);

describe('the address of a folder', () => {
  it.each([
    ['https://cloud.example.org/dav', 'https://cloud.example.org/dav/'],
    [' https://nas.example:5006/a b/ ', 'https://nas.example:5006/a%20b/'],
    ['http://localhost:8080/', 'http://localhost:8080/'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['http://192.168.1.5/dav', null],
    ['http://localhost.example.org/', null],
    ['https://user:secret@cloud.example.org/', null],
    ['https://cloud.example.org/?share=1', null],
    ['https://cloud.example.org/#x', null],
    ['ftp://cloud.example.org/', null],
    ['cloud.example.org', null],
    ['', null],
  ])('%s', (typed, address) => {
    expect(folderAddress(typed)).toBe(address);
  });
});
