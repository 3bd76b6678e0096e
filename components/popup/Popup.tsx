/** The popup: on or off here, how much is marked, what was found. */
import type { PageStatus } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';
import type { MarkLevel } from '../../lib/settings/schema';
import { Icon } from '../base/Icon';
import { Text } from '../base/Text';

interface Props {
  readonly status: PageStatus;
  readonly words: Words;
  readonly marks: MarkLevel;
  readonly onToggleSite: (on: boolean) => void;
  readonly onMarks: (marks: MarkLevel) => void;
  readonly onOpenPanel: () => void;
  readonly onOpenOptions: () => void;
  readonly onReveal: (reference: Reference) => void;
}

const LEVELS: readonly MarkLevel[] = ['quiet', 'first', 'all'];
const TOP_NAMES = 5;

const MESSAGES = {
  unreadable: 'stateUnreadable',
  'no-access': 'stateNoAccess',
  off: 'stateOff',
  installing: 'stateInstalling',
  reading: 'stateReading',
  'not-article': 'stateNotArticle',
  empty: 'stateEmpty',
} as const;

export function Popup(props: Props) {
  const { status, words, marks, onToggleSite, onMarks, onOpenPanel, onOpenOptions } = props;
  const canSwitch = status.state !== 'unreadable' && status.state !== 'no-access';
  const isOn = canSwitch && status.state !== 'off';
  return (
    <main class="popup">
      <header class="popup-head">
        <h1>{words.t('extName')}</h1>
        <button
          type="button"
          class="icon-button"
          aria-label={words.t('options')}
          title={words.t('options')}
          onClick={onOpenOptions}
        >
          <Icon name="gear" />
        </button>
        <button type="button" onClick={onOpenPanel}>
          {words.t('panel')}
        </button>
      </header>
      {canSwitch ? (
        <div class="popup-site">
          <button
            type="button"
            role="switch"
            class="switch"
            aria-checked={isOn}
            aria-label={words.t('siteOn')}
            onClick={() => onToggleSite(!isOn)}
          >
            <span aria-hidden="true" />
            {words.t(isOn ? 'on' : 'off')}
          </button>
          <span>{status.host}</span>
        </div>
      ) : null}
      {isOn ? (
        <fieldset class="levels">
          <legend>{words.t('marks')}</legend>
          {LEVELS.map((level) => (
            <label key={level}>
              <input
                type="radio"
                name="marks"
                class="visually-hidden"
                checked={level === marks}
                onChange={() => onMarks(level)}
              />
              <span>{words.t(`option_marks_${level}`)}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {status.state === 'ready' ? (
        <Found {...props} status={status} />
      ) : (
        <p role="status">{words.t(MESSAGES[status.state])}</p>
      )}
    </main>
  );
}

function Found({ status, words, onReveal }: Props & { readonly status: Extract<PageStatus, { state: 'ready' }> }) {
  const { briefing } = status;
  return (
    <>
      <p class="popup-counts">
        <time class="as-of">{words.date(briefing.asOf.day)}</time>
        {' · '}
        {words.t('namesCount', { n: briefing.names })}
        {' · '}
        {words.t('timelinesCount', { n: briefing.timelines.length })}
      </p>
      <ul class="popup-names">
        {briefing.cast.slice(0, TOP_NAMES).map((row) => (
          <li key={row.reference}>
            <button type="button" onClick={() => onReveal(row.reference)}>
              <strong>
                <Text value={row.name} />
              </strong>
              {row.role ? <Text value={row.role} class="cast-role" /> : null}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
