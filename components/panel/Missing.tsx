import type { ClaimModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';

interface Props {
  readonly missing: NonNullable<ClaimModel['missing']>;
  readonly words: Words;
}

/** Why the record does not reach: always with what is missing. */
export const Missing = ({ missing, words }: Props) => <p class="quiet dates">{missingText(missing, words)}</p>;

function missingText(missing: Props['missing'], words: Words): string {
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
