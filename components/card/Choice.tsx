import type { ChoiceModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';
import { OfficeText } from '../base/OfficeText';
import { Text } from '../base/Text';
import { CardFrame } from './CardFrame';

interface Props {
  readonly model: ChoiceModel;
  readonly words: Words;
  readonly onChoose: (reference: Reference) => void;
  readonly onClose: () => void;
}

/** "Which one?": close candidates are put to the reader, never guessed. */
export function Choice({ model, words, onChoose, onClose }: Props) {
  return (
    <CardFrame
      words={words}
      title={words.t('whichOne')}
      under={<p class="name-forms name">{model.surface}</p>}
      onClose={onClose}
    >
      <ul class="choices">
        {model.options.map(({ reference, name, role, capacity }) => (
          <li key={reference}>
            <button type="button" class="choice" onClick={() => onChoose(reference)}>
              <Text value={name} class="name" />
              {role && (
                <span class="choice-role">
                  <OfficeText title={role} capacity={capacity} words={words} />
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </CardFrame>
  );
}
