import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { SearchHit, SearchModel } from '../../lib/briefing/search-models';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';
import { Icon } from '../base/Icon';
import { SinceToggle } from '../base/SinceToggle';
import { ResultOption } from './ResultOption';

interface Props {
  readonly text: string;
  /** `null`: nothing is installed yet; `undefined`: nothing has been found yet. */
  readonly model: SearchModel | null | undefined;
  /** There is an article whose day is read; without one what is later is later than today. */
  readonly hasArticle: boolean;
  readonly words: Words;
  readonly onType: (text: string) => void;
  readonly onOpen: (reference: Reference) => void;
  /** "Brief me on …": also on what no pack knows. */
  readonly onBrief: (text: string) => void;
}

/** Longer is no name. */
const MAX_CHARS = 200;

/**
 * Search over everything the packs know: results while one types, chosen with the arrows from the field (a combobox with
 * its list below). Without a choice, Enter briefs on what is called exactly so, or offers to look it up.
 */
export function SearchField(props: Props) {
  const { text, model, hasArticle, words, onType, onOpen, onBrief } = props;
  // Both are of the text they were made at. A name stays chosen when more is found, wherever in the list it then is.
  const [choice, setChoice] = useState<{ readonly text: string; readonly reference: Reference } | null>(null);
  const [laterOf, setLaterOf] = useState<string | null>(null);
  const hasLater = laterOf === text;
  const id = useId();
  const shown = text.trim() === '' ? undefined : model;
  const later = shown && hasLater ? shown.later : [];
  const hits = shown ? [...shown.names, ...shown.events, ...later] : [];
  const active = choice?.text === text ? hits.findIndex(({ reference }) => reference === choice.reference) : -1;
  const chosen = hits[active];
  const choose = (at: number) => {
    const reference = hits[at]?.reference;
    setChoice(reference === undefined ? null : { text, reference });
  };
  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  const submit = () => {
    const only = shown?.typed === text && shown.exact.length === 1 ? shown.exact[0] : undefined;
    if (chosen) onOpen(chosen.reference);
    else if (only) onOpen(only);
    else if (text.trim() !== '') onBrief(text);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => choose(active + 1),
    ArrowUp: () => choose(active < 0 ? hits.length - 1 : active - 1),
    Escape: () => (active >= 0 ? choose(-1) : onType('')),
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const act = hits.length > 0 || event.key === 'Escape' ? keys[event.key] : undefined;
    // Of text that is still being composed the arrows choose the candidates.
    if (!act || event.isComposing || text === '') return;
    event.preventDefault();
    act();
  };
  const group = (heading: string, key: string, some: readonly SearchHit[], first: number) =>
    some.length > 0 && (
      // biome-ignore lint/a11y/useSemanticElements: a group of options; in a list box no field set may stand
      <div key={key} role="group" aria-labelledby={`${id}-${key}`}>
        <p id={`${id}-${key}`} role="presentation" class="result-heading small quiet">
          {heading}
        </p>
        {some.map((hit, i) => (
          <ResultOption
            key={hit.reference}
            hit={hit}
            id={`${id}-${first + i}`}
            isActive={first + i === active}
            words={words}
            onOpen={() => onOpen(hit.reference)}
          />
        ))}
      </div>
    );
  const names = shown?.names ?? [];
  const events = shown?.events ?? [];
  const isOpen = hits.length > 0;
  return (
    <search class="search">
      <form
        class="search-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label for={id} class="small quiet">
          {words.t('searchLabel')}
        </label>
        <div class="search-field">
          <input
            id={id}
            type="search"
            // biome-ignore lint/a11y/noRedundantRoles: without a list of data the role is not the field's own
            role="combobox"
            list={undefined}
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={isOpen ? `${id}-list` : undefined}
            aria-activedescendant={chosen ? `${id}-${active}` : undefined}
            value={text}
            maxLength={MAX_CHARS}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => onType(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <button type="submit">{words.t('briefButton')}</button>
        </div>
      </form>
      {isOpen && (
        <div id={`${id}-list`} role="listbox" class="results" aria-label={words.t('searchResults')}>
          {group(words.t('searchNames'), 'names', names, 0)}
          {group(words.t('searchEvents'), 'events', events, names.length)}
          {group(words.t(hasArticle ? 'since' : 'afterToday'), 'later', later, names.length + events.length)}
        </div>
      )}
      {shown && shown.laterCount > 0 && (
        <SinceToggle
          n={shown.laterCount}
          hasArticle={hasArticle}
          isOpen={hasLater}
          controls={`${id}-list`}
          words={words}
          onToggle={() => setLaterOf(hasLater ? null : text)}
        />
      )}
      <p class={isOpen ? 'visually-hidden' : 'small quiet'} role="status">
        {statusOf(shown, names.length + events.length, words)}
      </p>
      {shown && shown.typed === text && shown.exact.length === 0 && (
        <p>
          <button type="button" class="link small" onClick={() => onBrief(text)}>
            <Icon name="search" />
            <span class="name">{words.t('lookUpName', { name: text.trim() })}</span>
          </button>
        </p>
      )}
    </search>
  );
}

function statusOf(model: SearchModel | null | undefined, count: number, words: Words): string {
  if (model === undefined) return '';
  if (model === null) return words.t('installing');
  return count > 0 ? words.t('searchCount', { n: count }) : words.t('searchNothing');
}
