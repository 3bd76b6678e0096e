import type { CastRow } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';

/** Two names are being chosen among those of the article. */
export interface Pairing {
  readonly first: Reference | null;
  readonly onChoose: (reference: Reference) => void;
}

interface Props {
  readonly row: Pick<CastRow, 'reference' | 'type' | 'name'>;
  readonly words: Words;
  readonly pairing: Pairing;
}

/** Chooses a name, or takes it back. What happened is no name between which and another something lies. */
export function ChooseName({ row, words, pairing }: Props) {
  if (row.type === 'event') return null;
  const isChosen = pairing.first === row.reference;
  return (
    <button
      type="button"
      class="choose-name small"
      aria-pressed={isChosen}
      // A name that differs from what is read on the button would be no help to who speaks to it.
      aria-label={isChosen ? undefined : words.t('chooseName', { name: row.name.text })}
      onClick={() => pairing.onChoose(row.reference)}
    >
      {words.t(isChosen ? 'chosen' : 'choose')}
    </button>
  );
}
