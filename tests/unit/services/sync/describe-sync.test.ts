/** What the options show of synchronisation. */
import { describe, expect, it } from 'vitest';
import { deviceLabel } from '../../../../lib/platform/device-label';
import { describeConflicts, describeFolder, describeStates } from '../../../../lib/services/sync/describe-sync';
import { type FolderState, NEW_FOLDER, type Peer } from '../../../../lib/services/sync/folder-state';
import { type Content, mergeEntries, write } from '../../../../lib/sync/entry';

const NOW = Date.UTC(2026, 10, 26);
const MINUTE = 60_000;
const ACCOUNT = { url: 'https://cloud.example.org:8443/dav/', user: 'mira' };
const peer = (label: string, problem: Peer['problem'] = null): Peer => ({
  label,
  sequence: 1,
  hash: null,
  etag: null,
  readAt: 0,
  since: 0,
  askedAt: 0,
  problem,
});
const live = (value: unknown): Content => ({ deleted: false, value });

describe('a folder', () => {
  it.each([
    ['that was never synchronised', {}, { syncedAgo: null, nextIn: 0, problem: null }],
    ['that was, three minutes ago', { syncedAt: NOW - 3 * MINUTE }, { syncedAgo: 3 * MINUTE, nextIn: 12 * MINUTE }],
    ['whose server is busy', { problem: 'busy', notBefore: NOW + MINUTE }, { problem: 'busy', nextIn: MINUTE }],
    ['whose password is wrong', { problem: 'password', status: 401 }, { problem: 'password', nextIn: null }],
    ['that waits for the reader', { held: { kind: 'empty' } }, { held: { kind: 'empty' }, nextIn: null }],
  ] satisfies [string, Partial<FolderState>, object][])('%s', (_, state, shown) => {
    expect(describeFolder(ACCOUNT, { ...NEW_FOLDER, ...state }, NOW)).toMatchObject({
      host: 'cloud.example.org:8443',
      user: 'mira',
      ...shown,
    });
  });

  it.each([
    [null, null],
    ['newer', 'newer'],
    ['put-back', 'put_back'],
    ['cut', 'unreadable'],
    ['sealed', 'unreadable'],
    ['damaged', 'unreadable'],
  ] as const)('says of a device whose file is %s: %s', (problem, shown) => {
    const { devices } = describeFolder(ACCOUNT, { ...NEW_FOLDER, peers: { b: peer('Edge', problem) } }, NOW);
    expect(devices).toEqual([{ label: 'Edge', problem: shown }]);
  });
});

describe('records', () => {
  it.each([
    ['settings/set:marks', live('all'), { kind: 'settings', name: 'set:marks', text: 'all' }],
    ['settings/set:hoverDelayMs', live(500), { text: '500' }],
    ['notes/a b/c', live({ text: 'Ask.', day: 1 }), { kind: 'notes', name: 'a b/c', text: 'Ask.' }],
    ['pins/p', live({ label: { text: 'Nakatani', lang: 'en' } }), { text: 'Nakatani' }],
    ['subscriptions/https://x.example/', live({ url: 'https://x.example/' }), { text: 'https://x.example/' }],
    ['notes/n', live({ text: 'x'.repeat(500) }), { text: `${'x'.repeat(120)}…` }],
    ['notes/n', live({ odd: true }), { text: '' }],
    ['notes/n', { deleted: true, value: null }, { isDeleted: true, text: '' }],
  ])('%s', (id, before, shown) => {
    const [state] = describeStates([{ at: NOW - MINUTE, changes: [{ id, before, after: live('x') }] }], NOW);
    expect(state).toMatchObject({ at: NOW - MINUTE, ago: MINUTE, count: 1, changes: [shown] });
  });
});

it('conflicts name who made what, the shown one first', () => {
  const common = write(null, live({ text: 'one' }), { device: 'a', now: NOW - 9 * MINUTE });
  const entry = mergeEntries(
    write(common, live({ text: 'here' }), { device: 'a', now: NOW - 5 * MINUTE }),
    write(common, live({ text: 'there' }), { device: 'b', now: NOW - 2 * MINUTE }),
  );
  const rows = [
    ['notes/n', { entry, since: NOW }],
    ['notes/calm', { entry: common, since: null }],
  ] as const;
  const conflicts = describeConflicts(rows, { ...NEW_FOLDER, peers: { b: peer('Firefox, Linux') } });
  expect(conflicts).toMatchObject([
    {
      id: 'notes/n',
      versions: [
        { text: 'there', device: 'Firefox, Linux' },
        { text: 'here', device: null },
      ],
    },
  ]);
});

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox, Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0',
    'Edge, Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    'Chrome, macOS',
  ],
  ['something else', 'Browser'],
])('a browser that says %s is called %s', (userAgent, label) => {
  expect(deviceLabel(userAgent)).toBe(label);
});
