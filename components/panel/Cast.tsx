/** Who is who on the day, most salient first; a bar shows where in the text each is named, and leads there. */
import { useState } from 'preact/hooks';
import type { CastRow } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { AsOf } from '../../lib/model/article';
import type { Reference } from '../../lib/model/ids';
import { Text } from '../base/Text';

interface Props {
  readonly cast: readonly CastRow[];
  readonly asOf: AsOf;
  readonly words: Words;
  readonly onReveal: (reference: Reference, index: number) => void;
}

const FIRST_ROWS = 4;
const GROUPS = ['people', 'organisations', 'places'] as const;
const BAR_WIDTH = 72;
const STROKE = 2;

export function Cast({ cast, asOf, words, onReveal }: Props) {
  const [all, setAll] = useState(false);
  const row = (entry: CastRow) => <Row key={entry.reference} row={entry} words={words} onReveal={onReveal} />;
  return (
    <section class="cast">
      <h2>{words.t('cast', { date: words.date(asOf.day) })}</h2>
      {all ? (
        GROUPS.map((group) => {
          const rows = cast.filter((entry) => entry.group === group);
          return rows.length === 0 ? null : (
            <div key={group}>
              <h3>{words.t(`group_${group}`)}</h3>
              <ul>{rows.map(row)}</ul>
            </div>
          );
        })
      ) : (
        <ul>{cast.slice(0, FIRST_ROWS).map(row)}</ul>
      )}
      {cast.length > FIRST_ROWS ? (
        <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.t('showFewer') : words.t('showAll', { n: words.number(cast.length) })}
        </button>
      ) : null}
    </section>
  );
}

interface RowProps {
  readonly row: CastRow;
  readonly words: Words;
  readonly onReveal: (reference: Reference, index: number) => void;
}

function Row({ row, words, onReveal }: RowProps) {
  const [next, setNext] = useState(0);
  return (
    <li class="cast-row">
      <div>
        <p class="cast-name">
          <strong>
            <Text value={row.name} />
          </strong>{' '}
          {row.native ? <Text value={row.native} /> : null}
        </p>
        {row.role ? (
          <p class="cast-role">
            <Text value={row.role} />
          </p>
        ) : null}
      </div>
      <button
        type="button"
        class="bar"
        aria-label={words.t('mentionsNext', { n: row.mentions })}
        title={words.t('mentionsNext', { n: row.mentions })}
        onClick={() => {
          onReveal(row.reference, next);
          setNext((next + 1) % Math.max(1, row.mentions));
        }}
      >
        <svg width={BAR_WIDTH} height={8} viewBox={`0 0 ${BAR_WIDTH} 8`} aria-hidden="true">
          <rect class="bar-track" width={BAR_WIDTH} height={8} rx={1} />
          {row.positions.map((at) => (
            <rect
              key={at}
              class="bar-stroke"
              x={Math.min(BAR_WIDTH - STROKE, at * BAR_WIDTH)}
              width={STROKE}
              height={8}
            />
          ))}
        </svg>
      </button>
    </li>
  );
}
