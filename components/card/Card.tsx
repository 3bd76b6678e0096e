/** The card at a name: who this is on the article's day, what lies behind the article, and where that is from. */
import { useState } from 'preact/hooks';
import type { CardModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { Icon } from '../base/Icon';
import { SourceList } from '../base/SourceList';
import { Text } from '../base/Text';
import { Accounts } from './Accounts';
import { BehindRows } from './BehindRows';
import { Offices } from './Offices';
import { RoleLines, roleSentence } from './RoleLines';
import { Why } from './Why';

interface Props {
  readonly model: CardModel;
  readonly words: Words;
  readonly pinned: boolean;
  /** "Not it" was pressed: only the way back is offered. */
  readonly hidden: boolean;
  readonly onPin: () => void;
  readonly onClose: () => void;
  readonly onOpenBriefing: () => void;
  readonly onNotIt: () => void;
  readonly onUndo: () => void;
}

export function Card(props: Props) {
  const { model, words, pinned, hidden, onPin, onClose, onOpenBriefing, onNotIt, onUndo } = props;
  const [why, setWhy] = useState(false);
  return (
    <div class="card" role="dialog" aria-labelledby="card-name" aria-describedby="card-said">
      <header class="card-head">
        <div class="card-names">
          <h1 id="card-name" tabIndex={-1}>
            <Text value={model.name} />
          </h1>
          <NativeNames model={model} words={words} />
        </div>
        <div class="card-tools">
          <button
            type="button"
            class="icon-button"
            aria-pressed={pinned}
            aria-label={words.t('pin')}
            title={words.t('pin')}
            onClick={onPin}
          >
            <Icon name="pin" />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={words.t('close')}
            title={words.t('close')}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </div>
      </header>
      <p id="card-said" class="visually-hidden">
        {announcement(model, words)}
      </p>
      {hidden ? (
        <p class="card-hidden">
          {words.t('hiddenHere')}{' '}
          <button type="button" onClick={onUndo}>
            {words.t('undo')}
          </button>
        </p>
      ) : why && model.why ? (
        <Why model={model.why} words={words} />
      ) : (
        <Middle model={model} words={words} />
      )}
      <footer class="card-foot">
        <button type="button" onClick={onOpenBriefing}>
          {words.t('openBriefing')}
        </button>
        <span>
          {model.why ? (
            <button type="button" aria-expanded={why} onClick={() => setWhy(!why)}>
              {words.t('whyThis')}
            </button>
          ) : null}
          {' · '}
          <button type="button" disabled={hidden} onClick={onNotIt}>
            {words.t('notIt')}
          </button>
        </span>
      </footer>
    </div>
  );
}

function NativeNames({ model, words }: { readonly model: CardModel; readonly words: Words }) {
  const { native, reading, articleForm } = model;
  if (!native && !reading && !articleForm) return null;
  return (
    <p class="card-native">
      {native ? <Text value={native} /> : null}
      {reading ? <Text value={reading} class="card-reading" /> : null}
      {articleForm ? <span>{words.t('articleForm', { form: articleForm.text })}</span> : null}
    </p>
  );
}

function Middle({ model, words }: { readonly model: CardModel; readonly words: Words }) {
  const isBehind = model.asOf.day > model.coverageTo;
  return (
    <div class="card-middle">
      {model.type === 'event' && model.date ? (
        <p class="card-when">
          <time>{words.date(model.date)}</time>
          {model.place ? (
            <>
              {' · '}
              <Text value={model.place} />
            </>
          ) : null}
        </p>
      ) : null}
      {model.roles ? <RoleLines block={model.roles} asOf={model.asOf} words={words} /> : null}
      {model.accounts.length > 0 ? <Accounts accounts={model.accounts} words={words} /> : null}
      {model.description ? (
        <p class="card-description">
          <Text value={model.description} />
        </p>
      ) : null}
      {model.offices ? <Offices offices={model.offices} asOf={model.asOf} words={words} /> : null}
      {model.behind.length > 0 ? <BehindRows rows={model.behind} words={words} /> : null}
      {isBehind ? <p class="card-horizon">{words.t('recordEnds', { date: words.date(model.coverageTo) })}</p> : null}
      <SourceList sources={model.sources} words={words} named={2} />
    </div>
  );
}

/** What a screen reader says when the card opens: name, type, which one it is, and the role on the day. */
function announcement(model: CardModel, words: Words): string {
  const parts = [`${model.name.text}, ${words.t(`type_${model.type}`)}`];
  if (model.position)
    parts.push(
      words.t('nameOf', { index: words.number(model.position.index), total: words.number(model.position.of) }),
    );
  const sentence = `${parts.join(', ')}.`;
  const role = model.roles ? roleSentence(model.roles, model.asOf, words) : '';
  return role ? `${sentence} ${role}` : sentence;
}
