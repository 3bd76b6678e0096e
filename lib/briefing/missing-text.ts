import type { ClaimModel } from './view-models';
import type { Words } from './words';

/** Why the record does not reach, in a sentence: always what is missing. */
export function missingText(missing: NonNullable<ClaimModel['missing']>, words: Words): string {
  switch (missing.what) {
    case 'series':
      return words.t('missingSeries');
    case 'previous':
      return words.t('missingPrevious');
    case 'comparison': {
      const names = missing.with.map(({ text }) => text);
      return names.length === 0
        ? words.t('missingSeries')
        : words.t('missingComparison', { names: new Intl.ListFormat(words.lang).format(names) });
    }
    case 'coverage': {
      const to = words.date(missing.to);
      return missing.from === null
        ? words.t('missingBefore', { to })
        : words.t('missingCoverage', { from: words.date(missing.from), to });
    }
  }
}
