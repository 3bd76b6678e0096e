import type { CoverageModel, TimelineModel } from './view-models';
import type { Words } from './words';

/** The series' own statement of what it covers, in one line. */
export function coverageText({ coverage, asOfDay }: TimelineModel, words: Words): string {
  const first = coverage[0];
  if (!first) return '';
  if (asOfDay < first.fromDay) return words.t('recordBegins', { date: words.date(first.from) });
  const complete = coverage.find(({ completeness }: CoverageModel) => completeness === 'complete');
  if (!complete) return words.t('partialFrom', { date: words.date(first.from) });
  return words.t(complete === first ? 'completeFrom' : 'complete', { date: words.date(complete.from) });
}
