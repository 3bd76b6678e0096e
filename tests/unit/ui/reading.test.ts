/** How the reader reads an article: what opens where, and what returns. */
import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../../lib/briefing/timeline-filter';
import { FRESH, readAsOf, setFilter, toggleSince } from '../../../lib/ui/reading';
import { ref } from '../../support/build-facts';

const visits = ref('timeline/visits');
const talks = ref('timeline/talks');

describe('a reading', () => {
  it('opens and closes the later events of each timeline by itself', () => {
    const both = toggleSince(toggleSince(FRESH, visits), talks);
    expect(both.since).toEqual([visits, talks]);
    expect(toggleSince(both, visits).since).toEqual([talks]);
  });

  it('opens nothing of another day by what is open as of the article’s, nor the reverse', () => {
    const moved = readAsOf(toggleSince(FRESH, visits), '2015-10-20');
    expect(moved).toMatchObject({ readAs: '2015-10-20', since: [visits], sinceMoved: [] });
    const opened = readAsOf(toggleSince(moved, talks), '2011-01-10');
    expect(opened).toMatchObject({ since: [visits], sinceMoved: [talks] });
    expect(readAsOf(opened, null)).toEqual({ ...FRESH, since: [visits] });
  });

  it('keeps a filter for each timeline until it is cleared', () => {
    const filter = { ...NO_FILTER, fromYear: 2015 };
    const narrowed = setFilter(setFilter(FRESH, visits, filter), talks, { ...NO_FILTER, kind: 'visit' });
    expect(Object.keys(narrowed.filters)).toEqual([visits, talks]);
    expect(setFilter(narrowed, visits, NO_FILTER).filters).toEqual({ [talks]: { ...NO_FILTER, kind: 'visit' } });
  });

  it('is plain data', () => {
    const reading = setFilter(readAsOf(toggleSince(FRESH, visits), '2015-10-20'), talks, { ...NO_FILTER, lane: 'a>b' });
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
  });
});
