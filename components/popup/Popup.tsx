import type { ComponentChildren } from 'preact';
import type { BriefingModel, PageStatus } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';
import { MARK_LEVELS, type MarkLevel } from '../../lib/settings/schema';
import { Chips } from '../base/Chips';
import { Icon } from '../base/Icon';
import { InstallingLine } from '../base/InstallingLine';
import { OfficeText } from '../base/OfficeText';
import { StatusLine } from '../base/StatusLine';
import { moreOf } from '../base/status-message';
import { Text } from '../base/Text';

interface Props {
  readonly status: PageStatus;
  readonly words: Words;
  readonly marks: MarkLevel;
  /** What is said before anything else. */
  readonly notice?: ComponentChildren;
  readonly onToggleSite: (on: boolean) => void;
  readonly onMarks: (marks: MarkLevel) => void;
  readonly onOpenPanel: () => void;
  readonly onOpenOptions: () => void;
  readonly onAddPacks: () => void;
  readonly onReveal: (reference: Reference) => void;
  /** The field for names and events: of use where there is no article too. */
  readonly search: ComponentChildren;
}

const TOP_NAMES = 5;

/** The popup: on or off here, how much is marked, what was found. */
export function Popup(props: Props) {
  const {
    status,
    words,
    marks,
    notice,
    onToggleSite,
    onMarks,
    onOpenPanel,
    onOpenOptions,
    onAddPacks,
    onReveal,
    search,
  } = props;
  const canSwitch = status.state !== 'unreadable' && status.state !== 'no-access';
  const isOn = canSwitch && status.state !== 'off';
  return (
    <main class="popup">
      <header class="popup-head">
        <h1>{words.t('extName')}</h1>
        <button
          type="button"
          class="icon-button"
          aria-label={words.t('optionsTitle')}
          title={words.t('optionsTitle')}
          onClick={onOpenOptions}
        >
          <Icon name="gear" />
        </button>
        <button type="button" class="link" onClick={onOpenPanel}>
          {words.t('panel')}
          <Icon name="chevron" class="chevron" />
        </button>
      </header>
      {notice}
      {canSwitch && (
        <p class="popup-site">
          <button
            type="button"
            role="switch"
            class="switch"
            aria-checked={isOn}
            aria-label={words.t('siteOn')}
            onClick={() => onToggleSite(!isOn)}
          >
            <span class="switch-track" aria-hidden="true" />
            <span aria-hidden="true">{words.t(isOn ? 'switchOn' : 'switchOff')}</span>
          </button>
          <span class="name">{status.host}</span>
        </p>
      )}
      {isOn && (
        <Chips
          label={words.t('option_marks')}
          options={MARK_LEVELS.map((level) => ({ value: level, label: words.t(`option_marks_${level}`) }))}
          value={marks}
          onChange={onMarks}
        />
      )}
      {status.state === 'ready' ? (
        <Found briefing={status.briefing} words={words} onReveal={onReveal} />
      ) : (
        // The switch says "Off" by itself.
        status.state !== 'off' && <StatusLine status={status} words={words} onAddPacks={onAddPacks} />
      )}
      <InstallingLine installing={moreOf(status)} words={words} />
      {search}
    </main>
  );
}

interface FoundProps {
  readonly briefing: BriefingModel;
  readonly words: Words;
  readonly onReveal: (reference: Reference) => void;
}

function Found({ briefing, words, onReveal }: FoundProps) {
  return (
    <section class="popup-found">
      <h2 class="figures">
        <time class="as-of dates" dateTime={briefing.asOf.day}>
          {words.date(briefing.asOf.day)}
        </time>
        {' · '}
        {words.t('namesCount', { n: briefing.names })}
        {' · '}
        {words.t('timelinesCount', { n: briefing.timelines.length })}
      </h2>
      <ul>
        {briefing.cast.slice(0, TOP_NAMES).map(({ reference, name, role, capacity }) => (
          <li key={reference}>
            <button type="button" class="popup-name" onClick={() => onReveal(reference)}>
              <strong>
                <Text value={name} class="name" />
              </strong>
              {role && (
                <span class="small quiet">
                  <OfficeText title={role} capacity={capacity} words={words} />
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
