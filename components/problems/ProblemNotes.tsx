import { useRef } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';
import { clockLocale } from '../base/clock-locale';

export interface ProblemNotesModel {
  readonly count: number;
  /** When the last one happened, ms since 1970; `null`: there is none. */
  readonly last: number | null;
}

interface Props {
  readonly model: ProblemNotesModel;
  readonly words: Words;
  readonly onSave: () => void;
  readonly onForget: () => void;
}

/** What went wrong in Sidelight itself: how much of it is noted, as a file for who wants to report it, and away with it. */
export function ProblemNotes({ model: { count, last }, words, onSave, onForget }: Props) {
  const status = useRef<HTMLParagraphElement>(null);
  const date =
    last !== null &&
    new Intl.DateTimeFormat(clockLocale(words), { dateStyle: 'medium', timeStyle: 'short' }).format(last);
  return (
    <div class="problems">
      <h3>{words.t('problemsTitle')}</h3>
      <p class="small quiet">{words.t('problemsWhat')}</p>
      <p role="status" class="small" ref={status} tabIndex={-1}>
        {date ? words.t('problemsCount', { n: count, date }) : words.t('problemsNone')}
      </p>
      {date && (
        <p class="problems-actions">
          <button type="button" onClick={onSave}>
            {words.t('problemsSave')}
          </button>
          <button
            type="button"
            onClick={() => {
              // The button goes with the notes.
              status.current?.focus();
              onForget();
            }}
          >
            {words.t('problemsForget')}
          </button>
        </p>
      )}
    </div>
  );
}
