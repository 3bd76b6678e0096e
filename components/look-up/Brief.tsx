import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { BriefAnswer, LookUpOption } from '../../lib/briefing/look-up-models';
import type { CardModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';
import { BackButton } from '../base/BackButton';
import { NameButton } from '../base/NameButton';
import { Text } from '../base/Text';
import { CardBody } from '../card/CardBody';
import { NameForms } from '../card/NameForms';
import { CardMenu } from '../export/FactMenu';
import { OwnTools } from '../own/own-tools';
import { briefMessage } from './brief-message';
import { LookedUp } from './LookedUp';

interface Props {
  /** What the reader asked about. */
  readonly text: string;
  /** `null` while it is looked for. */
  readonly answer: BriefAnswer | null;
  /** When the answer came, ms since 1970. */
  readonly now: number;
  readonly words: Words;
  readonly onBack: () => void;
  /** Opens the page of something that the packs know. */
  readonly onOpen: (reference: Reference) => void;
  readonly onChoose: (item: string) => void;
  readonly onRetry: () => void;
  readonly onOptions: () => void;
  /** The field for a name. */
  readonly search: ComponentChildren;
}

/** The panel on one name: what the packs know of it, or what a look-up found. */
export function Brief(props: Props) {
  const { words, onBack, search } = props;
  return (
    <main class="panel brief">
      <BackButton words={words} onBack={onBack} />
      <Answered {...props} />
      <div>{search}</div>
    </main>
  );
}

function Answered({ text, answer, now, words, onOpen, onChoose, onRetry, onOptions }: Props) {
  if (!answer) {
    return (
      <div class="status status-late" role="status">
        <h1 class="name">{words.t('lookingFor', { name: text })}</h1>
      </div>
    );
  }
  switch (answer.state) {
    case 'known':
      return <Known cards={answer.cards} words={words} onOpen={onOpen} />;
    case 'found':
      return <LookedUp model={answer.model} words={words} onRetry={onRetry} />;
    case 'choice':
      return <Options text={text} options={answer.options} words={words} onChoose={onChoose} />;
    case 'off':
      return (
        <Message text={text} message={words.t('lookUpsAreOff')}>
          <button type="button" onClick={onOptions}>
            {words.t('lookUpsOptions')}
          </button>
        </Message>
      );
    case 'failed':
      return (
        <Message text={text} message={briefMessage(answer.problem, answer.until, now, words)}>
          {answer.problem !== 'no-name' && answer.problem !== 'nothing' && (
            <button type="button" onClick={onRetry}>
              {words.t('tryAgain')}
            </button>
          )}
        </Message>
      );
  }
}

interface MessageProps {
  readonly text: string;
  readonly message: string;
  readonly children: ComponentChildren;
}

function Message({ text, message, children }: MessageProps) {
  return (
    <section class="brief-message">
      <h1 class="brief-name name">{text}</h1>
      <p role="status">{message}</p>
      {children}
    </section>
  );
}

interface KnownProps {
  readonly cards: readonly CardModel[];
  readonly words: Words;
  readonly onOpen: (reference: Reference) => void;
}

function Known({ cards, words, onOpen }: KnownProps) {
  const tools = useContext(OwnTools);
  return (
    <>
      {cards.map((card) => (
        <article key={card.reference}>
          <div class="panel-head-line">
            <h1 class="brief-name">
              <NameButton onOpen={() => onOpen(card.reference)}>
                <Text value={card.name} class="name" />
              </NameButton>
            </h1>
            <CardMenu card={card} words={words} />
          </div>
          <NameForms model={card} words={words} />
          {tools(card)}
          <CardBody model={card} words={words} onOpen={onOpen} />
        </article>
      ))}
    </>
  );
}

interface OptionsProps {
  readonly text: string;
  readonly options: readonly LookUpOption[];
  readonly words: Words;
  readonly onChoose: (item: string) => void;
}

/** Several are called so: the reader says which. */
function Options({ text, options, words, onChoose }: OptionsProps) {
  return (
    <section>
      <h1 class="brief-name name">{text}</h1>
      <p>{words.t('whichOne')}</p>
      <ul class="choices">
        {options.map(({ item, name, description }) => (
          <li key={item}>
            <button type="button" class="choice" onClick={() => onChoose(item)}>
              <Text value={name} class="name" />
              {description && (
                <span class="choice-role small">
                  <Text value={description} />
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
