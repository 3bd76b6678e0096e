import type { CardModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { AsOf } from '../../lib/model/article';
import type { Reference } from '../../lib/model/ids';
import { NameButton } from '../base/NameButton';
import { OfficeText } from '../base/OfficeText';
import { Phrase } from '../base/Phrase';
import { Text } from '../base/Text';

interface Props {
  readonly offices: NonNullable<CardModel['offices']>;
  readonly asOf: AsOf;
  readonly words: Words;
  readonly onOpen?: ((reference: Reference) => void) | undefined;
}

/** Who leads a country on the day, and who holds the posts that the article is about. */
export function Offices({ offices, asOf, words, onOpen }: Props) {
  return (
    <section>
      <h2>
        <Phrase
          words={words}
          name="officesOn"
          parts={{
            country: <Text value={offices.country} class="name" />,
            date: <span class="as-of dates">{words.date(asOf.day)}</span>,
          }}
        />
      </h2>
      <dl class="offices">
        {offices.holders.map(({ office, capacity, holder, reference }) => (
          <div key={`${reference} ${office.text}`}>
            <dt>
              <OfficeText title={office} capacity={capacity} words={words} />
            </dt>
            <dd>
              <NameButton onOpen={onOpen && (() => onOpen(reference))}>
                <Text value={holder} class="name" />
              </NameButton>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
