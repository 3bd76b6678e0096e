import { useContext } from 'preact/hooks';
import { type CitedFact, citeMarkdown, citePlain, errorReport } from '../../lib/briefing/export/citation';
import { citeCsl } from '../../lib/briefing/export/csl';
import { cardFact, eventFact } from '../../lib/briefing/export/facts-to-cite';
import type { CardModel, LaneModel, TimelineEvent } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { MenuButton } from '../base/MenuButton';
import { type Citing, CitingContext } from './fact-context';

interface EventProps {
  readonly event: TimelineEvent;
  readonly lanes: readonly LaneModel[];
  readonly words: Words;
}

/** At an event's row: cite it, or report an error in it. */
export function EventMenu({ event, lanes, words }: EventProps) {
  const citing = useContext(CitingContext);
  const fact = citing?.briefing && eventFact(event, lanes, citing.briefing, words);
  return fact && <FactMenu fact={fact} citing={citing} words={words} />;
}

interface CardProps {
  readonly card: CardModel;
  readonly words: Words;
}

/** At somebody or something on the day. */
export function CardMenu({ card, words }: CardProps) {
  const citing = useContext(CitingContext);
  return citing && <FactMenu fact={cardFact(card, words)} citing={citing} words={words} />;
}

interface Props {
  readonly fact: CitedFact;
  readonly citing: Citing;
  readonly words: Words;
}

function FactMenu({ fact, citing: { onCopy }, words }: Props) {
  return (
    <MenuButton
      label={words.t('factActions', { title: fact.title })}
      isQuiet
      groups={[
        [
          { label: words.t('copyCitation'), onChoose: () => onCopy(citePlain(fact, words), false) },
          { label: words.t('copyCitationMarkdown'), onChoose: () => onCopy(citeMarkdown(fact, words), false) },
          {
            label: words.t('copyCitationCsl'),
            onChoose: () => onCopy(JSON.stringify(citeCsl(fact, words), null, 2), false),
          },
        ],
        [{ label: words.t('reportError'), onChoose: () => onCopy(errorReport(fact, words), true) }],
      ]}
    />
  );
}
