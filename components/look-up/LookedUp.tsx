import { useId, useState } from 'preact/hooks';
import type { LookUpModel } from '../../lib/briefing/look-up-models';
import type { Words } from '../../lib/briefing/words';
import { Icon } from '../base/Icon';
import { Text } from '../base/Text';
import { RoleLines } from '../card/RoleLines';
import { LookUpSources } from './LookUpSources';
import { Positions } from './Positions';

interface Props {
  readonly model: LookUpModel;
  readonly words: Words;
  /** Asks again: Wikipedia's part is missing. */
  readonly onRetry: () => void;
}

/** What Wikidata and Wikipedia say of one thing, on the article's day and on the day they were asked. */
export function LookedUp({ model, words, onRetry }: Props) {
  const { name, otherNames, roles, positions, life, asOf, sources } = model;
  const list = new Intl.ListFormat(words.lang);
  const from = { sources: list.format(sources.map(({ publisher }) => words.t(`publisher_${publisher}`))) };
  const isListed = positions.length > (roles?.lines.length ?? 0) || model.later.length > 0;
  return (
    <article class="looked-up">
      <h1 class="brief-name">
        <Text value={name} class="name" />
      </h1>
      {otherNames.length > 0 && (
        <ul class="other-names small quiet">
          {otherNames.map((other) => (
            <li key={`${other.lang} ${other.text}`}>
              <Text value={other} class="name" />
            </li>
          ))}
        </ul>
      )}
      <p class="notice small dates">
        {model.isToday
          ? words.t('notFromPack', from)
          : words.t('notFromPackOn', { ...from, date: words.date(model.retrieved) })}
      </p>
      {life.length > 0 && (
        <p class="small quiet dates">
          {life.map(({ kind, date }) => words.t(`life_${kind}`, { date: words.date(date) })).join(' · ')}
        </p>
      )}
      {roles && <RoleLines block={roles} asOf={asOf} words={words} none={words.t('lookUpNoRole')} />}
      {isListed && <Positions positions={positions} later={model.later} words={words} />}
      <Texts model={model} words={words} />
      {model.isWithoutSummary && (
        <p class="small doubt">
          {words.t('withoutSummary')}{' '}
          <button type="button" class="link small" onClick={onRetry}>
            {words.t('tryAgain')}
          </button>
        </p>
      )}
      <LookUpSources sources={sources} words={words} />
    </article>
  );
}

/** Texts of the day of the look-up: in sight beside a recent article, else opened by the reader. */
function Texts({ model, words }: { readonly model: LookUpModel; readonly words: Words }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { short, summary, retrieved, textsAreLater } = model;
  if (!short && !summary) return null;
  const texts = (
    <>
      {short && (
        <p>
          <Text value={short} />
        </p>
      )}
      {summary && (
        <p>
          <Text value={summary} />
        </p>
      )}
    </>
  );
  const date = words.date(retrieved);
  if (!textsAreLater) {
    return (
      <section class="texts">
        <h2>{words.t('textsOn', { date })}</h2>
        {texts}
      </section>
    );
  }
  return (
    <section class="texts">
      <button
        type="button"
        class="link small disclosure"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="chevron" class="chevron" />
        {words.t('textsLater', { date })}
      </button>
      {isOpen && <div id={id}>{texts}</div>}
    </section>
  );
}
