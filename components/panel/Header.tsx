import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { BriefingModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { DateOrigin } from '../../lib/model/article';
import { Phrase } from '../base/Phrase';

interface Props {
  readonly model: Pick<BriefingModel, 'title' | 'siteName' | 'host' | 'asOf' | 'horizon'>;
  readonly words: Words;
  readonly onChangeDate: (day: string | null) => void;
  /** The panel's menu. */
  readonly menu?: ComponentChildren;
  /** Returns to the article's own date, where the reader reads as of another: a view of the panel, no correction. */
  readonly onBackToArticle?: (() => void) | undefined;
}

/** A reader wants to know whether to trust a date, not which tag it stood in. */
const ORIGINS: Readonly<Record<Exclude<DateOrigin, 'none'>, string>> = {
  'json-ld': 'dateOriginPage',
  meta: 'dateOriginPage',
  time: 'dateOriginPage',
  text: 'dateOriginPage',
  url: 'dateOriginAddress',
  reader: 'dateOriginReader',
};

const originOf = (origin: DateOrigin, words: Words): string => (origin === 'none' ? '' : words.t(ORIGINS[origin]));

/** The article and its date: the date is the product, with its origin beside it, and can be corrected. */
export function Header({ model, words, onChangeDate, menu, onBackToArticle }: Props) {
  const [isChanging, setChanging] = useState(false);
  const { asOf, horizon } = model;
  const hasDate = asOf.origin !== 'none';
  const change = (day: string | null) => {
    setChanging(false);
    onChangeDate(day);
  };
  return (
    <header class="panel-head">
      <div class="panel-head-line">
        <p class="small quiet name">{model.siteName || model.host}</p>
        {menu}
      </div>
      <h1 class="headline name" title={model.title}>
        {model.title}
      </h1>
      {onBackToArticle && <ReadAsLine day={asOf.day} words={words} onBack={onBackToArticle} />}
      {!hasDate && <p class="notice small">{words.t('noDate')}</p>}
      {!onBackToArticle && (
        <p class="date-line">
          {hasDate && (
            <>
              <time class="as-of dates" dateTime={asOf.day}>
                {words.date(asOf.day, { weekday: true })}
              </time>
              <span class="small quiet">{originOf(asOf.origin, words)}</span>
            </>
          )}
          <button type="button" class="link small" aria-expanded={isChanging} onClick={() => setChanging(!isChanging)}>
            {words.t(hasDate ? 'change' : 'setDate')}
          </button>
          {asOf.origin === 'reader' && (
            <button type="button" class="link small" onClick={() => change(null)}>
              {words.t('pageDate')}
            </button>
          )}
        </p>
      )}
      {isChanging && !onBackToArticle && (
        <DateForm day={asOf.day} words={words} onSet={change} onCancel={() => setChanging(false)} />
      )}
      {asOf.rival && (
        <p class="date-line small quiet dates">
          {words.t('rivalDate', { date: words.date(asOf.rival.day), origin: originOf(asOf.rival.origin, words) })}
          <button type="button" class="link small" onClick={() => change(asOf.rival?.day ?? null)}>
            {words.t('useDate')}
          </button>
        </p>
      )}
      <p class={horizon.daysBehind > 0 ? 'notice small dates' : 'small quiet dates'}>
        {horizon.daysBehind > 0
          ? words.t('recordBehind', { date: words.date(horizon.coverageTo), n: horizon.daysBehind })
          : words.t('recordEnds', { date: words.date(horizon.coverageTo) })}
      </p>
      {horizon.ended.map(({ title, coverageTo }) => (
        <p key={title.text} class="notice small dates">
          {words.t('recordOfPackEnds', { pack: title.text, date: words.date(coverageTo) })}
        </p>
      ))}
    </header>
  );
}

interface ReadAsProps {
  readonly day: string;
  readonly words: Words;
  readonly onBack: () => void;
}

/** Stands where the date does while the reader reads as of another day. No live region: the slider says where it is. */
export function ReadAsLine({ day, words, onBack }: ReadAsProps) {
  return (
    <p class="date-line">
      <span class="as-of">
        <Phrase
          words={words}
          name="readAsOf"
          parts={{
            date: (
              <time class="dates" dateTime={day}>
                {words.date(day)}
              </time>
            ),
          }}
        />
      </span>
      <button type="button" class="link small" onClick={onBack}>
        {words.t('backToArticle')}
      </button>
    </p>
  );
}

interface FormProps {
  readonly day: string;
  readonly words: Words;
  readonly onSet: (day: string) => void;
  readonly onCancel: () => void;
}

/** Set by a button, not while typing: a year half written would be a date of its own. */
function DateForm({ day, words, onSet, onCancel }: FormProps) {
  const [value, setValue] = useState(day);
  const id = useId();
  return (
    <form
      class="date-form small"
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== '') onSet(value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <label for={id}>{words.t('articleDate')}</label>
      <input id={id} type="date" value={value} required onInput={(event) => setValue(event.currentTarget.value)} />
      <button type="submit">{words.t('setDate')}</button>
      <button type="button" class="link" onClick={onCancel}>
        {words.t('cancel')}
      </button>
    </form>
  );
}
