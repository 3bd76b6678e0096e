import { describe, expect, it } from 'vitest';
import type { ArticleContext } from '../../../lib/briefing/article-context';
import { daysBehind, horizonOf } from '../../../lib/briefing/horizon';
import type { PackHeader } from '../../../lib/model/pack';
import { toDay } from '../../../lib/text/edtf';

const pack = (id: string, coverageTo: string): PackHeader => ({ id, title: { en: id }, coverageTo }) as never;
const on = (year: number, month: number, day: number): ArticleContext =>
  ({ lang: 'en', asOfDay: toDay(year, month, day), asOf: { day: 'as-of' } }) as never;

describe('daysBehind', () => {
  it.each([
    ['2026-08', [2026, 8, 15], 0],
    ['2026-08', [2026, 8, 31], 0],
    ['2026-08', [2026, 9, 2], 2],
    ['2026-08-15', [2026, 8, 16], 1],
    ['2026', [2026, 12, 31], 0],
  ] as const)('of a record that ends %s on %s: %i', (end, [year, month, day], days) => {
    expect(daysBehind(end as never, toDay(year, month, day))).toBe(days);
  });
});

describe('horizonOf', () => {
  const packs = [pack('topic', '2026-10-06'), pack('world', '2026-08'), pack('old', '2024')];

  it('is the end of the pack that reaches furthest, whatever the precision', () => {
    expect(horizonOf([pack('a', '2026-08-15'), pack('b', '2026-08')], on(2026, 8, 1)).coverageTo).toBe('2026-08');
    expect(horizonOf([pack('a', '2026-08'), pack('b', '2026-09-01')], on(2026, 8, 1)).coverageTo).toBe('2026-09-01');
  });

  it('names the packs that do not reach the article while another does', () => {
    expect(horizonOf(packs, on(2026, 9, 10))).toEqual({
      coverageTo: '2026-10-06',
      daysBehind: 0,
      ended: [
        { title: { text: 'world', lang: 'en' }, coverageTo: '2026-08' },
        { title: { text: 'old', lang: 'en' }, coverageTo: '2024' },
      ],
    });
    expect(horizonOf(packs, on(2023, 1, 1)).ended).toEqual([]);
  });

  it('says once that all are behind', () => {
    expect(horizonOf(packs, on(2026, 10, 8))).toEqual({ coverageTo: '2026-10-06', daysBehind: 2, ended: [] });
  });

  it('of no pack is the day of the article', () => {
    expect(horizonOf([], on(2026, 9, 10))).toEqual({ coverageTo: 'as-of', daysBehind: 0, ended: [] });
  });
});
