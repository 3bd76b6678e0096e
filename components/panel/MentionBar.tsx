import { useState } from 'preact/hooks';
import type { CastRow } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';

interface Props {
  readonly row: Pick<CastRow, 'name' | 'positions' | 'mentions'>;
  readonly words: Words;
  /** Scroll to the nth mention. */
  readonly onReveal: (index: number) => void;
}

const WIDTH = 72;
const HEIGHT = 8;
const STROKE = 2;

/** Where in the text somebody is named; each press goes on to the next mention. */
export function MentionBar({ row, words, onReveal }: Props) {
  const [next, setNext] = useState(0);
  const label = words.t('mentionsNext', { name: row.name.text, n: row.mentions });
  return (
    <button
      type="button"
      class="mention-bar"
      aria-label={label}
      title={label}
      onClick={() => {
        onReveal(next);
        setNext((next + 1) % Math.max(1, row.mentions));
      }}
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <rect class="mention-track" width={WIDTH} height={HEIGHT} rx={1} />
        {row.positions.map((at) => (
          <rect
            key={at}
            class="mention-stroke"
            x={Math.min(WIDTH - STROKE, at * WIDTH)}
            width={STROKE}
            height={HEIGHT}
          />
        ))}
      </svg>
    </button>
  );
}
