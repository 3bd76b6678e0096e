import { COMMANDS, type KeyModel, showShortcut } from '../../lib/settings/shortcuts';
import { type Example, nothing, type Samples } from '../examples';
import { OptionsPage } from '../options/OptionsPage';
import { KeysSection } from './KeysSection';

const SUGGESTED = ['Alt+Period', 'Alt+Comma', 'Alt+Shift+Period', 'Alt+Shift+Comma'].map((keys) =>
  showShortcut(keys, false),
);

/** The keys: as they are suggested, and with everything that may stand in their way. */
export function keysExamples({ words }: Samples): Example[] {
  const usual = COMMANDS.map(
    (name, i): KeyModel => ({
      name,
      keys: SUGGESTED[i] ?? '',
      suggested: SUGGESTED[i] ?? '',
      problem: null,
      isChanged: false,
    }),
  );
  const [next, previous, panel, marks] = usual as [KeyModel, KeyModel, KeyModel, KeyModel];
  const example = (name: string, keys: readonly KeyModel[], canRecord: boolean, press: string[] = []): Example => ({
    name: `keys-${name}`,
    page: 'options',
    press,
    view: (
      <OptionsPage
        sections={[
          {
            id: 'keys',
            title: words.t('optionsKeys'),
            content: (
              <KeysSection
                keys={keys}
                isMac={false}
                canRecord={canRecord}
                refused={canRecord ? 'panel' : null}
                words={words}
                onRecord={nothing}
                onReset={nothing}
                onOpenSettings={nothing}
              />
            ),
          },
        ]}
        current="keys"
        words={words}
      />
    ),
  });
  return [
    example('usual', usual, false),
    example('recording', usual, true, [words.t('keysChange')]),
    example(
      'problems',
      [
        { ...next, keys: 'Ctrl+Shift+Y', problem: 'twice', isChanged: true },
        { ...previous, keys: 'Ctrl+Shift+Y', problem: 'twice', isChanged: true },
        { ...panel, keys: '', problem: 'unset', isChanged: true },
        { ...marks, keys: 'Ctrl+T', problem: 'browser', isChanged: true },
      ],
      true,
    ),
  ];
}
