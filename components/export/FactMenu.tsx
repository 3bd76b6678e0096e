import { useContext } from 'preact/hooks';
import { type CitedFact, citedPack, citeMarkdown, citePlain, errorReport } from '../../lib/briefing/export/citation';
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
  const briefing = citing?.briefing;
  if (!briefing || !citedPack(briefing.packs, event.reference)) return null;
  const fact = () => eventFact(event, lanes, briefing, words);
  return <FactMenu title={event.title.text} fact={fact} citing={citing} words={words} />;
}

interface CardProps {
  readonly card: CardModel;
  readonly words: Words;
}

/** At somebody or something on the day. */
export function CardMenu({ card, words }: CardProps) {
  const citing = useContext(CitingContext);
  return citing && <FactMenu title={card.name.text} fact={() => cardFact(card, words)} citing={citing} words={words} />;
}

interface Props {
  readonly title: string;
  /** Put into words once it is wanted: a list has a menu in every row. */
  readonly fact: () => CitedFact | null;
  readonly citing: Citing;
  readonly words: Words;
}

function FactMenu({ title, fact, citing: { onCopy }, words }: Props) {
  const copy = (toText: (fact: CitedFact, words: Words) => string, isReport = false) => {
    const cited = fact();
    if (cited) onCopy(toText(cited, words), isReport);
  };
  return (
    <MenuButton
      label={words.t('factActions', { title })}
      isQuiet
      groups={[
        [
          { label: words.t('copyCitation'), onChoose: () => copy(citePlain) },
          { label: words.t('copyCitationMarkdown'), onChoose: () => copy(citeMarkdown) },
          { label: words.t('copyCitationCsl'), onChoose: () => copy(cslText) },
        ],
        [{ label: words.t('reportError'), onChoose: () => copy(errorReport, true) }],
      ]}
    />
  );
}

const cslText = (fact: CitedFact, words: Words): string => JSON.stringify(citeCsl(fact, words), null, 2);
