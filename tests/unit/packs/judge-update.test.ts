import { describe, expect, it } from 'vitest';
import type { PackDiff } from '../../../lib/packs/diff-packs';
import { compareVersions, judgeUpdate } from '../../../lib/packs/judge-update';

const ids = (count: number) => Array.from({ length: count }, (_, i) => `person/p-${i}` as never);
const aDiff = (diff: Partial<PackDiff> = {}): PackDiff => ({
  header: [],
  changed: [],
  added: [],
  withdrawn: [],
  removed: [],
  same: 100,
  ...diff,
});
const installed = { id: 'world', version: '2026.10.6', sha256: 'a' };
const offered = { id: 'world', version: '2026.10.12', sha256: 'b' };
const verdictOf = (change: Partial<typeof offered>, diff: Partial<PackDiff> = {}) =>
  judgeUpdate(installed, { ...offered, ...change }, aDiff(diff)).verdict;
const links = (count: number, field: string) =>
  ids(count).map((id) => ({ id, fields: [{ field, before: 'https://a.example', after: 'https://b.example' }] }));

describe('judgeUpdate', () => {
  it.each<readonly [name: string, verdict: string, change: Partial<typeof offered>, diff: Partial<PackDiff>]>([
    ['a newer version', 'taken', {}, {}],
    ['a fifth removed', 'taken', {}, { same: 80, removed: ids(20) }],
    ['more than a fifth removed', 'held', {}, { same: 79, removed: ids(21) }],
    ['nine tenths withdrawn', 'held', {}, { same: 10, withdrawn: ids(90).map((id) => ({ id, reason: '', date: '' })) }],
    ['a thousand links changed', 'taken', {}, { changed: links(1_000, 'url') }],
    ['more links changed', 'held', {}, { changed: links(1_001, 'url') }],
    ['identities changed', 'held', {}, { changed: links(1_001, 'sameAs.0') }],
    ['other fields changed', 'taken', {}, { changed: links(5_000, 'title.en') }],
    ['the same bytes under a newer number', 'same', { sha256: 'a' }, {}],
    ['an older version', 'refused', { version: '2026.9.30' }, {}],
    ['other bytes under the same number', 'taken', { version: '2026.10.6' }, {}],
    ['another pack', 'refused', { id: 'evil' }, {}],
  ])('of %s is "%s"', (_, verdict, change, diff) => {
    expect(verdictOf(change, diff)).toBe(verdict);
  });

  it('says how much a held update takes away', () => {
    expect(judgeUpdate(installed, offered, aDiff({ same: 1, removed: ids(9) }))).toEqual({
      verdict: 'held',
      removed: 9,
      changedLinks: 0,
    });
  });
});

describe('compareVersions', () => {
  it.each([
    ['2026.10.6', '2026.10.12', -1],
    ['2', '1.9', 1],
    ['1', '1.0.0', 0],
  ])('of %s and %s is %i', (a, b, order) => {
    expect(compareVersions(a, b)).toBe(order);
  });
});
