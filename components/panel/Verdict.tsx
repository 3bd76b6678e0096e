import type { ClaimModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';

interface Props {
  readonly verdict: NonNullable<ClaimModel['verdict']>;
  readonly words: Words;
}

/** Words with a shape, in the colour of text: a verdict on our record, not on the article. */
const SHAPES = { fits: '●', earlier: '◐', 'out-of-reach': '○' } as const;
const KEYS = { fits: 'fits', earlier: 'earlierOne', 'out-of-reach': 'noReach' } as const;

export function Verdict({ verdict, words }: Props) {
  return (
    <span class="verdict">
      <span aria-hidden="true">{SHAPES[verdict]}</span> {words.t(KEYS[verdict])}
    </span>
  );
}
