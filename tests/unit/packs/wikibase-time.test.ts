import { describe, expect, it } from 'vitest';
import { toEdtf } from '../../../lib/packs/wikibase-time';

describe('toEdtf', () => {
  it.each([
    ['+2015-10-20T00:00:00Z', '11', '2015-10-20'],
    ['+2015-10-20T00:00:00Z', '14', '2015-10-20'],
    ['+2015-10-20T00:00:00Z', '10', '2015-10'],
    ['+2015-10-20T00:00:00Z', '9', '2015'],
    ['+2015-10-00T00:00:00Z', '11', '2015-10'],
    ['+2015-00-00T00:00:00Z', '11', '2015'],
    ['+2016-02-29T00:00:00Z', '11', '2016-02-29'],
  ])('reads %s at precision %s', (time, precision, date) => {
    expect(toEdtf(time, precision)).toBe(date);
  });

  it.each([
    ['a century', '+2015-10-20T00:00:00Z', '7'],
    ['year 0', '+0000-10-20T00:00:00Z', '9'],
    ['a year before 1', '-0044-03-15T00:00:00Z', '11'],
    ['a month that no calendar has', '+2015-13-01T00:00:00Z', '10'],
    ['a day that no calendar has', '+2015-02-30T00:00:00Z', '11'],
    ['a precision that is no number', '+2015-10-20T00:00:00Z', 'day'],
    ['no time', undefined, '11'],
  ])('leaves out %s', (_, time, precision) => {
    expect(toEdtf(time, precision)).toBeNull();
  });
});
