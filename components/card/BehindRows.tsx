import type { BehindRow } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { ClampedText } from '../base/ClampedText';
import { Icon } from '../base/Icon';
import { Phrase } from '../base/Phrase';
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

/** Up to three events behind this article, in order of time. */
export function BehindRows({ rows, words }: Props) {
  return (
    <section>
      <h2>{words.t('behind')}</h2>
      <ul class="dated-rows">
        {rows.map((row) => (
          <li key={row.event}>
            <time class="dates">{words.date(firstDay(row.date))}</time>
            <div>
              <ClampedText text={row.title.text} words={words}>
                {row.status !== 'held' && <Icon name="ring" class="inline-icon" />}
                <TiedTitle row={row} words={words} />
              </ClampedText>
              {row.doubt && <p class="doubt">{words.t('dateNotConfirmed')}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Previous visit: Nakatani and Han Min-koo hold talks in Seoul". */
function TiedTitle({ row, words }: { readonly row: BehindRow; readonly words: Words }) {
  const title = <Text value={row.title} class="name" />;
  if (!row.tie) return title;
  const tie = <span class="tie">{words.t(TIES[row.tie])}</span>;
  return <Phrase words={words} name="tied" parts={{ tie, title }} />;
}
