import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EntityPageModel } from '../../lib/briefing/entity-models';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';
import { NameButton } from '../base/NameButton';
import { OfficeText } from '../base/OfficeText';
import { Text } from '../base/Text';
import { CardBody } from '../card/CardBody';
import { NameForms } from '../card/NameForms';
import { CitingOf } from '../export/CitingOf';
import { CardMenu } from '../export/FactMenu';
import { OwnTools } from '../own/own-tools';
import { EntityEvents } from './EntityEvents';
import { Names } from './Names';
import { RoleLanes } from './RoleLanes';

interface Props {
  readonly model: EntityPageModel;
  readonly words: Words;
  readonly onOpen: (reference: Reference) => void;
}

/** Everything that the packs know of one entity or event, as of the day that is read. */
export function EntityPage({ model, words, onOpen }: Props) {
  const { card, lanes, axis, events, participants, names, packs } = model;
  const [rolesOpen, setRolesOpen] = useState(false);
  const [eventsOpen, setEventsOpen] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opened it is told where they are.
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const tools = useContext(OwnTools);
  const hasArticle = card.asOf.origin !== 'none';
  return (
    <>
      <div>
        <p class="small quiet entity-type">{words.t(`type_${card.type}`)}</p>
        <div class="panel-head-line">
          <h1 ref={heading} class="brief-name" tabIndex={-1}>
            <Text value={card.name} class="name" />
          </h1>
          <CardMenu card={card} words={words} />
        </div>
        <NameForms model={card} words={words} />
        {tools(card)}
        {model.isPrivate && <p class="small quiet">{words.t('neverMarked')}</p>}
        {model.isLater ? (
          <p class="notice small dates">
            {words.t(hasArticle ? 'laterThanArticle' : 'laterThanToday', { date: words.date(card.asOf.day) })}
          </p>
        ) : (
          // A role block says the day itself; beside the date of an event it would be taken for that.
          !card.roles &&
          card.type !== 'event' && <p class="as-of dates">{words.t('asOf', { date: words.date(card.asOf.day) })}</p>
        )}
        <CardBody model={card} words={words} onOpen={onOpen} />
      </div>
      {participants.length > 0 && (
        <section>
          <h2>{words.t('participants')}</h2>
          <ul class="participants">
            {participants.map(({ reference, name, role, capacity }) => (
              <li key={reference}>
                <NameButton onOpen={() => onOpen(reference)}>
                  <Text value={name} class="name" />
                </NameButton>
                {role && (
                  <p class="small quiet">
                    <OfficeText title={role} capacity={capacity} words={words} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {lanes.length > 0 && (
        <RoleLanes
          lanes={lanes}
          axis={axis}
          hasArticle={hasArticle}
          words={words}
          sinceOpen={rolesOpen}
          onToggleSince={() => setRolesOpen(!rolesOpen)}
        />
      )}
      {events && (
        <CitingOf briefing={{ packs, asOf: card.asOf }}>
          <EntityEvents
            model={events}
            older={model.olderEvents}
            hasArticle={hasArticle}
            words={words}
            sinceOpen={eventsOpen}
            onToggleSince={() => setEventsOpen(!eventsOpen)}
          />
        </CitingOf>
      )}
      {names.length > 0 && <Names groups={names} words={words} />}
      {packs.length > 0 && (
        <section class="entity-packs">
          <h2>{words.t('packsOf')}</h2>
          <ul class="small quiet">
            {packs.map(({ title, version, coverageTo }) => (
              <li key={`${title.text} ${version}`} class="dates">
                <Text value={title} />
                {' · '}
                {words.t('packVersion', { version })}
                {' · '}
                {words.t('recordEnds', { date: words.date(coverageTo) })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
