import { describe, expect, it } from 'vitest';
import type { PackId } from '../../../lib/model/ids';
import { describePacks, type StoredPacks } from '../../../lib/services/describe-packs';
import type { ImportJob, Job, JobState } from '../../../lib/services/jobs';
import { type CheckState, type Subscription, unchecked } from '../../../lib/services/subscriptions/subscription';
import { aHeader } from '../../support/build-facts';
import { anInstalledPack } from '../../support/install-ports';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 9, 6, 15);
const URL = 'https://packs.example.org/b.jsonl';
const options = { now: NOW, lang: 'ja' } as const;

const subscription: Subscription = { url: URL, pack: 'b' as PackId, addedAt: '2026-10-01', isPrivate: false };
const changes = {
  changed: 1,
  added: 2,
  withdrawn: 0,
  removed: 0,
  ids: { changed: [], added: [], withdrawn: [], removed: [] },
};
const checked: CheckState = {
  ...unchecked(URL),
  checkedAt: NOW - HOUR,
  nextAt: NOW + 23 * HOUR,
  outcome: { kind: 'unchanged' },
};

const stored = (change: Partial<StoredPacks>): StoredPacks => ({
  current: null,
  jobs: [],
  subscriptions: [],
  checks: [],
  usedBytes: 7,
  ...change,
});
const withPacks = (...packs: readonly ReturnType<typeof anInstalledPack>[]): Partial<StoredPacks> => ({
  current: { packs, fingerprint: 'f' },
});

describe('a pack', () => {
  it('is told by whom, from where and how old, in the reader’s language', () => {
    const header = aHeader({ id: 'b' as PackId, title: { en: 'Harbors', ja: '港' }, publisher: 'Wikipedia' });
    const pack = anInstalledPack('g', 'b', { header, origin: { kind: 'url', url: URL } });
    expect(describePacks(stored(withPacks(pack)), options).packs).toMatchObject([
      {
        title: { text: '港', lang: 'ja' },
        publisher: 'Wikipedia',
        origin: { kind: 'url', url: URL, host: 'packs.example.org' },
        installedAgo: 3 * HOUR,
        subscription: null,
        offer: null,
      },
    ]);
  });

  it('that the reader has removed is not there any more', () => {
    const current = { packs: [anInstalledPack('g', 'b')], fingerprint: 'f', removed: ['b' as PackId] };
    expect(describePacks(stored({ current }), options).packs).toEqual([]);
  });

  it('that was installed in the future is new: clocks are set back', () => {
    const pack = anInstalledPack('g', 'b', { installedAt: '2028-01-01T00:00:00.000Z' });
    expect(describePacks(stored(withPacks(pack)), options).packs[0]?.installedAgo).toBe(0);
  });

  it.each([
    ['a file', { kind: 'file', name: 'b.jsonl' }, true],
    ['the extension', { kind: 'bundled' }, false],
  ] as const)('from %s that names an address', (_, origin, isOffered) => {
    const header = aHeader({ id: 'b' as PackId, updateUrl: URL });
    const [pack] = describePacks(stored(withPacks(anInstalledPack('g', 'b', { header, origin }))), options).packs;
    expect(pack?.offer).toEqual(isOffered ? { url: URL, host: 'packs.example.org' } : null);
  });

  it('that is kept up to date says when, and what the last update did', () => {
    const checks = [{ ...checked, update: { at: NOW - 2 * HOUR, changes } }];
    const [pack] = describePacks(
      stored({ ...withPacks(anInstalledPack('g', 'b')), subscriptions: [subscription], checks }),
      options,
    ).packs;
    expect(pack?.subscription).toMatchObject({ checkedAgo: HOUR, nextIn: 23 * HOUR, mayCheckIn: 0, problem: null });
    expect(pack?.lastUpdate).toEqual({ changes, ago: 2 * HOUR });
  });

  it.each<[what: string, change: Partial<CheckState>, shown: object]>([
    ['a refusal', { outcome: { kind: 'refused', reason: 'media-type' } }, { problem: 'media_type', status: null }],
    ['a status', { outcome: { kind: 'failed', reason: 'status', status: 404 } }, { problem: 'status', status: 404 }],
    ['a running check', { running: { at: NOW - 5_000, bytes: 3, total: 9 } }, { running: { bytes: 3, total: 9 } }],
    ['one that a browser left', { running: { at: NOW - 120_000, bytes: 3, total: 9 } }, { running: null }],
    ['four requests', { attempts: [1, 2, 3, 4].map((hours) => NOW - hours * HOUR) }, { mayCheckIn: 23 * HOUR }],
  ])('with %s says so', (_, change, shown) => {
    const { orphans } = describePacks(
      stored({ subscriptions: [subscription], checks: [{ ...checked, ...change }] }),
      options,
    );
    expect(orphans).toMatchObject([{ pack: 'b', subscription: shown }]);
  });
});

describe('a job', () => {
  const job = (state: JobState, rest: Partial<ImportJob> = {}): Job => ({
    id: '1',
    order: 1,
    kind: 'import',
    origin: { kind: 'file', name: 'b.jsonl' },
    bytes: 9,
    queuedAt: '2026-10-06T12:00:00.000Z',
    state,
    ...rest,
  });
  const describeJob = (given: Job) => describePacks(stored({ jobs: [given] }), options).jobs[0];

  it('is called after its file until its header is read', () => {
    expect(describeJob(job({ kind: 'waiting' }))?.name.text).toBe('b.jsonl');
    expect(describeJob(job({ kind: 'waiting' }, { origin: { kind: 'url', url: URL } }))?.name.text).toBe(
      'packs.example.org',
    );
    expect(describeJob(job({ kind: 'waiting' }, { pack: aHeader({ title: { ja: '港' } }) }))?.name.text).toBe('港');
  });

  it.each<[state: JobState, shown: object]>([
    [
      { kind: 'failed', reason: 'no-space', detail: 'x' },
      { kind: 'failed', reason: 'no_space' },
    ],
    [
      { kind: 'refused', reason: 'older', problems: [], count: 0 },
      { kind: 'refused', reason: 'older' },
    ],
    [
      { kind: 'done', changes },
      { kind: 'done', same: false, changes },
    ],
    [
      { kind: 'done', same: true },
      { kind: 'done', same: true, changes: null },
    ],
    [
      { kind: 'held', judgement: { verdict: 'held', removed: 3, before: 9, changedLinks: 1 }, changes },
      { kind: 'held', removed: 3, before: 9, changedLinks: 1, changes },
    ],
  ])('shows %o', (state, shown) => {
    expect(describeJob(job(state))?.state).toMatchObject(shown);
  });
});
