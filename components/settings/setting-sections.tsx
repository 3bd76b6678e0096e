import type { ComponentChildren } from 'preact';
import type { Words } from '../../lib/briefing/words';
import { MARK_LEVELS, SETTINGS, type SettingName, type Settings } from '../../lib/settings/schema';
import { Chips } from '../base/Chips';
import type { OptionsSection } from '../options/OptionsPage';
import { MarkSample } from './MarkSample';
import { SettingSlider } from './SettingSlider';

interface Props {
  readonly settings: Settings;
  readonly words: Words;
  readonly onChange: <K extends SettingName>(name: K, value: Settings[K]) => void;
}

/** Settings that are a choice among few. */
const CHOICES = {
  theme: ['auto', 'light', 'dark'],
  contrast: ['auto', 'more'],
  marks: MARK_LEVELS,
  language: ['auto', 'en', 'ja', 'ko'],
  namesLanguage: ['interface', 'en', 'ja', 'ko'],
  timelineOrder: ['near', 'oldest'],
} as const satisfies Partial<{ [K in SettingName]: readonly Settings[K][] }>;
type ChoiceName = keyof typeof CHOICES;

/** The sections of the settings: every control takes effect at once, and says where it differs from the default. */
export function settingSections(
  props: Props,
): [appearance: OptionsSection, marks: OptionsSection, languages: OptionsSection] {
  const { settings, words, onChange } = props;
  const choice = (name: ChoiceName, hint?: ComponentChildren) => <Choice {...props} name={name} hint={hint} />;
  return [
    {
      id: 'appearance',
      title: words.t('optionsAppearance'),
      content: (
        <>
          {choice('theme')}
          {choice('contrast')}
          <Setting {...props} name="textScale">
            <SettingSlider
              setting="textScale"
              value={settings.textScale}
              words={words}
              onChange={(value) => onChange('textScale', value)}
            />
          </Setting>
          {choice('timelineOrder')}
        </>
      ),
    },
    {
      id: 'marks',
      title: words.t('optionsMarks'),
      content: (
        <>
          {choice('marks', <MarkSample level={settings.marks} words={words} />)}
          <Setting {...props} name="hoverDelayMs">
            <SettingSlider
              setting="hoverDelayMs"
              value={settings.hoverDelayMs}
              words={words}
              onChange={(value) => onChange('hoverDelayMs', value)}
            />
          </Setting>
        </>
      ),
    },
    {
      id: 'languages',
      title: words.t('optionsLanguages'),
      content: (
        <>
          {choice('language')}
          {choice('namesLanguage', <p class="small quiet">{words.t('hint_namesLanguage')}</p>)}
        </>
      ),
    },
  ];
}

/** One of the two languages, for the first page. */
export const languageChoice = (name: 'language' | 'namesLanguage', props: Props) => <Choice {...props} name={name} />;

interface ChoiceProps extends Props {
  readonly name: ChoiceName;
  readonly hint?: ComponentChildren;
}

function Choice({ name, hint, ...props }: ChoiceProps) {
  const { settings, words, onChange } = props;
  return (
    <Setting {...props} name={name}>
      <Chips
        label={words.t(`option_${name}`)}
        options={CHOICES[name].map((value) => ({
          value,
          label: words.t(`option_${name}_${value}`),
          // Languages are named in themselves.
          ...(value === 'en' || value === 'ja' || value === 'ko' ? { lang: value } : {}),
        }))}
        value={settings[name]}
        onChange={(value) => onChange(name, value as Settings[ChoiceName])}
      />
      {hint}
    </Setting>
  );
}

interface SettingProps extends Props {
  readonly name: SettingName;
  readonly children: ComponentChildren;
}

/** One setting; beside what was changed, the way back. */
function Setting({ name, settings, words, onChange, children }: SettingProps) {
  const { fallback } = SETTINGS[name];
  return (
    <div class="setting">
      {children}
      {settings[name] !== fallback && (
        <p class="small quiet">
          {words.t('changedFromDefault')}
          {' · '}
          <button
            type="button"
            class="link small"
            aria-label={words.t('resetSetting', { name: words.t(`option_${name}`) })}
            onClick={() => onChange(name, fallback)}
          >
            {words.t('reset')}
          </button>
        </p>
      )}
    </div>
  );
}
