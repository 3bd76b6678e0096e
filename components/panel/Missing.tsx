import { missingText } from '../../lib/briefing/missing-text';
import type { ClaimModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';

interface Props {
  readonly missing: NonNullable<ClaimModel['missing']>;
  readonly words: Words;
}

/** Why the record does not reach: always with what is missing. */
export const Missing = ({ missing, words }: Props) => <p class="quiet dates">{missingText(missing, words)}</p>;
