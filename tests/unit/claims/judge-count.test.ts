/** Counts held against a small series: what fits, what is contradicted, what is out of reach. */
import { describe, expect, it } from 'vitest';
import type { Count, Limit } from '../../../lib/claims/expression';
import { type CountQuestion, judgeCount } from '../../../lib/claims/judge-count';
import type { ClaimEvent, ClaimRecord, ClaimSeries } from '../../../lib/claims/record';
import type { Reference } from '../../../lib/model/ids';
import type { Completeness, EventStatus } from '../../../lib/model/pack';
import { parseEdtf } from '../../../lib/text/edtf';

const ref = (id: string) => `test:${id}` as Reference;
const ITO = ref('person/ito');
const day = (text: string) => parseEdtf(text)?.first as number;

function visit(date: string, fields: { status?: EventStatus; by?: Reference } = {}): ClaimEvent {
  const span = parseEdtf(date);
  if (!span) throw new Error(date);
  return {
    reference: ref(`event/${date.slice(0, 10)}`),
    date,
    span,
    kind: 'visit',
    status: fields.status ?? 'held',
    participants: [{ entity: fields.by ?? ref('person/abe'), post: null }],
    places: [],
    direction: null,
    texts: [],
    names: [],
  };
}

type Stretch = readonly [from: string, to: string, completeness: Completeness];

interface Setting {
  readonly count: { readonly ordinal?: number; readonly limit: Limit };
  readonly events?: readonly ClaimEvent[];
  readonly coverage?: readonly Stretch[];
  readonly question?: Partial<CountQuestion>;
  readonly asOf?: string;
}

const VISITS = [visit('2005-03-01'), visit('2010-06-15'), visit('2015-10-20/2015-10-22'), visit('2025-09-08')];
const COMPLETE: readonly Stretch[] = [['2000', '2026', 'complete']];

function judge({ count, events = VISITS, coverage = COMPLETE, question = {}, asOf = '2025-09-08' }: Setting) {
  const series: ClaimSeries = {
    reference: ref('series/visits'),
    title: {},
    counts: {},
    events: events.map(({ reference }) => reference),
    coverage: coverage.map(([from, to, completeness]) => ({
      first: day(from),
      last: parseEdtf(to)?.last as number,
      from,
      completeness,
    })),
  };
  const record: ClaimRecord = {
    events: new Map(events.map((event) => [event.reference, event])),
    series: [series],
    countries: [],
    officeClasses: () => [],
    entity: (reference) =>
      reference === ITO
        ? {
            reference,
            type: 'person',
            isCountry: false,
            names: [],
            label: {},
            country: null,
            offices: [{ post: null, title: {}, from: day('2024-10-01'), to: day('2025-10-21') }],
          }
        : null,
  };
  const full: Count = { ordinal: count.ordinal ?? 1, limit: count.limit };
  return judgeCount(
    {
      count: full,
      series,
      asOf: day(asOf),
      pointed: [],
      persons: new Set(),
      at: new Set(),
      isPersonal: false,
      isToCome: false,
      toldBefore: [],
      ...question,
    },
    record,
  );
}

const span = (years: number, sense: 'plain' | 'more' | 'nearly' | 'about' = 'plain', months = 0): Limit => ({
  kind: 'span',
  months: years * 12 + months,
  sense,
});
const since = (year: number): Limit => ({ kind: 'since', when: { kind: 'calendar', year } });
const YEAR: Limit = { kind: 'within', when: { kind: 'shift', unit: 'year', by: 0 } };

describe('a number of years', () => {
  it('shows the previous event and the arithmetic', () => {
    const judgement = judge({ count: { limit: span(10) } });
    expect(judgement).toMatchObject({ verdict: 'fits', missing: null });
    expect(judgement.previous?.reference).toBe(ref('event/2015-10-20'));
    expect(judgement.arithmetic).toEqual({ from: '2015-10-20', to: '2025-09-08', years: 9, months: 10 });
  });

  it.each<[string, Limit, string]>([
    ['the whole years', span(9), 'fits'],
    ['the nearest year', span(10), 'fits'],
    ['fewer years: the one looked back at is not in the record', span(8), 'out-of-reach'],
    ['more years: an earlier one is', span(12), 'earlier'],
    ['more than fewer', span(9, 'more'), 'fits'],
    ['more than more', span(10, 'more'), 'earlier'],
    ['nearly ten', span(10, 'nearly'), 'fits'],
    ['about nine', span(9, 'about'), 'fits'],
    ['nine years and ten months', span(9, 'plain', 10), 'fits'],
    ['nine years and eleven months, the nearest month', span(9, 'plain', 11), 'fits'],
    ['nine years and seven months', span(9, 'plain', 7), 'out-of-reach'],
  ])('%s', (_, limit, verdict) => expect(judge({ count: { limit } }).verdict).toBe(verdict));

  it('fits only where nothing between can be missing', () => {
    const coverage: readonly Stretch[] = [
      ['2000', '2019', 'complete'],
      ['2020', '2026', 'gaps'],
    ];
    expect(judge({ count: { limit: span(10) }, coverage })).toMatchObject({
      verdict: 'out-of-reach',
      missing: { what: 'coverage', from: '2020-01-01', to: '2025-09-08' },
    });
    expect(judge({ count: { limit: span(10) }, coverage: [] }).verdict).toBe('out-of-reach');
    // What is there contradicts all the same.
    expect(judge({ count: { limit: span(12) }, coverage }).verdict).toBe('earlier');
  });

  it('counts what was held, and nothing that was put off, announced or still to come', () => {
    const events = [
      ...VISITS,
      visit('2020-01-01', { status: 'postponed' }),
      visit('2021-01-01', { status: 'announced' }),
      visit('2026-01-01'),
    ];
    expect(judge({ count: { limit: span(10) }, events }).verdict).toBe('fits');
    const held = [...VISITS, visit('2020-01-01')];
    expect(judge({ count: { limit: span(10) }, events: held }).verdict).toBe('earlier');
  });

  it('is reckoned from the article’s day where the record has not the event itself', () => {
    const judgement = judge({ count: { limit: span(10) }, events: VISITS.slice(0, 3) });
    expect(judgement).toMatchObject({ verdict: 'fits', subject: null, arithmetic: { to: '2025-09-08' } });
  });

  it('is reckoned from the day that the sentence gives', () => {
    const pointed = [{ first: day('2015-10-01'), last: day('2015-10-31') }];
    const judgement = judge({ count: { limit: span(5) }, question: { pointed } });
    expect(judgement).toMatchObject({ verdict: 'fits', arithmetic: { from: '2010-06-15', to: '2015-10-20' } });
  });
});

describe('other limits', () => {
  it.each<[string, number, Limit, string]>([
    ['the first since the last one', 1, since(2015), 'fits'],
    ['the first since an older one', 1, since(2010), 'earlier'],
    ['the first since a year without one', 1, since(2018), 'fits'],
    ['the second since', 2, since(2011), 'fits'],
    ['the third since', 3, since(2011), 'out-of-reach'],
    ['the first this year', 1, YEAR, 'fits'],
    ['the second this year', 2, YEAR, 'out-of-reach'],
    ['the first ever', 1, { kind: 'ever' }, 'earlier'],
    ['the fourth ever, which nobody’s record can tell', 4, { kind: 'ever' }, 'out-of-reach'],
    ['the second ever, when there were more', 2, { kind: 'ever' }, 'earlier'],
    ['since what has no date', 1, { kind: 'since-event' }, 'out-of-reach'],
  ])('%s', (_, ordinal, limit, verdict) => expect(judge({ count: { ordinal, limit } }).verdict).toBe(verdict));

  it('the first in office is of that person and that office alone', () => {
    const persons = new Set([ITO]);
    const own = [...VISITS.slice(0, 3), visit('2025-09-08', { by: ITO })];
    const count = { limit: { kind: 'in-office' } as const };
    expect(judge({ count, events: own, question: { persons } }).verdict).toBe('fits');
    expect(judge({ count, events: [...own, visit('2024-12-01', { by: ITO })], question: { persons } }).verdict).toBe(
      'earlier',
    );
    expect(judge({ count, events: [...own, visit('2016-01-01', { by: ITO })], question: { persons } }).verdict).toBe(
      'fits',
    );
    expect(judge({ count, events: own }).verdict).toBe('out-of-reach');
  });
});
