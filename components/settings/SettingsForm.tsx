/** The options that exist so far, as one pure form: every control shows its effect at once. */
import type { Words } from '../../lib/briefing/words';
import { MARK_LEVELS, type SettingName, type Settings } from '../../lib/settings/schema';

interface Props {
  readonly settings: Settings;
  readonly words: Words;
  readonly onChange: <K extends SettingName>(name: K, value: Settings[K]) => void;
}

const CHOICES = {
  marks: MARK_LEVELS,
  theme: ['auto', 'light', 'dark'],
  contrast: ['auto', 'more'],
  language: ['auto', 'en', 'ja', 'ko'],
  timelineOrder: ['near', 'oldest'],
} as const satisfies Partial<Record<SettingName, readonly string[]>>;

/** Steps of the slider: finer ones cannot be felt. */
const DELAY_STEP_MS = 50;

export function SettingsForm({ settings, words, onChange }: Props) {
  return (
    <main class="settings">
      <h1>{words.t('optionsTitle')}</h1>
      {(Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map((name) => (
        <fieldset key={name}>
          <legend>{words.t(`option_${name}`)}</legend>
          {CHOICES[name].map((value) => (
            <label key={value}>
              <input
                type="radio"
                name={name}
                checked={settings[name] === value}
                onChange={() => onChange(name, value as Settings[typeof name])}
              />
              {words.t(`option_${name}_${value}`)}
            </label>
          ))}
        </fieldset>
      ))}
      <fieldset>
        <legend>{words.t('option_hoverDelayMs')}</legend>
        <label>
          <input
            type="range"
            min={150}
            max={1000}
            step={DELAY_STEP_MS}
            value={settings.hoverDelayMs}
            onChange={(event) => onChange('hoverDelayMs', Number(event.currentTarget.value))}
          />
          {words.t('option_hoverDelayMs_value', { ms: words.number(settings.hoverDelayMs) })}
        </label>
      </fieldset>
    </main>
  );
}
