/** The article and its date: the date is the product, with its origin beside it, and can be corrected. */
import { useState } from 'preact/hooks';
import type { BriefingModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';

interface Props {
  readonly model: BriefingModel;
  readonly words: Words;
  readonly onChangeDate: (day: string | null) => void;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function Header({ model, words, onChangeDate }: Props) {
  const [changing, setChanging] = useState(false);
  const { asOf, horizon } = model;
  return (
    <header class="panel-head">
      <p class="site">{model.siteName}</p>
      <h1>{model.title}</h1>
      {asOf.origin === 'none' ? <p class="warn-line">{words.t('noDate')}</p> : null}
      <p class="panel-date">
        {asOf.origin === 'none' ? null : (
          <>
            <time class="as-of" dateTime={asOf.day}>
              {words.date(asOf.day, { weekday: true })}
            </time>{' '}
          </>
        )}
        <span class="panel-origin">
          {asOf.origin === 'none' ? '' : `${words.t(`origin_${asOf.origin.replace('-', '_')}`)} · `}
          <button type="button" aria-expanded={changing} onClick={() => setChanging(!changing)}>
            {words.t(asOf.origin === 'none' ? 'setDate' : 'changeDate')}
          </button>
          {asOf.origin === 'reader' ? (
            <>
              {' · '}
              <button type="button" onClick={() => onChangeDate(null)}>
                {words.t('backToPageDate')}
              </button>
            </>
          ) : null}
          {asOf.rival ? (
            <>
              {' · '}
              <button type="button" onClick={() => onChangeDate(asOf.rival?.day ?? null)}>
                {words.t('rivalDate', {
                  date: words.date(asOf.rival.day),
                  origin: words.t(`origin_${asOf.rival.origin.replace('-', '_')}`),
                })}
              </button>
            </>
          ) : null}
        </span>
      </p>
      {changing ? (
        <label class="panel-origin">
          {words.t('setDate')}{' '}
          <input
            type="date"
            value={asOf.day}
            onChange={(event) => {
              const day = event.currentTarget.value;
              if (!DAY.test(day)) return;
              setChanging(false);
              onChangeDate(day);
            }}
          />
        </label>
      ) : null}
      <p class={horizon.daysBehind > 0 ? 'warn-line' : 'panel-origin'}>
        {words.t('recordEnds', { date: words.date(horizon.coverageTo) })}
        {horizon.daysBehind > 0 ? `; ${words.t('recordBehind', { n: horizon.daysBehind })}` : ''}
      </p>
    </header>
  );
}
