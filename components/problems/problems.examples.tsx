import { type Example, nothing, type Samples } from '../examples';
import { OptionsPage } from '../options/OptionsPage';
import { ProblemNotes, type ProblemNotesModel } from './ProblemNotes';

/** Nothing has gone wrong, and something has. */
export function problemExamples({ words }: Samples): Example[] {
  const example = (name: string, model: ProblemNotesModel): Example => ({
    name: `options-problems-${name}`,
    page: 'options',
    view: (
      <OptionsPage
        sections={[
          {
            id: 'data',
            title: words.t('optionsData'),
            content: <ProblemNotes model={model} words={words} onSave={nothing} onForget={nothing} />,
          },
        ]}
        current="data"
        words={words}
      />
    ),
  });
  return [
    example('none', { count: 0, last: null }),
    example('noted', { count: 12, last: Date.UTC(2026, 9, 20, 8, 15) }),
  ];
}
