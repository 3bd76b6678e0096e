import type { CardModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';
import { SourceList } from '../base/SourceList';
import { Text } from '../base/Text';
import { Accounts } from './Accounts';
import { BehindRows } from './BehindRows';
import { Offices } from './Offices';
import { PackPart } from './PackPart';
import { RoleLines } from './RoleLines';

interface Props {
  readonly model: CardModel;
  readonly words: Words;
  /** In the panel: opens the page of somebody who is named. In a card names are text. */
  readonly onOpen?: ((reference: Reference) => void) | undefined;
}

/** What a card says between name and footer; what the record does not have is left out. */
export function CardBody({ model, words, onOpen }: Props) {
  const { asOf, coverageTo, daysBehind } = model;
  return (
    <div class="card-body">
      {model.date && (
        <p class="event-when">
          <time class="dates">{words.date(model.date)}</time>
          {model.place && (
            <>
              {' · '}
              <Text value={model.place} class="name" />
            </>
          )}
        </p>
      )}
      {model.roles && <RoleLines block={model.roles} asOf={asOf} words={words} />}
      {model.description && (
        <p>
          <Text value={model.description} />
        </p>
      )}
      {model.accounts.length > 0 && <Accounts accounts={model.accounts} asOf={asOf} words={words} />}
      {model.offices && <Offices offices={model.offices} asOf={asOf} words={words} onOpen={onOpen} />}
      {model.behind.length > 0 && <BehindRows rows={model.behind} words={words} />}
      {daysBehind > 0 && <p class="notice small">{words.t('recordEnds', { date: words.date(coverageTo) })}</p>}
      <SourceList sources={model.sources} words={words} asOfDay={asOf.day} />
      {model.others.map((section) => (
        <PackPart key={section.pack.title.text} section={section} asOf={asOf} words={words} />
      ))}
    </div>
  );
}
