import type { Words } from '../../lib/briefing/words';
import type { KeyModel } from '../../lib/settings/shortcuts';
import { Phrase } from '../base/Phrase';

/** The day of the story: of our own flagship subject. */
const DAY = '2025-09-08';

interface Props {
  readonly keys: readonly KeyModel[] | null;
  readonly words: Words;
}

/** One paragraph of our own, read by Sidelight as an article is: its marks are real, and so is the card. */
export function Story({ keys, words }: Props) {
  const keysOf = (name: KeyModel['name']) => keys?.find((key) => key.name === name)?.keys;
  const [next, previous] = [keysOf('next'), keysOf('previous')];
  return (
    <article class="story" aria-labelledby="story-title">
      <h2 id="story-title">{words.t('welcomeTry')}</h2>
      <p class="story-day small quiet">
        <time dateTime={DAY}>{words.date(DAY)}</time>
      </p>
      <p class="story-text">{words.t('welcomeStory')}</p>
      <p class="story-how">
        <strong>{words.t('welcomeHover')}</strong>
        {next && previous && (
          <span class="quiet">
            {' '}
            <Phrase
              words={words}
              name="welcomeKeys"
              parts={{ next: <kbd>{next}</kbd>, previous: <kbd>{previous}</kbd> }}
            />
          </span>
        )}
      </p>
    </article>
  );
}
