import type { Ref } from 'preact';
import type { PairNames } from '../../lib/briefing/pair-models';
import type { CastRow } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { Icon } from '../base/Icon';
import { PairTitle } from './PairTitle';

interface Props {
  readonly pairs: readonly PairNames[];
  readonly cast: readonly CastRow[];
  readonly words: Words;
  readonly onPair: (names: PairNames) => void;
  readonly onChoose: () => void;
  /** The button that begins a choice: it gets the focus back from one that was cancelled. */
  readonly start: Ref<HTMLButtonElement>;
}

/** "Between two names": pairs that stand together in the article, and the way to any other. */
export function PairOffers({ pairs, cast, words, onPair, onChoose, start }: Props) {
  const row = (reference: string) => cast.find((candidate) => candidate.reference === reference);
  const offers = pairs.flatMap((names) => {
    const [first, second] = [row(names[0]), row(names[1])];
    return first && second ? [{ names, first, second }] : [];
  });
  return (
    <section class="pair-offers">
      <h2>{words.t('betweenNames')}</h2>
      {offers.length > 0 && (
        <>
          <p class="small quiet">{words.t('namedTogether')}</p>
          <ul>
            {offers.map(({ names, first, second }) => (
              <li key={names.join(' ')}>
                <button type="button" class="link disclosure" onClick={() => onPair(names)}>
                  <PairTitle first={first.name} second={second.name} />
                  <Icon name="chevron" class="inline-icon" />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <button type="button" class="link" ref={start} onClick={onChoose}>
        {words.t('chooseNames')}
      </button>
    </section>
  );
}
