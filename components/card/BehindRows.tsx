/** Up to three events behind this article, in order of time. */
import type { BehindRow } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { Icon } from '../base/Icon';
import { Text } from '../base/Text';

interface Props {
  readonly rows: readonly BehindRow[];
  readonly words: Words;
}

const TIES = {
  'previous-visit': 'previousVisit',
  'put-off': 'putOff',
  'called-off': 'calledOff',
  announced: 'announced',
} as const;

/** The column is narrow: an event of several days is dated by its first. */
const firstDay = (date: string): string => date.split('/')[0] ?? date;

export function BehindRows({ rows, words }: Props) {
  return (
    <section class="behind">
      <h2>{words.t('behind')}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.event}>
            <time>{words.date(firstDay(row.date))}</time>
            <span>
              {row.status === 'held' ? null : <Icon name="notHeld" />}
              {row.tie ? <span class="tie">{words.t('tie', { tie: words.t(TIES[row.tie]) })} </span> : null}
              <Text value={row.title} />
              {row.doubt ? <span class="doubt"> {words.t('dateNotConfirmed')}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
