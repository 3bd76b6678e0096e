import { effectiveSettings, type Settings } from '../../lib/settings/schema';
import { type Example, nothing, type Samples } from '../examples';
import { settingSections } from '../settings/setting-sections';
import { OptionsPage } from './OptionsPage';

/** The options that are settings. */
export function optionsExamples({ words }: Samples): Example[] {
  const defaults = effectiveSettings({});
  const options = (name: string, settings: Settings): Example => ({
    name,
    page: 'options',
    view: (
      <OptionsPage sections={settingSections({ settings, words, onChange: nothing })} current="marks" words={words} />
    ),
  });
  return [
    options('options-default', defaults),
    options('options-changed', {
      ...defaults,
      marks: 'all',
      hoverDelayMs: 500,
      language: 'ja',
      namesLanguage: 'ko',
      textScale: 120,
    }),
  ];
}
