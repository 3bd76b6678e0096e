import type { Words } from '../../lib/briefing/words';

interface Props {
  readonly isOn: boolean;
  /** The reader has just declined what the browser asked. */
  readonly isDeclined: boolean;
  readonly words: Words;
  /** Called in the click itself: the browser asks for its permission there. */
  readonly onSwitch: (on: boolean) => void;
}

/** Consent to look-ups, with what they reveal and to whom said before anything is switched on. */
export function LookUpSettings({ isOn, isDeclined, words, onSwitch }: Props) {
  return (
    <div class="look-ups">
      <p>{words.t('lookUpsWhere')}</p>
      <p>{words.t('lookUpsNotSent')}</p>
      <label class="check look-ups-switch">
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          aria-checked={isOn}
          onChange={({ currentTarget }) => {
            onSwitch(currentTarget.checked);
            // It is on when the browser has agreed, and not before.
            currentTarget.checked = isOn;
          }}
        />
        {words.t('lookUpsSwitch')}
      </label>
      {isDeclined && !isOn && (
        <p class="notice small" role="status">
          {words.t('lookUpsDeclined')}
        </p>
      )}
      <p class="small quiet">{words.t('lookUpsOff')}</p>
    </div>
  );
}
