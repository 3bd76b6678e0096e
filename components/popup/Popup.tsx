import type { ComponentChildren } from 'preact';
import type { BriefingModel, PageStatus } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';
import { MARK_LEVELS, type MarkLevel } from '../../lib/settings/schema';
import { Chips } from '../base/Chips';
import { Icon } from '../base/Icon';
import { InstallingLine } from '../base/InstallingLine';
import { OfficeText } from '../base/OfficeText';
import { PrivateMark } from '../base/PrivateMark';
import { type SiteActions, StatusActions } from '../base/StatusActions';
import { StatusLine } from '../base/StatusLine';
import { moreOf } from '../base/status-message';
import { Text } from '../base/Text';

interface Props extends SiteActions {
  readonly status: PageStatus;
  readonly words: Words;
  readonly marks: MarkLevel;
  /** What is said before anything else. */
  readonly notice?: ComponentChildren;
  readonly isPrivate: boolean;
  /** The field that searches names and events: of use on any page. */
  readonly search?: ComponentChildren;
  readonly onToggleSite: (on: boolean) => void;
  readonly onMarks: (marks: MarkLevel) => void;
  readonly onOpenPanel: () => void;
  readonly onOpenOptions: () => void;
  readonly onAddPacks: () => void;
  /** Scrolls to a name in the page and opens its card. */
  readonly onOpenName: (reference: Reference) => void;
}

const TOP_NAMES = 5;

/** The popup: on or off here, how much is marked, what was found. */
export function Popup(props: Props) {
  const { status, words, marks, notice, isPrivate, search } = props;
  const { onToggleSite, onMarks, onOpenPanel, onOpenOptions, onAddPacks, onOpenName } = props;
  const site = 'host' in status && status.state !== 'no-access' ? status.host : '';
  // A page of our own has no site to switch, and what the browser withholds is not switched but asked for.
  const canSwitch = site !== '' && !(status.state === 'off' && !status.isAllowed);
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
          <span class="name">{site}</span>
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
        <Found briefing={status.briefing} words={words} onOpenName={onOpenName} />
      ) : (
        <>
          {/* The switch says "Off" by itself. */}
          {!(canSwitch && status.state === 'off') && (
            <StatusLine status={status} words={words} onAddPacks={onAddPacks} />
          )}
          <StatusActions {...props} status={status} isPrivate={isPrivate} />
        </>
      )}
      {search}
      <InstallingLine installing={moreOf(status)} words={words} />
    </main>
  );
}

interface FoundProps {
  readonly briefing: BriefingModel;
  readonly words: Words;
  readonly onOpenName: (reference: Reference) => void;
}

/** Kinds of names in the order of the cast, with the words for so many of them. */
const KINDS = [
  ['people', 'peopleCount'],
  ['organisations', 'organisationsCount'],
  ['places', 'placesCount'],
] as const;

function Found({ briefing, words, onOpenName }: FoundProps) {
  const counted = briefing.claims.filter(({ verdict }) => verdict !== null).length;
  const kinds = KINDS.flatMap(([group, key]) => {
    const n = briefing.cast.filter((row) => row.group === group).length;
    return n > 0 ? words.t(key, { n }) : [];
  });
  return (
    <section class="popup-found">
      <h2 class="figures">
        <time class="as-of dates" dateTime={briefing.asOf.day}>
          {words.date(briefing.asOf.day)}
        </time>
        {' · '}
        {words.t('namesCount', { n: briefing.names })}
        {counted > 0 && ` · ${words.t('countsCount', { n: counted })}`}
        {' · '}
        {words.t('timelinesCount', { n: briefing.timelines.length })}
      </h2>
      <p class="small quiet figures">{kinds.join(' · ')}</p>
      <ul>
        {briefing.cast.slice(0, TOP_NAMES).map(({ reference, name, role, capacity, isPrivate }) => (
          <li key={reference}>
            <button type="button" class="popup-name" onClick={() => onOpenName(reference)}>
              <strong>
                <Text value={name} class="name" />
              </strong>
              {isPrivate && <PrivateMark words={words} />}
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
