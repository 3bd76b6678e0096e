import type { Words } from '../../lib/briefing/words';
import type { MarkLevel } from '../../lib/settings/schema';
import { Phrase } from '../base/Phrase';

interface Props {
  readonly level: MarkLevel;
  readonly words: Words;
}

/** What a level of marks does, shown on a sentence and said below it. */
export function MarkSample({ level, words }: Props) {
  const name = (key: string, isMarked: boolean) => (
    <span class={isMarked ? 'sample-mark' : undefined}>{words.t(key)}</span>
  );
  return (
    <div class="sample">
      <p aria-hidden="true">
        <Phrase
          words={words}
          name="sampleSentence"
          parts={{
            first: name('sampleFirst', level !== 'quiet'),
            second: name('sampleSecond', level !== 'quiet'),
            again: name('sampleAgain', level === 'all'),
          }}
        />
      </p>
      <p class="small quiet" role="status">
        {words.t(`hint_marks_${level}`)}
      </p>
    </div>
  );
}
