/** What the series behind a timeline claim to know, as one line of stretches. */
import type { Coverage, EdtfText } from '../model/pack';
import { type Day, dayToIso, parseEdtf } from '../text/edtf';
import type { CoverageModel } from './view-models';

const WORST = { complete: 0, gaps: 1, sample: 2 } as const;

interface Stretch {
  readonly first: Day;
  readonly last: Day;
  readonly from: EdtfText;
  readonly completeness: CoverageModel['completeness'];
}

/** On every day the weaker of what is claimed for it; a stretch that begins after the as-of day is left out. */
export function mergeCoverage(statements: readonly Coverage[], asOfDay: Day): CoverageModel[] {
  const stretches = statements.flatMap(({ from, to, completeness }): Stretch[] => {
    const first = parseEdtf(from)?.first;
    const last = parseEdtf(to)?.last;
    return first === undefined || last === undefined ? [] : [{ first, last, from, completeness }];
  });
  const edges = [...new Set(stretches.flatMap(({ first, last }) => [first, last + 1]))].sort((a, b) => a - b);
  const merged: CoverageModel[] = [];
  edges.slice(0, -1).forEach((first, i) => {
    const last = (edges[i + 1] as Day) - 1;
    const there = stretches.filter((stretch) => stretch.first <= first && last <= stretch.last);
    const weakest = there.sort((a, b) => WORST[b.completeness] - WORST[a.completeness])[0];
    if (!weakest) return;
    const { completeness } = weakest;
    const before = merged.at(-1);
    if (before?.completeness === completeness && before.toDay === first - 1) {
      merged[merged.length - 1] = { ...before, toDay: last };
    } else {
      // As the pack writes it ("1994"), where a statement begins here.
      const from = there.find((stretch) => stretch.first === first)?.from ?? dayToIso(first);
      merged.push({ fromDay: first, toDay: last, from, completeness });
    }
  });
  return merged.filter(({ fromDay }) => fromDay <= asOfDay);
}
