/** Who leads a country on the day, and who holds the posts that the article is about. */
import type { CardModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { AsOf } from '../../lib/model/article';
import { Text } from '../base/Text';

interface Props {
  readonly offices: NonNullable<CardModel['offices']>;
  readonly asOf: AsOf;
  readonly words: Words;
}

export function Offices({ offices, asOf, words }: Props) {
  return (
    <section class="offices">
      <h2>{words.t('countryOn', { country: offices.country.text, date: words.date(asOf.day) })}</h2>
      <dl>
        {offices.holders.map(({ office, holder, reference }) => (
          <div key={reference + office.text}>
            <dt>
              <Text value={office} />
            </dt>
            <dd>
              <Text value={holder} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
