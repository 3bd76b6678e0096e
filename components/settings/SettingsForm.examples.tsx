import { effectiveSettings } from '../../lib/settings/schema';
import { type Example, nothing, type Samples } from '../examples';
import { Welcome } from '../welcome/Welcome';
import { SettingsForm } from './SettingsForm';

/** The options and the first page. */
export function settingsExamples({ words }: Samples): Example[] {
  const defaults = effectiveSettings({});
  return [
    {
      name: 'options-default',
      page: 'options',
      view: <SettingsForm settings={defaults} words={words} onChange={nothing} />,
    },
    {
      name: 'options-changed',
      page: 'options',
      view: (
        <SettingsForm
          settings={{ ...defaults, marks: 'all', hoverDelayMs: 500, language: 'ja' }}
          words={words}
          onChange={nothing}
        />
      ),
    },
    { name: 'welcome', page: 'welcome', view: <Welcome words={words} onOptions={nothing} /> },
  ];
}
