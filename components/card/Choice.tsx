/** "Which one?": two close candidates are put to the reader, never guessed. */
import type { ChoiceModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';
import { Icon } from '../base/Icon';
import { Text } from '../base/Text';

interface Props {
  readonly model: ChoiceModel;
  readonly words: Words;
  readonly onChoose: (reference: Reference) => void;
  readonly onClose: () => void;
}

export function Choice({ model, words, onChoose, onClose }: Props) {
  return (
    <div class="card" role="dialog" aria-labelledby="card-name">
      <header class="card-head">
        <div class="card-names">
          <h1 id="card-name" tabIndex={-1}>
            {words.t('whichOne')}
          </h1>
          <p class="card-native">{model.surface}</p>
        </div>
        <button type="button" class="icon-button" aria-label={words.t('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <ul class="choices">
        {model.options.map(({ reference, name, role }) => (
          <li key={reference}>
            <button type="button" onClick={() => onChoose(reference)}>
              <Text value={name} />
              {role ? <Text value={role} class="choice-role" /> : null}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
